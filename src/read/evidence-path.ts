// Where an evidence file may lie: in the attestation's folder or below it, written the same way on every system.
import { quoted } from './plain.ts';

/** Why the path is refused, as the second half of a sentence, or null. */
const fault = (path: string): string | null => {
  if (path.includes('\0')) return 'holds a NUL character';
  if (path.includes('\\')) return 'holds a backslash';
  if (path.startsWith('/')) return 'begins at the root of the disk';
  if (/^[A-Za-z]:/.test(path)) return 'begins with a drive letter';
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path)) return 'is an address and no path';
  const segments = path.split('/');
  if (segments.includes('..')) return 'goes up with `..`';
  return segments.some((segment) => segment === '' || segment === '.') ? 'has an empty or `.` segment' : null;
};

/** The sentence and hint for a path that could leave the folder; null for one that stays in it. */
export const pathTrouble = (path: string): { readonly sentence: string; readonly hint: string } | null => {
  const why = fault(path);
  if (why === null) return null;
  return {
    sentence: `The evidence path ${quoted(path)} ${why}.`,
    hint: 'Put the file into the folder of the attestation or below it, and write the path with `/` and without `.` and `..`; for what lies elsewhere, use `location`.',
  };
};
