// Makes the signature of a seal: CMS SignedData over content kept elsewhere, PAdES baseline B-B (ETSI EN 319 142-1), or B-T when a
// timestamp is asked for. No signing time: PAdES forbids it, and the signer's own clock proves nothing.
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { Failure } from '../../problem.ts';
import { hashIdentifier, signatureIdentifier } from './algorithms.ts';
import { derOf, type Node, parseDer } from './asn1.ts';
import type { Certificate } from './certificate.ts';
import { ATTRIBUTE } from './cms-attributes.ts';
import { DATA, SIGNED_DATA } from './cms-read.ts';
import { PSS, type Scheme, schemeOf } from './scheme.ts';
import type { Signer } from './signer.ts';
import { isDer } from './strict-der.ts';

export type CmsParts = {
  /** Hashed in order. */
  readonly content: readonly Uint8Array[];
  readonly signer: Signer;
  /** Given the signature value, answers with a TimeStampToken in DER. */
  readonly timestamp?: (signature: Uint8Array) => Promise<Uint8Array>;
  /** PSS also by an RSA key that is not bound to it. */
  readonly pss?: boolean;
};

/** ContentInfo in DER. Whatever `signer` and `timestamp` throw passes through; Failure `timestamp-refused` for a token that is not in DER. */
export const signCms = async ({ content, signer, timestamp, pss = false }: CmsParts): Promise<Uint8Array> => {
  const { certificate, chain } = signer;
  const { key } = certificate;
  const scheme = pss && key.kind === 'rsa' ? PSS : schemeOf(key);
  const signedAttrs = signedAttributes(content, certificate, scheme);
  const signature = signer.sign(asSet(signedAttrs), scheme);
  const token = timestamp === undefined ? null : await timestamp(signature);
  if (token !== null && !isDer(token))
    throw new Failure('timestamp-refused', 'The timestamp is not in DER.', 'Name another timestamp server.');
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: issuerAndSerial(certificate),
    digestAlgorithm: hashIdentifier(scheme.hash),
    signedAttrs,
    signatureAlgorithm: signatureIdentifier(scheme, 'cms'),
    signature: octets(signature),
    ...(token === null ? {} : { unsignedAttrs: unsignedAttributes(token) }),
  });
  const cms = signedData([certificate, ...chain], info);
  checkKept(cms, [...[certificate, ...chain].map((one) => one.der), ...(token === null ? [] : [token])]);
  return cms;
};

const signedData = (certificates: readonly Certificate[], info: pkijs.SignerInfo): Uint8Array => {
  const sorted = certificates.toSorted((a, b) => Buffer.compare(a.der, b.der));
  const data = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [info.digestAlgorithm],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: sorted.map(({ der }) => new pkijs.Certificate({ schema: parseDer(der) })),
    signerInfos: [info],
  });
  return derOf(new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: data.toSchema() }).toSchema());
};

/** The library writes certificates and tokens anew, and they are signed: they must come out byte for byte. */
const checkKept = (cms: Uint8Array, parts: readonly Uint8Array[]): void => {
  const whole = Buffer.from(cms);
  if (parts.some((part) => !whole.includes(Buffer.from(part))))
    throw new Failure('bug', 'A certificate would not stand in the seal as it is.', 'Please report this.');
};

const octets = (bytes: Uint8Array): asn1.OctetString => new asn1.OctetString({ valueHex: bytes.slice() });

const attribute = (type: string, value: Node): pkijs.Attribute =>
  new pkijs.Attribute({ type, values: [value] });

const unsignedAttributes = (token: Uint8Array): pkijs.SignedAndUnsignedAttributes =>
  new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [attribute(ATTRIBUTE.signatureTimestamp, parseDer(token))],
  });

const signedAttributes = (
  content: readonly Uint8Array[],
  certificate: Certificate,
  { hash }: Scheme,
): pkijs.SignedAndUnsignedAttributes => {
  const running = createHash(hash);
  for (const part of content) running.update(part);
  const all = [
    attribute(ATTRIBUTE.contentType, new asn1.ObjectIdentifier({ value: DATA })),
    attribute(ATTRIBUTE.messageDigest, octets(running.digest())),
    attribute(ATTRIBUTE.signingCertificateV2, signingCertificate(certificate)),
  ];
  const der = (one: pkijs.Attribute): Uint8Array => derOf(one.toSchema());
  const attributes = all.toSorted((a, b) => Buffer.compare(der(a), der(b)));
  return new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes });
};

/** What is signed: the attributes as a SET of their own, not under the tag that they have in the structure (RFC 5652, 5.4). */
const asSet = ({ attributes }: pkijs.SignedAndUnsignedAttributes): Uint8Array =>
  derOf(new asn1.Set({ value: attributes.map((one) => one.toSchema()) }));

/** SigningCertificateV2 (RFC 5035, 3): SHA-256, which is the default and therefore not written, and issuer and serial number. */
const signingCertificate = (certificate: Certificate): Node => {
  const { issuer, serialNumber } = issuerAndSerial(certificate);
  const names = [new pkijs.GeneralName({ type: 4, value: issuer })];
  const issuerSerial = new pkijs.IssuerSerial({ issuer: new pkijs.GeneralNames({ names }), serialNumber });
  const digest = octets(createHash('sha256').update(certificate.der).digest());
  return sequence(sequence(sequence(digest, issuerSerial.toSchema())));
};

const sequence = (...value: Node[]): asn1.Sequence => new asn1.Sequence({ value });

const issuerAndSerial = ({ fields: { issuer, serial } }: Certificate): pkijs.IssuerAndSerialNumber =>
  new pkijs.IssuerAndSerialNumber({
    issuer: new pkijs.RelativeDistinguishedNames({ schema: parseDer(issuer.bytes) }),
    serialNumber: new asn1.Integer({ valueHex: serial.slice() }),
  });
