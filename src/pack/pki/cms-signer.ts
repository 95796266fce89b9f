// The heart of checking CMS, shared by signatures and timestamps: one signer, its certificate, its algorithm, its attributes and
// the signature itself. What is wrong travels as CmsRefused inside this folder and as a value outside.
import { createHash } from 'node:crypto';
import { hashNamed, schemeNamed } from './algorithms.ts';
import { type Node, octetsIn, oidIn, sameBytes } from './asn1.ts';
import { type Certificate, certificateIn } from './certificate.ts';
import { ATTRIBUTE, attributeValue } from './cms-attributes.ts';
import { asSet, type SignedData, type SignerId, type SignerInfo } from './cms-read.ts';
import { verifyBy } from './raw-signature.ts';
import { type HashName, type Scheme, suits } from './scheme.ts';

export type CmsCode = 'unreadable' | 'algorithm' | 'digest' | 'signature' | 'certificate' | 'shape';

/** `sentence` is a whole one, about "the signature". */
export class CmsRefused extends Error {
  readonly code: CmsCode;

  constructor(code: CmsCode, sentence: string) {
    super(sentence);
    this.name = 'CmsRefused';
    this.code = code;
  }
}

export type CheckedSigner = {
  readonly info: SignerInfo;
  readonly certificate: Certificate;
  /** The other certificates inside that can be used; the path may lead over them. */
  readonly chain: readonly Certificate[];
};

/** Checks the one signer of `signed` over `content`, given in parts. Throws CmsRefused, or DerRefused for broken structures. */
export const checkSigner = (signed: SignedData, content: readonly Uint8Array[]): CheckedSigner => {
  const [info, ...more] = signed.signers;
  if (info === undefined || more.length > 0)
    throw new CmsRefused('shape', `There must be one signer; there are ${signed.signers.length}.`);
  const { certificate, chain } = findCertificate(signed, info.id);
  const { hash, scheme } = algorithmsOf(info, certificate);
  const data =
    info.signed === null ? content : [signedBytes(info, info.signed, signed.contentType, content, hash)];
  if (!verifyBy(certificate, scheme, Buffer.concat(data), info.signature))
    throw new CmsRefused(
      'signature',
      'The signature is not the one that the certificate’s key makes over this content.',
    );
  return { info, certificate, chain };
};

const algorithmsOf = (
  info: SignerInfo,
  certificate: Certificate,
): { readonly hash: HashName; readonly scheme: Scheme } => {
  const hash = hashNamed(info.hash);
  if (hash === null)
    throw new CmsRefused('algorithm', 'The signature uses a hash other than SHA-256, SHA-384 and SHA-512.');
  const scheme = schemeNamed(info.algorithm, hash);
  if (scheme === null || !suits(certificate.key, scheme))
    throw new CmsRefused(
      'algorithm',
      'The signature names an algorithm that is not used here or does not fit its key and hash.',
    );
  return { hash, scheme };
};

/** Checks what the attributes say of the content; gives the bytes that are signed: the attributes as a SET in DER (RFC 5652, 5.4). */
const signedBytes = (
  { attributes }: SignerInfo,
  signed: Node,
  contentType: string,
  content: readonly Uint8Array[],
  hash: HashName,
): Uint8Array => {
  const type = attributeValue(attributes, ATTRIBUTE.contentType);
  if (type === null || oidIn(type) !== contentType)
    throw new CmsRefused('shape', 'The signature does not say what type of content it is over.');
  const digest = attributeValue(attributes, ATTRIBUTE.messageDigest);
  if (digest === null) throw new CmsRefused('shape', 'The signature has no digest of its content.');
  if (!sameBytes(octetsIn(digest), digestOf(content, hash)))
    throw new CmsRefused('digest', 'The signature is over other content than this.');
  return asSet(signed);
};

const digestOf = (parts: readonly Uint8Array[], hash: HashName): Uint8Array => {
  const running = createHash(hash);
  for (const part of parts) running.update(part);
  return running.digest();
};

const findCertificate = (
  { certificates }: SignedData,
  id: SignerId,
): { readonly certificate: Certificate; readonly chain: readonly Certificate[] } => {
  const read = certificates.map(certificateIn);
  const usable = read.filter((one) => typeof one !== 'string');
  const certificate = usable.find((one) => isNamed(one, id));
  if (certificate !== undefined)
    return {
      certificate,
      chain: usable.filter((one) => one.facts.fingerprint !== certificate.facts.fingerprint),
    };
  const trouble = read.find((one) => typeof one === 'string');
  const known = trouble === undefined ? '' : ` One that is inside ${trouble}.`;
  throw new CmsRefused('certificate', `The signer’s certificate is not inside.${known}`);
};

const isNamed = ({ fields: { issuer, serial, keyId } }: Certificate, id: SignerId): boolean =>
  id.kind === 'issuer-serial'
    ? sameBytes(issuer.bytes, id.issuer) && sameBytes(serial, id.serial)
    : keyId !== null && sameBytes(keyId, id.keyId);
