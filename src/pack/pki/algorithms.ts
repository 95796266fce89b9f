// Algorithms as CMS and certificates name them: their identifiers, and which go with which key (RFC 5754, RFC 4056, RFC 8017).
import * as asn1 from 'asn1js';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import { read } from './asn1.ts';
import type { HashName, Scheme } from './scheme.ts';

const HASHES: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const HASH_OIDS: Readonly<Record<HashName, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const RSA_WITH: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
};
const ECDSA_WITH: Readonly<Record<string, HashName>> = {
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const ECDSA_OIDS: Readonly<Record<HashName, string>> = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};

/** NULL means none, and is what older programs write for it. */
const hasNoParameters = ({ algorithmParams }: AlgorithmIdentifier): boolean =>
  algorithmParams === undefined || algorithmParams instanceof asn1.Null;

/** The hash that an AlgorithmIdentifier names; null for those not used here. */
export const hashNamed = (algorithm: AlgorithmIdentifier): HashName | null =>
  hasNoParameters(algorithm) ? (HASHES[algorithm.algorithmId] ?? null) : null;

/**
 * What a signature's AlgorithmIdentifier says. `hash` is the one that is named beside it; certificates name none. Null where the two do
 * not go together or the algorithm is not used here. Throws DerRefused.
 */
export const schemeNamed = (algorithm: AlgorithmIdentifier, hash: HashName | null): Scheme | null => {
  const scheme =
    algorithm.algorithmId === RSA_PSS ? pssScheme(algorithm.algorithmParams) : plainScheme(algorithm, hash);
  return scheme === null || (hash !== null && scheme.hash !== hash) ? null : scheme;
};

const plainScheme = (algorithm: AlgorithmIdentifier, beside: HashName | null): Scheme | null => {
  if (!hasNoParameters(algorithm)) return null;
  const { algorithmId: name } = algorithm;
  const pkcs1 = name === RSA ? beside : (RSA_WITH[name] ?? null);
  if (pkcs1 !== null) return { kind: 'pkcs1', hash: pkcs1 };
  const hash = ECDSA_WITH[name];
  return hash === undefined ? null : { kind: 'ecdsa', hash };
};

/** RSASSA-PSS-params (RFC 4055, 3.1). Left out they mean SHA-1, which is refused; so is a short salt, or another hash in the mask. */
const pssScheme = (parameters: unknown): Scheme | null => {
  if (!(parameters instanceof asn1.Sequence)) return null;
  const { hashAlgorithm, maskGenAlgorithm, saltLength, trailerField } = read(
    () => new RSASSAPSSParams({ schema: parameters }),
  );
  const { algorithmId: mask, algorithmParams } = maskGenAlgorithm;
  if (mask !== MGF1 || !(algorithmParams instanceof asn1.Sequence) || trailerField !== 1) return null;
  const hash = hashNamed(hashAlgorithm);
  const same = hash === hashNamed(read(() => new AlgorithmIdentifier({ schema: algorithmParams })));
  return hash !== null && same && saltLength >= 32 && saltLength <= 1024
    ? { kind: 'pss', hash, salt: saltLength }
    : null;
};

/** AlgorithmIdentifier of a hash, without parameters (RFC 5754, 2). */
export const hashIdentifier = (hash: HashName): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithmId: HASH_OIDS[hash] });

/** AlgorithmIdentifier of a signature. CMS calls PKCS #1 by the key's own name, certificates by the hash too. */
export const signatureIdentifier = (scheme: Scheme, place: 'cms' | 'certificate'): AlgorithmIdentifier => {
  if (scheme.kind === 'ecdsa') return new AlgorithmIdentifier({ algorithmId: ECDSA_OIDS[scheme.hash] });
  if (scheme.kind === 'pkcs1') return withNull(place === 'cms' ? RSA : '1.2.840.113549.1.1.11');
  const hashAlgorithm = withNull(HASH_OIDS[scheme.hash]);
  const maskGenAlgorithm = new AlgorithmIdentifier({
    algorithmId: MGF1,
    algorithmParams: hashAlgorithm.toSchema(),
  });
  const parameters = new RSASSAPSSParams({ hashAlgorithm, maskGenAlgorithm, saltLength: scheme.salt });
  return new AlgorithmIdentifier({ algorithmId: RSA_PSS, algorithmParams: parameters.toSchema() });
};

const withNull = (algorithmId: string): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithmId, algorithmParams: new asn1.Null() });
