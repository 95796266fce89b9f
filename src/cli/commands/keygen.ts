// keygen: what it takes and what the help says of it. `runs/keygen.ts` does it.
import type { Command } from '../contract.ts';
import { CERTIFICATE_DAYS, PASSPHRASE_FILE } from '../signing-options.ts';

export const keygen: Command = {
  name: 'keygen',
  operands: 'NAME',
  atLeast: 1,
  atMost: 1,
  says: 'Make a key to sign or seal with, and its certificate.',
  more: [
    'NAME is the person or the organisation that the certificate names. Two files are written: the key, which stays with its owner, and the certificate, which goes to everybody who verifies.',
    'A certificate made here says nothing but what it says of itself: it counts for those who put it into their trust file. With --csr an authority of your own can certify the key instead.',
  ],
  options: [
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'STEM',
      says: 'Where to write: STEM.key.pem and STEM.cert.pem. Needed.',
    },
    {
      kind: 'text',
      name: 'email',
      takes: 'ADDRESS',
      says: 'The e-mail address that the certificate carries.',
    },
    {
      kind: 'text',
      name: 'organisation',
      takes: 'NAME',
      says: 'The organisation that the certificate names.',
    },
    {
      kind: 'text',
      name: 'kind',
      takes: 'KIND',
      says: 'ecdsa (P-256, unless said otherwise), rsa or rsa-pss (3072 bits).',
    },
    {
      kind: 'text',
      name: 'days',
      takes: 'NUMBER',
      says: `How long the certificate is valid; ${CERTIFICATE_DAYS} days unless said otherwise.`,
    },
    { kind: 'flag', name: 'csr', says: 'Write a signing request (STEM.csr.pem) and no certificate.' },
    {
      kind: 'flag',
      name: 'no-passphrase',
      says: 'Leave the key file unencrypted: whoever can read it can sign.',
    },
    PASSPHRASE_FILE,
  ],
  example: 'keygen "Robin Example" --email robin@example.com -o robin',
  run: async (...given) => (await import('../runs/keygen.ts')).run(...given),
};
