// Signed data (RFC 5652) put together by hand, with each part open to lies: seals that are not quite seals, and timestamps
// (RFC 3161) of a server that does as it is told.
import { createHash } from 'node:crypto';
import type { Stamper } from '../../../src/pack/seal.ts';
import { contextTag, der, integer, octetString, oid, sequence, setOf, TAG } from '../pki/der-write.ts';
import { certificateOf, type Identity, signWith } from './certificate-maker.ts';

const DATA = '1.2.840.113549.1.7.1';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const HASHES = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const;
type Hash = keyof typeof HASHES;

export type CmsWish = {
  readonly signer: Identity;
  readonly content: Uint8Array;
  readonly type?: string;
  /** Content that is put inside. */
  readonly embedded?: Uint8Array;
  readonly hash?: Hash;
  /** AlgorithmIdentifier; ECDSA with SHA-256 where nothing is said. */
  readonly algorithm?: Uint8Array;
  readonly sign?: (data: Uint8Array) => Uint8Array;
  /** Whom the attribute names as the signer. */
  readonly names?: Identity;
  readonly more?: readonly Uint8Array[];
  readonly timestamp?: Stamper | null;
  /** How often the one signer is there. */
  readonly signers?: number;
  readonly certificates?: readonly Identity[];
};

export const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf([value]));
const digestOf = (hash: Hash, data: Uint8Array): Uint8Array => createHash(hash).update(data).digest();
const hashIdentifier = (hash: Hash): Uint8Array => sequence(oid(HASHES[hash]));

/** The attribute `signing-time`, which a seal in a PDF must not have. */
export const signingTime = attribute(
  '1.2.840.113549.1.9.5',
  der(TAG.utcTime, new TextEncoder().encode('261009083000Z')),
);

const attributesOf = (wish: CmsWish): readonly Uint8Array[] => {
  const { content, type = DATA, hash = 'sha256', names = wish.signer, more = [] } = wish;
  const name = sequence(sequence(sequence(octetString(digestOf('sha256', names.der)))));
  return [
    attribute('1.2.840.113549.1.9.3', oid(type)),
    attribute('1.2.840.113549.1.9.4', octetString(digestOf(hash, content))),
    attribute('1.2.840.113549.1.9.16.2.47', name),
    ...more,
  ];
};

const signerInfo = async (wish: CmsWish): Promise<Uint8Array> => {
  const { signer, hash = 'sha256', timestamp = null } = wish;
  const { algorithm = sequence(oid('1.2.840.10045.4.3.2')) } = wish;
  const { sign = (data) => signWith(signer.key, data, hash) } = wish;
  const attributes = attributesOf(wish);
  const signature = sign(setOf(attributes));
  const stamp = timestamp === null ? [] : [await timestamp(signature)];
  const { issuer, serial } = certificateOf(signer).fields;
  return sequence(
    integer(1),
    sequence(issuer.bytes, der(TAG.integer, serial)),
    hashIdentifier(hash),
    setOf(attributes, contextTag(0)),
    algorithm,
    octetString(signature),
    ...stamp.map((token) => setOf([attribute('1.2.840.113549.1.9.16.2.14', token)], contextTag(1))),
  );
};

export const makeCms = async (wish: CmsWish): Promise<Uint8Array> => {
  const { type = DATA, embedded, hash = 'sha256', signers = 1, certificates = [wish.signer] } = wish;
  const info = await signerInfo(wish);
  const inside = embedded === undefined ? [] : [der(contextTag(0), octetString(embedded))];
  const data = sequence(
    integer(type === DATA ? 1 : 3),
    setOf([hashIdentifier(hash)]),
    sequence(oid(type), ...inside),
    setOf(
      certificates.map((one) => one.der),
      contextTag(0),
    ),
    der(TAG.set, ...Array.from({ length: signers }, () => info)),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), der(contextTag(0), data));
};

export type StampWish = {
  readonly authority: Identity;
  readonly at?: string;
  readonly chain?: readonly Identity[];
  /** What the token is really over, where it is not the signature. */
  readonly over?: Uint8Array;
  readonly imprint?: Hash;
  readonly names?: Identity;
};

/** A timestamp authority: it answers a signature with a token, as honest as the wish. */
export const stamperOf =
  ({
    authority,
    at = '2026-10-09T09:00:00Z',
    chain = [],
    over,
    imprint = 'sha256',
    names,
  }: StampWish): Stamper =>
  async (signature) => {
    const info = sequence(
      integer(1),
      oid('1.3.6.1.4.1.99999.1'),
      sequence(hashIdentifier(imprint), octetString(digestOf(imprint, over ?? signature))),
      integer(7),
      der(TAG.generalizedTime, new TextEncoder().encode(at.replace(/[-:T]/g, ''))),
    );
    return makeCms({
      signer: authority,
      content: info,
      embedded: info,
      type: TST_INFO,
      certificates: [authority, ...chain],
      ...(names === undefined ? {} : { names }),
    });
  };
