// What a certificate says it is for (RFC 5280, 4.2.1): signing, issuing others, and whether it asks for something not understood here.
import type { Certificate } from './certificate.ts';
import type { Extensions } from './certificate-extensions.ts';

const NAME_CONSTRAINTS = '2.5.29.30';
/** Critical ones that are kept, or that ask nothing of who checks a path: alternative names, policies, key ids, extended key usage. */
const UNDERSTOOD: readonly string[] = [
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.19',
  '2.5.29.32',
  '2.5.29.35',
  '2.5.29.37',
];

/** The end of a sentence on what a certificate demands and this program cannot give; null when nothing. */
export const criticalTrouble = (extensions: Extensions): string | null => {
  if (extensions.has(NAME_CONSTRAINTS)) return 'limits names below it, which this program does not check';
  for (const [name, { critical }] of extensions)
    if (critical && !UNDERSTOOD.includes(name))
      return `has a critical extension that is not known here (${name})`;
  return null;
};

/** The end of a sentence on why a certificate is not for signing documents; null when it is. */
export const usableForSigning = ({ fields: { purpose } }: Certificate): string | null => {
  if (typeof purpose === 'string') return purpose;
  return purpose.signs ? null : 'is not for signing';
};
