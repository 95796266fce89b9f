// Makes what a new key needs: a certificate that it signs itself, or a request that an authority signs (RFC 5280, RFC 2986). The key,
// the serial number and the times are handed in. The structures are pkijs's, the signature is Node's.
import { createHash, type KeyObject } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import type { Instant } from '../../model/scalar.ts';
import { signatureIdentifier } from './algorithms.ts';
import { derOf, otherType, parseDer } from './asn1.ts';
import { privateKeyKind } from './key-kind.ts';
import { signRaw } from './raw-signature.ts';
import { schemeOf } from './scheme.ts';

export type Holder = {
  readonly key: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  /** The common name. */
  readonly name: string;
  readonly organisation?: string;
  readonly email?: string;
};

export type SelfSigned = Holder & {
  readonly from: Instant;
  readonly to: Instant;
  /** Highest byte first; not all zeros, at most 20 bytes. */
  readonly serial: Uint8Array;
};

const SIGNING = 0xc0; // digitalSignature and nonRepudiation, in a BIT STRING with six unused bits.
const UNUSED_BITS = 6;

/** A certificate in DER for signing and nothing else, valid from `from` to `to`. */
export const selfSigned = (holder: SelfSigned): Uint8Array => {
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1.Integer({ valueHex: positive(holder.serial) }),
    signature: algorithmOf(holder),
    signatureAlgorithm: algorithmOf(holder),
    issuer: nameOf(holder),
    subject: nameOf(holder),
    notBefore: timeOf(holder.from),
    notAfter: timeOf(holder.to),
    subjectPublicKeyInfo: publicKeyOf(holder),
    extensions: [...extensionsOf(holder)],
  });
  certificate.signatureValue = signatureOf(holder, derOf(certificate.encodeTBS()));
  return derOf(certificate.toSchema(true));
};

const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/** A request in DER (PKCS #10) that asks an authority for such a certificate. */
export const signingRequest = (holder: Holder): Uint8Array => {
  const extensions = new pkijs.Extensions({ extensions: [...extensionsOf(holder)] });
  const request = new pkijs.CertificationRequest({
    version: 0,
    subject: nameOf(holder),
    subjectPublicKeyInfo: publicKeyOf(holder),
    attributes: [new pkijs.Attribute({ type: EXTENSION_REQUEST, values: [extensions.toSchema()] })],
    signatureAlgorithm: algorithmOf(holder),
  });
  const [signed] = request.toSchema(true).valueBlock.value;
  if (signed === undefined) throw otherType();
  request.signatureValue = signatureOf(holder, derOf(signed));
  return derOf(request.toSchema(true));
};

/** PKCS #8 as PEM, encrypted with AES-256 in CBC mode unless `passphrase` is null. */
export const encryptedKeyPem = (key: KeyObject, passphrase: string | null): string => {
  const form = { type: 'pkcs8', format: 'pem' } as const;
  const text =
    passphrase === null ? key.export(form) : key.export({ ...form, cipher: 'aes-256-cbc', passphrase });
  return text.toString();
};

/** An INTEGER is negative when its first bit is set, and has no zero in front but for that. */
const positive = (serial: Uint8Array): ArrayBuffer => {
  const start = serial.findIndex((byte) => byte !== 0);
  const digits = serial.subarray(Math.max(start, 0));
  return Uint8Array.from((digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits).buffer;
};

const publicKeyOf = ({ key }: Holder): pkijs.PublicKeyInfo =>
  new pkijs.PublicKeyInfo({ schema: parseDer(key.publicKey.export({ type: 'spki', format: 'der' })) });

const algorithmOf = ({ key }: Holder): pkijs.AlgorithmIdentifier => {
  const kind = privateKeyKind(key.privateKey);
  if (typeof kind === 'string') throw new TypeError(`The key ${kind}.`);
  return signatureIdentifier(schemeOf(kind), 'certificate');
};

const signatureOf = ({ key }: Holder, data: Uint8Array): asn1.BitString =>
  new asn1.BitString({ valueHex: Uint8Array.from(signRaw(key.privateKey, data)).buffer });

/** Each part in a set of its own. Built here, because pkijs would put all parts into one set, which is another name. */
const nameOf = ({ name, organisation }: Holder): pkijs.RelativeDistinguishedNames => {
  const part = (type: string, value: string): asn1.Set =>
    new asn1.Set({
      value: [new pkijs.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }).toSchema()],
    });
  const organisations = organisation === undefined ? [] : [part('2.5.4.10', organisation)];
  const line = new asn1.Sequence({ value: [...organisations, part('2.5.4.3', name)] });
  return new pkijs.RelativeDistinguishedNames({ schema: parseDer(derOf(line)) });
};

/** UTCTime up to 2049, GeneralizedTime from then on (RFC 5280, 4.1.2.5). */
const timeOf = (instant: Instant): pkijs.Time => {
  const type = instant < '2050' ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime;
  return new pkijs.Time({ type, value: new Date(instant) });
};

const extensionsOf = (holder: Holder): readonly pkijs.Extension[] => {
  const { email } = holder;
  const usage = new asn1.BitString({ valueHex: Uint8Array.of(SIGNING).buffer, unusedBits: UNUSED_BITS });
  return [
    extension('2.5.29.19', true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    extension('2.5.29.15', true, usage),
    extension('2.5.29.14', false, new asn1.OctetString({ valueHex: keyId(holder) })),
    ...(email === undefined
      ? []
      : [
          extension(
            '2.5.29.17',
            false,
            new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 1, value: email })] }).toSchema(),
          ),
        ]),
  ];
};

const extension = (extnID: string, critical: boolean, value: asn1.AsnType): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });

/** The first 160 bits of the SHA-256 of the public key's bits (RFC 7093, 2, method 1). */
const keyId = (holder: Holder): ArrayBuffer => {
  const { subjectPublicKey } = publicKeyOf(holder);
  const digest = createHash('sha256').update(subjectPublicKey.valueBlock.valueHexView).digest();
  return Uint8Array.from(digest.subarray(0, 20)).buffer;
};
