// A timestamp authority for tests, built with pkijs: it answers a request with a token, honest or wrong in one way.
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { type Authority, algorithmOf, parsed, signWith, type Wish } from './authority.ts';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const HASHES = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const;

/** What the next answer is to be; everything left out is as it should be. */
export type Answer = {
  /** `2026-10-09T08:30:00Z` */
  readonly at?: string;
  readonly status?: number;
  readonly nonce?: Uint8Array | null;
  readonly digest?: Uint8Array;
  readonly imprintHash?: keyof typeof HASHES;
  readonly version?: number;
  /** How the certificate is named. */
  readonly names?: 'v1' | 'v2' | 'none';
  /** The certificate that is named and the one that is inside, where they are to differ. */
  readonly named?: Authority;
  readonly contentType?: string;
  readonly withoutCertificate?: boolean;
  /** Fractions of a second, `.250`. */
  readonly fraction?: number;
};

export type Tsa = {
  readonly authority: Authority;
  /** TimeStampReq to TimeStampResp, both DER. */
  readonly answer: (request: Uint8Array, more?: Answer) => Uint8Array;
};

export const makeTsa = (issuer: Authority, wish: Wish = {}, always: Answer = {}): Tsa => {
  const authority = issuer.issue({ name: 'Example Timestamps', purposes: [TIME_STAMPING], ...wish });
  return { authority, answer: (request, more = {}) => answer(authority, request, { ...always, ...more }) };
};

const answer = (tsa: Authority, bytes: Uint8Array, how: Answer): Uint8Array => {
  const request = new pkijs.TimeStampReq({ schema: parsed(bytes) });
  const status = new pkijs.PKIStatusInfo({ status: how.status ?? 0 });
  const token = (how.status ?? 0) > 1 ? {} : { timeStampToken: tokenOf(tsa, tstInfo(request, how), how) };
  return new Uint8Array(new pkijs.TimeStampResp({ status, ...token }).toSchema().toBER());
};

const tstInfo = (request: pkijs.TimeStampReq, how: Answer): Uint8Array => {
  const { hashedMessage } = request.messageImprint;
  const nonce = how.nonce === undefined ? request.nonce : how.nonce === null ? undefined : integer(how.nonce);
  const info = new pkijs.TSTInfo({
    version: how.version ?? 1,
    policy: '1.3.6.1.4.1.99999.1',
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: HASHES[how.imprintHash ?? 'sha256'] }),
      hashedMessage: how.digest === undefined ? hashedMessage : octets(how.digest),
    }),
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: new Date(Date.parse(how.at ?? '2026-10-09T08:30:00Z') + (how.fraction ?? 0)),
    ...(nonce === undefined ? {} : { nonce }),
  });
  return new Uint8Array(info.toSchema().toBER());
};

const integer = (bytes: Uint8Array): asn1.Integer => new asn1.Integer({ valueHex: bytes.slice().buffer });
const octets = (bytes: Uint8Array): asn1.OctetString =>
  new asn1.OctetString({ valueHex: bytes.slice().buffer });

const tokenOf = (tsa: Authority, info: Uint8Array, how: Answer): pkijs.ContentInfo => {
  const attributes = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [...attributesOf(tsa, info, how)],
  });
  const encoded = new Uint8Array(attributes.toSchema().toBER());
  const signature = signWith(tsa.key, Uint8Array.from([0x31, ...encoded.subarray(1)]));
  const { certificate } = tsa;
  const plain = new pkijs.Certificate({ schema: parsed(certificate.der) });
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: how.contentType ?? TST_INFO,
      eContent: octets(info),
    }),
    digestAlgorithms: [sha256()],
    ...(how.withoutCertificate === true ? {} : { certificates: [plain] }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: plain.issuer, serialNumber: plain.serialNumber }),
        digestAlgorithm: sha256(),
        signedAttrs: attributes,
        signatureAlgorithm: algorithmOf(tsa.key),
        signature: octets(signature),
      }),
    ],
  });
  return new pkijs.ContentInfo({
    contentType: pkijs.ContentInfo.SIGNED_DATA,
    content: signed.toSchema(true),
  });
};

const sha256 = (): pkijs.AlgorithmIdentifier =>
  new pkijs.AlgorithmIdentifier({ algorithmId: HASHES.sha256, algorithmParams: new asn1.Null() });

const attributesOf = (tsa: Authority, info: Uint8Array, how: Answer): readonly pkijs.Attribute[] => {
  const { der } = (how.named ?? tsa).certificate;
  const hash = (name: 'sha1' | 'sha256', data: Uint8Array): asn1.OctetString =>
    octets(createHash(name).update(data).digest());
  const naming = (type: string, name: 'sha1' | 'sha256'): pkijs.Attribute => {
    const one = new asn1.Sequence({ value: [hash(name, der)] });
    return new pkijs.Attribute({
      type,
      values: [new asn1.Sequence({ value: [new asn1.Sequence({ value: [one] })] })],
    });
  };
  const all = [
    new pkijs.Attribute({
      type: '1.2.840.113549.1.9.3',
      values: [new asn1.ObjectIdentifier({ value: how.contentType ?? TST_INFO })],
    }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.4', values: [hash('sha256', info)] }),
    ...((how.names ?? 'v2') === 'v2' ? [naming('1.2.840.113549.1.9.16.2.47', 'sha256')] : []),
    ...(how.names === 'v1' ? [naming('1.2.840.113549.1.9.16.2.12', 'sha1')] : []),
  ];
  const order = (one: pkijs.Attribute): Buffer => Buffer.from(one.toSchema().toBER());
  return all.toSorted((a, b) => Buffer.compare(order(a), order(b)));
};
