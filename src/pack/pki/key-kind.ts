// The kinds of key that sign and verify here, and why others do not. The list is short on purpose: each kind has one algorithm.
import type { KeyObject, X509Certificate } from 'node:crypto';

export type Curve = 'P-256' | 'P-384' | 'P-521';
export type KeyKind =
  | { readonly kind: 'rsa' | 'rsa-pss'; readonly bits: number }
  | { readonly kind: 'ecdsa'; readonly curve: Curve };

const SMALLEST_RSA = 2048;
/** Above, one check of a signature takes long enough to be used for stalling. */
const LARGEST_RSA = 8192;
const CURVES: Readonly<Record<string, Curve>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/** `RSA 3072`, `RSA-PSS 2048`, `ECDSA P-256` */
export const keyWords = (key: KeyKind): string =>
  key.kind === 'ecdsa' ? `ECDSA ${key.curve}` : `${key.kind.toUpperCase()} ${key.bits}`;

/**
 * The kind of a certificate's key, or the end of a sentence on why it cannot be used. `curve` is the identifier that it names its curve
 * by: parameters written out, for which it is null, could describe a weak one that looks like a known one.
 */
export const keyKindOf = (x509: X509Certificate, curve: string | null): KeyKind | string => {
  const key = publicKeyOf(x509);
  if (key === null) return 'has a key that cannot be read';
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss')
    return rsaKind(key, key.asymmetricKeyType);
  if (key.asymmetricKeyType !== 'ec')
    return `has a key of a kind that is not used here (${key.asymmetricKeyType ?? 'unknown'}); RSA and ECDSA keys are`;
  const known = CURVES[curve ?? ''];
  return known === undefined
    ? 'has an elliptic curve that is not used here; P-256, P-384 and P-521 are'
    : { kind: 'ecdsa', curve: known };
};

const publicKeyOf = (x509: X509Certificate): KeyObject | null => {
  try {
    return x509.publicKey;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
};

const rsaKind = (key: KeyObject, kind: 'rsa' | 'rsa-pss'): KeyKind | string => {
  const { modulusLength = 0, hashAlgorithm, mgf1HashAlgorithm, saltLength } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < SMALLEST_RSA)
    return `has an RSA key of ${modulusLength} bits; it takes ${SMALLEST_RSA} at least`;
  if (modulusLength > LARGEST_RSA)
    return `has an RSA key of ${modulusLength} bits; ${LARGEST_RSA} at most are used`;
  const bound = [hashAlgorithm, mgf1HashAlgorithm].some((hash) => hash !== undefined && hash !== 'sha256');
  if (kind === 'rsa-pss' && (bound || (saltLength ?? 0) > 32))
    return 'has an RSA-PSS key that is bound to other parameters than SHA-256 and a salt of 32 bytes';
  return { kind, bits: modulusLength };
};

/** The kind of a private key that is to sign, or why it cannot. */
export const privateKeyKind = (key: KeyObject): KeyKind | string => {
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss')
    return rsaKind(key, key.asymmetricKeyType);
  const named: Readonly<Record<string, Curve>> = {
    prime256v1: 'P-256',
    secp384r1: 'P-384',
    secp521r1: 'P-521',
  };
  const curve = named[key.asymmetricKeyDetails?.namedCurve ?? ''];
  return curve === undefined ? 'is of a kind that is not used here' : { kind: 'ecdsa', curve };
};
