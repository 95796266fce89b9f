// Where an evidence file may lie: in the attestation's folder or below it, under a name that every system can hold.
import { pathTrouble as memberTrouble } from '../codec/member-path.ts';
import { quoted } from './plain.ts';

/** The sentence and hint for a path that could leave the folder or become no member of a pack; null for one that is right. */
export const pathTrouble = (path: string): { readonly sentence: string; readonly hint: string } | null => {
  const why = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path) ? 'is an address and no path' : memberTrouble(path);
  if (why === null) return null;
  return {
    sentence: `The evidence path ${quoted(path)} ${why}.`,
    hint: 'Put the file into the folder of the attestation or below it, and write the path with `/` and without `..`; for what lies elsewhere, use `location`.',
  };
};
