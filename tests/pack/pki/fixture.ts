// The files that OpenSSL made for these tests; fixtures/README.md says how.
import { readFileSync } from 'node:fs';
import { type Certificate, readCertificate } from '../../../src/pack/pki/certificate.ts';
import { readCertificateFile } from '../../../src/pack/pki/signer.ts';
import { certificateDer, type KeyName, makeKey, nameOf, type Wish } from './authority.ts';

export const PASSPHRASE = 'countersign';

export const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

export const fixtureCertificate = (name: string): Certificate =>
  readCertificateFile(name, fixture(name)).certificate;

/** What is said of a certificate that signs itself with that key. */
export const trouble = (key: KeyName, wish: Wish = {}): string => {
  const pair = makeKey(key);
  const read = readCertificate(certificateDer({ ...wish, key: pair }, nameOf('Robin Example'), pair));
  return typeof read === 'string' ? read : 'can be used';
};

/** The bytes with one bit turned over; bits count from the first of the first byte. */
export const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (0x80 >> (bit & 7)) : byte));

/** Every fifth bit: each place in a byte, all over the bytes. All of them take longer than a test may. */
export const someBits = ({ length }: Uint8Array): readonly number[] =>
  Array.from({ length: Math.ceil((length * 8) / 5) }, (_, index) => index * 5);
