// Plain signatures over bytes. Whoever signs chooses a key and nothing else: each kind of key has one algorithm, so that no
// message can ask for a weaker one. CMS from elsewhere names its algorithm; `verifyBy` is for what was checked against the key.
import { constants, type KeyObject, sign, verify } from 'node:crypto';
import type { Certificate } from './certificate.ts';
import { privateKeyKind } from './key-kind.ts';
import { type Scheme, schemeOf } from './scheme.ts';

/** Signs with the algorithm of the key's kind. ECDSA signatures are in DER. Throws TypeError for a key of another kind. */
export const signRaw = (key: KeyObject, data: Uint8Array): Uint8Array => {
  const kind = privateKeyKind(key);
  if (typeof kind === 'string') throw new TypeError(`The key ${kind}.`);
  return signBy(key, schemeOf(kind), data);
};

/** The same where a structure beside it says by which algorithm; it must suit the key. */
export const signBy = (key: KeyObject, scheme: Scheme, data: Uint8Array): Uint8Array =>
  Uint8Array.from(sign(scheme.hash, data, { key, ...paddingOf(scheme) }));

/** True when `signature` is the certificate's key's over `data`, by the algorithm of its kind. False too for what is no signature at all. */
export const verifyRaw = (certificate: Certificate, data: Uint8Array, signature: Uint8Array): boolean =>
  verifyBy(certificate, schemeOf(certificate.key), data, signature);

export const verifyBy = (
  { x509 }: Certificate,
  scheme: Scheme,
  data: Uint8Array,
  signature: Uint8Array,
): boolean => verify(scheme.hash, data, { key: x509.publicKey, ...paddingOf(scheme) }, signature);

const paddingOf = (
  scheme: Scheme,
): { readonly padding?: number; readonly saltLength?: number; readonly dsaEncoding?: 'der' } => {
  if (scheme.kind === 'ecdsa') return { dsaEncoding: 'der' };
  if (scheme.kind === 'pkcs1') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.salt };
};
