// CMS SignedData (RFC 5652, 5) taken apart, without judging it: for signatures with content elsewhere and for timestamps. Signers are
// found by the schema of pkijs; its class for SignedData would also take every certificate and revocation list apart, each time.
import * as asn1 from 'asn1js';
import { type AlgorithmIdentifier, ContentInfo, SignerInfo as Signer } from 'pkijs';
import {
  algorithmIn,
  bytesOf,
  checkFields,
  fieldsBy,
  hasTag,
  integerIn,
  type Node,
  octetsIn,
  oidIn,
  onlyIn,
  otherType,
  parseDer,
  SET,
  smallNumberIn,
  tag,
  valuesIn,
} from './asn1.ts';
import { DerRefused } from './strict-der.ts';

export const SIGNED_DATA = ContentInfo.SIGNED_DATA;
export const DATA = ContentInfo.DATA;

export type CmsAttribute = { readonly type: string; readonly values: readonly Node[] };
export type SignerId =
  | { readonly kind: 'issuer-serial'; readonly issuer: Uint8Array; readonly serial: Uint8Array }
  | { readonly kind: 'key-id'; readonly keyId: Uint8Array };

export type SignerInfo = {
  readonly id: SignerId;
  readonly hash: AlgorithmIdentifier;
  readonly algorithm: AlgorithmIdentifier;
  /** The attributes that are signed, as they stand; null where only the content itself is signed. */
  readonly signed: Node | null;
  readonly attributes: readonly CmsAttribute[];
  readonly unsigned: readonly CmsAttribute[];
  readonly signature: Uint8Array;
};

export type SignedData = {
  readonly version: number;
  readonly hashes: readonly AlgorithmIdentifier[];
  readonly contentType: string;
  /** Null where the content is kept elsewhere. */
  readonly content: Uint8Array | null;
  /** The X.509 certificates inside; other kinds are left out. */
  readonly certificates: readonly Node[];
  readonly signers: readonly SignerInfo[];
};

const MOST_CERTIFICATES = 20;

/** Reads a ContentInfo with SignedData, in DER. Throws DerRefused. */
export const readCms = (bytes: Uint8Array): SignedData => {
  const whole = parseDer(bytes);
  const [type, tagged] = valuesIn(whole);
  checkFields(whole, [type, tagged]);
  if (oidIn(type) !== SIGNED_DATA) throw new DerRefused('is of another type than signed data');
  const [first, hashes, content, ...rest] = valuesIn(onlyIn(tagged, tag(0)));
  const signers = rest.at(-1);
  const version = smallNumberIn(first);
  if (version < 1 || version > 5) throw new DerRefused('is of an unknown version');
  return {
    version,
    hashes: valuesIn(hashes, SET).map(algorithmIn),
    ...readContent(content),
    certificates: certificatesIn(rest.slice(0, -1)),
    signers: valuesIn(signers, SET).map(readSigner),
  };
};

const readContent = (node: unknown): Pick<SignedData, 'contentType' | 'content'> => {
  const [type, tagged] = valuesIn(node);
  checkFields(node, [type, tagged]);
  return {
    contentType: oidIn(type),
    content: tagged === undefined ? null : octetsIn(onlyIn(tagged, tag(0))),
  };
};

/** Certificates and revocation lists, in that order; the latter nobody here looks into. */
const certificatesIn = (sets: readonly Node[]): readonly Node[] => {
  const set = sets.find((one) => hasTag(one, tag(0)));
  const lists = sets.find((one) => hasTag(one, tag(1)));
  const expected = [set, lists].filter((one) => one !== undefined);
  if (sets.length !== expected.length || sets.some((one, index) => one !== expected[index]))
    throw otherType();
  const all = set === undefined ? [] : valuesIn(set, tag(0));
  if (all.length > MOST_CERTIFICATES) throw new DerRefused(`has more than ${MOST_CERTIFICATES} certificates`);
  return all.filter((one) => one instanceof asn1.Sequence);
};

const SIGNER = Signer.schema();

const readSigner = (node: Node): SignerInfo => {
  const found = fieldsBy(SIGNER, node);
  const part = (name: string): Node | undefined => found[`SignerInfo.${name}`];
  const [version, hash, algorithm] = [part('version'), part('digestAlgorithm'), part('signatureAlgorithm')];
  const [signed, signature, unsigned] = [part('signedAttrs'), part('signature'), part('unsignedAttrs')];
  checkFields(node, [version, part('sid'), hash, signed, algorithm, signature, unsigned]);
  const id = readSignerId(part('sid'));
  if (smallNumberIn(version) !== (id.kind === 'key-id' ? 3 : 1))
    throw new DerRefused('has a signer of an unknown version');
  return {
    id,
    hash: algorithmIn(hash),
    algorithm: algorithmIn(algorithm),
    signed: signed ?? null,
    attributes: readAttributes(signed, tag(0)),
    unsigned: readAttributes(unsigned, tag(1)),
    signature: octetsIn(signature),
  };
};

const readSignerId = (node: unknown): SignerId => {
  if (node instanceof asn1.Primitive) return { kind: 'key-id', keyId: node.valueBlock.valueHexView };
  const [issuer, serial] = valuesIn(node);
  checkFields(node, [issuer, serial]);
  return { kind: 'issuer-serial', issuer: bytesOf(issuer), serial: integerIn(serial) };
};

const readAttributes = (node: unknown, octet: number): readonly CmsAttribute[] => {
  const found = (node === undefined ? [] : valuesIn(node, octet)).map((one): CmsAttribute => {
    const [type, values] = valuesIn(one);
    checkFields(one, [type, values]);
    return { type: oidIn(type), values: valuesIn(values, SET) };
  });
  if (new Set(found.map(({ type }) => type)).size !== found.length)
    throw new DerRefused('has an attribute twice');
  return found;
};

/**
 * Signed attributes as what is signed: a SET of their own in DER (RFC 5652, 5.4), which has its members in the order of their bytes
 * (X.690, 11.6). Nothing is written anew: the members are as they stand, and so is the length.
 */
export const asSet = (signed: Node): Uint8Array => {
  const members = valuesIn(signed, tag(0)).map(bytesOf);
  const whole = bytesOf(signed);
  const head = whole.slice(0, whole.length - members.reduce((sum, { length }) => sum + length, 0));
  head[0] = SET;
  return Buffer.concat([head, ...members.toSorted((a, b) => Buffer.compare(a, b))]);
};
