// Sealed PDFs that somebody altered, and ones in which openssl's signature stands in the place of ours.
import { readFileSync, writeFileSync } from 'node:fs';
import { output } from '../shell.mjs';

/** The day of an attachment, up to the last digit of its year. */
const DATE = '/ModDate(D:202';

/** A copy with one digit of a date changed: a sound PDF that says something else. */
export const withOtherDate = (file, target) => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(DATE);
  if (at < 0) throw new Error(`no date in ${file}`);
  bytes[at + DATE.length] ^= 1;
  writeFileSync(target, bytes);
  return target;
};

/** A copy with a line behind its end. */
export const withMoreBehind = (file, target) => {
  writeFileSync(target, Buffer.concat([readFileSync(file), Buffer.from('% and more\n')]));
  return target;
};

/** A copy whose seal is made by openssl with the same key over the same bytes. `signed`: a file of these bytes. */
export const withSealByOpenssl = ({ pdf, who }, signed, target) => {
  const cms = `${target}.cms`;
  output('openssl', [
    ...['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-in', signed, '-outform', 'DER', '-out', cms],
    ...['-signer', who.leaf, '-inkey', who.key, ...who.passin],
    ...['-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:32'],
  ]);
  const bytes = readFileSync(pdf);
  const [, start, end] = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)/.exec(bytes.toString('latin1')).map(Number);
  bytes.write(
    readFileSync(cms)
      .toString('hex')
      .padEnd(end - start - 2, '0'),
    start + 1,
    'latin1',
  );
  writeFileSync(target, bytes);
  return target;
};
