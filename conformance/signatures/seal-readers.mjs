// What pdfsig and pyHanko find wrong with the seal of a PDF, none where they find it good.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { output, run } from '../shell.mjs';
import { askPython } from './python.mjs';
import { SIGNATURES } from './sealed-packs.mjs';

/** A function that asks pdfsig, with a certificate database of its own that trusts the identities' roots. */
export const popplerReader = ({ own, authority }) => {
  const folder = join(SIGNATURES, 'nss');
  const database = `sql:${folder}`;
  mkdirSync(folder, { recursive: true });
  output('certutil', ['-N', '-d', database, '--empty-password']);
  const trust = (name, flags, file) =>
    output('certutil', ['-A', '-d', database, '-n', name, '-t', flags, '-i', file]);
  for (const { kind, certificate } of own) trust(kind, 'P,P,P', certificate);
  trust('root', 'C,C,C', authority.root.certificate);
  return (file) => {
    const { out, err } = run('pdfsig', ['-nssdir', folder, file]);
    return WANTED.filter((line) => !out.includes(line)).map(
      (line) => `not "${line}": ${lastSaid(out) ?? err.trim()}`,
    );
  };
};

const WANTED = [
  'Signature Type: ETSI.CAdES.detached',
  'Total document signed',
  'Signature Validation: Signature is Valid.',
  'Certificate Validation: Certificate is Trusted.',
];
const lastSaid = (out) =>
  out
    .match(/^ *- .*(?:Validation|document signed).*$/gm)
    ?.at(-1)
    ?.trim();

const GOOD = {
  intact: true,
  valid: true,
  trusted: true,
  'bottom line': true,
  coverage: 'ENTIRE_FILE',
  subfilter: '/ETSI.CAdES.detached',
  'signed attributes': ['content_type', 'message_digest', 'signing_certificate_v2'],
};
const GOOD_STAMP = { intact: true, valid: true, trusted: true };

/** Asks pyHanko about many at once; the faults of each. `level` says whether there must be a timestamp. */
export const pyHankoFaults = (asked, { authority }) => {
  const stamps = [authority.root.certificate];
  const jobs = asked.map(({ file, who }) => ({ file, roots: [who.root], stamps }));
  return askPython('pyhanko/check_pdf.py', jobs).map((answer, index) => {
    if (answer.refused !== undefined) return [answer.refused];
    const wanted = { ...GOOD, timestamp: asked[index].level === 'B-T' ? GOOD_STAMP : null };
    return Object.entries(wanted)
      .map(([key, value]) => [key, JSON.stringify(value), JSON.stringify(answer[key])])
      .flatMap(([key, value, said]) => (said === value ? [] : [`${key} is ${said}, not ${value}`]));
  });
};
