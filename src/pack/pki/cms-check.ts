// Checks a signature in CMS over content that is kept elsewhere: the seal of a PDF, whose shape is ours (PAdES baseline,
// ETSI EN 319 142-1), and a sign-off that a card, an HSM or another program made.

import { bytesOf, sameBytes } from './asn1.ts';
import { toDer } from './ber.ts';
import type { Certificate } from './certificate.ts';
import { ATTRIBUTE, attributeValue, certificateNamed } from './cms-attributes.ts';
import { asSet, DATA, readCms, type SignedData, type SignerInfo } from './cms-read.ts';
import { type CmsCode, CmsRefused, checkSigner } from './cms-signer.ts';
import { DerRefused, derLength } from './strict-der.ts';

export type CmsCheck =
  | {
      readonly kind: 'ok';
      readonly certificate: Certificate;
      /** The other certificates inside. */
      readonly chain: readonly Certificate[];
      /** TimeStampToken in DER over `signature`; not checked yet. */
      readonly timestamp: Uint8Array | null;
      readonly signature: Uint8Array;
      /** False where the signature is over the content itself, and so is one that `verifyRaw` may take. */
      readonly attributes: boolean;
    }
  | { readonly kind: 'refused'; readonly code: `cms-${CmsCode}`; readonly sentence: string };

/** Content is given in parts that are hashed in order. Says nothing of whether the certificate is trusted, in date or fit for signing. */
export const checkCms = (
  bytes: Uint8Array,
  content: readonly Uint8Array[],
  { kind }: { readonly kind: 'seal' | 'sign-off' },
): CmsCheck => {
  try {
    return kind === 'seal'
      ? checkSeal(readCms(bytes), content)
      : checkSignOff(readCms(toDer(bytes)), content);
  } catch (error) {
    if (error instanceof CmsRefused)
      return { kind: 'refused', code: `cms-${error.code}`, sentence: error.message };
    if (error instanceof DerRefused)
      return {
        kind: 'refused',
        code: 'cms-unreadable',
        sentence: `The signature cannot be read: it ${error.message}.`,
      };
    throw error;
  }
};

const SEAL_ATTRIBUTES: readonly string[] = [
  ATTRIBUTE.contentType,
  ATTRIBUTE.messageDigest,
  ATTRIBUTE.signingCertificateV2,
];

const checkSeal = (signed: SignedData, content: readonly Uint8Array[]): CmsCheck => {
  if (signed.content !== null) throw new CmsRefused('shape', 'The signature carries content of its own.');
  for (const info of signed.signers) {
    checkSealFrame(signed, info);
    checkSealAttributes(info);
  }
  return finish(signed, content);
};

/** What no signature covers must not vary either: there is one way to write a seal. */
const checkSealFrame = ({ version, hashes }: SignedData, { id, hash }: SignerInfo): void => {
  const [named, ...more] = hashes;
  const same = named !== undefined && more.length === 0 && named.isEqual(hash);
  if (version !== 1 || id.kind !== 'issuer-serial' || !same)
    throw new CmsRefused('shape', 'The signature is not framed as that of a seal is.');
};

/** Three attributes, no more and no fewer, in the order of DER; and nothing unsigned but a timestamp. */
const checkSealAttributes = ({ signed, attributes, unsigned }: SignerInfo): void => {
  const types = attributes.map(({ type }) => type);
  if (types.includes(ATTRIBUTE.signingTime))
    throw new CmsRefused('shape', 'The signature states a time of signing, which a seal in a PDF must not.');
  const exact =
    types.length === SEAL_ATTRIBUTES.length && SEAL_ATTRIBUTES.every((one) => types.includes(one));
  if (signed === null || !exact)
    throw new CmsRefused('shape', 'The signature does not have the three attributes of a seal.');
  if (unsigned.some(({ type }) => type !== ATTRIBUTE.signatureTimestamp))
    throw new CmsRefused('shape', 'The signature has an unsigned attribute other than a timestamp.');
  if (!sameBytes(asSet(signed).subarray(1), bytesOf(signed).subarray(1)))
    throw new CmsRefused('unreadable', 'The signature’s attributes are out of order.');
};

const checkSignOff = (signed: SignedData, content: readonly Uint8Array[]): CmsCheck => {
  const whole = Buffer.concat(content);
  if (signed.content !== null && !sameBytes(signed.content, whole))
    throw new CmsRefused('digest', 'The signature carries other content than this.');
  // Signed attributes are a SET: content of that form could be the attributes of another signature, which was over something else.
  const plain = signed.signers.some((info) => info.signed === null);
  if (plain && whole[0] === 0x31 && derLength(whole) === whole.length)
    throw new CmsRefused('shape', 'The content has the form of a signature’s attributes.');
  return finish(signed, content);
};

const finish = (signed: SignedData, content: readonly Uint8Array[]): CmsCheck => {
  if (signed.contentType !== DATA) throw new CmsRefused('shape', 'The signature is not over plain data.');
  const { info, certificate, chain } = checkSigner(signed, content);
  if (certificateNamed(info.attributes, certificate) === 'other')
    throw new CmsRefused(
      'certificate',
      'The signature names another certificate than the one that is inside.',
    );
  const token = attributeValue(info.unsigned, ATTRIBUTE.signatureTimestamp);
  return {
    kind: 'ok',
    certificate,
    chain,
    timestamp: token === null ? null : bytesOf(token),
    signature: info.signature,
    attributes: info.signed !== null,
  };
};
