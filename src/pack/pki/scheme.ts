// How a signature is computed: which algorithm with which hash, and which kind of key makes it.
import type { KeyKind } from './key-kind.ts';

export type HashName = 'sha256' | 'sha384' | 'sha512';
/** `salt` is in bytes. */
export type Scheme =
  | { readonly kind: 'pkcs1'; readonly hash: HashName }
  | { readonly kind: 'pss'; readonly hash: HashName; readonly salt: number }
  | { readonly kind: 'ecdsa'; readonly hash: HashName };

/** PSS by a key that is not bound to it: what some houses ask of RSA. */
export const PSS: Scheme = { kind: 'pss', hash: 'sha256', salt: 32 };

const BY_CURVE = { 'P-256': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' } as const;

/** RSA: PKCS #1 v1.5 with SHA-256. RSA-PSS: SHA-256, salt of 32 bytes (RFC 8017). ECDSA: the hash as long as the curve (FIPS 186-5). */
export const schemeOf = (key: KeyKind): Scheme => {
  if (key.kind === 'ecdsa') return { kind: 'ecdsa', hash: BY_CURVE[key.curve] };
  return key.kind === 'rsa' ? { kind: 'pkcs1', hash: 'sha256' } : PSS;
};

const MADE_BY = { pkcs1: ['rsa'], pss: ['rsa', 'rsa-pss'], ecdsa: ['ecdsa'] } as const satisfies Record<
  Scheme['kind'],
  readonly KeyKind['kind'][]
>;

/** Whether keys of that kind make such signatures at all. */
export const suits = (key: KeyKind, scheme: Scheme): boolean =>
  MADE_BY[scheme.kind].some((kind) => kind === key.kind);
