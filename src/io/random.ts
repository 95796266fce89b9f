// The one place for chance: nonces, serial numbers and keys.
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

export const freshBytes = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

export type KeyPair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

/** What `keygen` makes: ECDSA on P-256, or RSA of 3072 bits for PKCS#1 or for PSS. */
export const KEY_KINDS = ['ecdsa', 'rsa', 'rsa-pss'] as const;
export type KeyPairKind = (typeof KEY_KINDS)[number];

const MODULUS = 3072;

export const newKeyPair = (kind: KeyPairKind): KeyPair => {
  if (kind === 'ecdsa') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return kind === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: MODULUS })
    : generateKeyPairSync('rsa-pss', { modulusLength: MODULUS });
};
