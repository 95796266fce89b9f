// Certificate authorities for tests, built with pkijs and so not with the code under test: roots, authorities below them, and
// certificates with whatever a test wants wrong in them.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { type Certificate, readCertificate } from '../../../src/pack/pki/certificate.ts';
import { signBy, signRaw } from '../../../src/pack/pki/raw-signature.ts';
import type { Signer } from '../../../src/pack/pki/signer.ts';

export type KeyName = 'rsa' | 'rsa-1024' | 'rsa-pss' | 'P-256' | 'P-384' | 'P-521' | 'ed25519';
export type KeyPair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

/** A new key each time, but for RSA, which takes long to make: those of the fixtures are taken. */
export const makeKey = (name: KeyName): KeyPair => {
  if (name === 'ed25519') return generateKeyPairSync('ed25519');
  if (name === 'rsa-1024') return generateKeyPairSync('rsa', { modulusLength: 1024 });
  if (name === 'rsa' || name === 'rsa-pss') return keptKeys[name];
  return generateKeyPairSync('ec', { namedCurve: name });
};

const keptKey = (file: string): KeyPair => {
  const key = readFileSync(new URL(`fixtures/${file}`, import.meta.url));
  const privateKey = createPrivateKey({ key, passphrase: 'countersign' });
  return { privateKey, publicKey: createPublicKey(privateKey) };
};

const keptKeys = { rsa: keptKey('rsa-pkcs8-enc.pem'), 'rsa-pss': keptKey('rsa-pss-enc.pem') };

export type Wish = {
  readonly name?: string;
  readonly organisation?: string;
  /** As it stands in the subject alternative name. */
  readonly email?: string;
  readonly from?: string;
  readonly to?: string;
  readonly serial?: number;
  readonly key?: KeyName | KeyPair;
  /** May issue certificates; `pathLength` further authorities may stand below. */
  readonly ca?: boolean;
  readonly pathLength?: number;
  /** The one byte of the key usage; null for a certificate without. */
  readonly keyUsage?: number | null;
  /** Object identifiers of the extended key usage, which is critical unless said otherwise. */
  readonly purposes?: readonly string[];
  readonly purposesCritical?: boolean;
  readonly extensions?: readonly pkijs.Extension[];
  /** Signed with SHA-1, by an elliptic curve. */
  readonly weak?: boolean;
};

export const USAGE = { sign: 0xc0, encrypt: 0x20, issue: 0x06 } as const;

export type Authority = {
  readonly certificate: Certificate;
  readonly key: KeyPair;
  /** A certificate signed by this one, whatever this one is for. */
  readonly issue: (wish?: Wish) => Authority;
};

/** A root that signs itself. */
export const makeAuthority = (wish: Wish = {}): Authority => {
  const key = keyOf(wish);
  const name = nameOf(wish.name ?? 'Example Root', wish.organisation);
  return made({ name: 'Example Root', ca: true, ...wish, key }, name, key);
};

/** What signs with a certificate of these tests. */
export const signerOf = ({ certificate, key }: Authority, chain: readonly Authority[] = []): Signer => ({
  certificate,
  chain: chain.map((one) => one.certificate),
  sign: (data, scheme) =>
    scheme === undefined ? signRaw(key.privateKey, data) : signBy(key.privateKey, scheme, data),
});

const keyOf = ({ key = 'P-256' }: Wish): KeyPair => (typeof key === 'string' ? makeKey(key) : key);

const made = (wish: Wish, issuer: Uint8Array, signing: KeyPair): Authority => {
  const key = keyOf(wish);
  const certificate = readCertificate(certificateDer({ ...wish, key }, issuer, signing));
  if (typeof certificate === 'string') throw new Error(`The certificate ${certificate}.`);
  const own = certificate.fields.subject.bytes;
  return { certificate, key, issue: (next = {}) => made(next, own, key) };
};

let lastSerial = 1000;
const nextSerial = (): number => {
  lastSerial += 1;
  return lastSerial;
};

/** DER of a certificate, also of one that cannot be used. `issuer` is a name in DER. */
export const certificateDer = (wish: Wish, issuer: Uint8Array, signing: KeyPair): Uint8Array => {
  const weak = wish.weak === true;
  const algorithm = weak
    ? new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.1' })
    : algorithmOf(signing);
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: new asn1.Integer({ value: wish.serial ?? nextSerial() }),
    signature: algorithm,
    signatureAlgorithm: algorithm,
    issuer: new pkijs.RelativeDistinguishedNames({ schema: parsed(issuer) }),
    subject: new pkijs.RelativeDistinguishedNames({
      schema: parsed(nameOf(wish.name ?? 'Robin Example', wish.organisation)),
    }),
    notBefore: timeOf(wish.from ?? '2026-01-01T00:00:00Z'),
    notAfter: timeOf(wish.to ?? '2036-01-01T00:00:00Z'),
    subjectPublicKeyInfo: new pkijs.PublicKeyInfo({
      schema: parsed(keyOf(wish).publicKey.export({ type: 'spki', format: 'der' })),
    }),
    extensions: [...extensionsOf(wish)],
  });
  const signed = new Uint8Array(certificate.encodeTBS().toBER());
  const signature = weak ? sign('sha1', signed, signing.privateKey) : signWith(signing, signed);
  certificate.signatureValue = new asn1.BitString({ valueHex: Uint8Array.from(signature).buffer });
  return new Uint8Array(certificate.toSchema(true).toBER());
};

const timeOf = (instant: string): pkijs.Time =>
  new pkijs.Time({
    type: instant < '2050' ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime,
    value: new Date(instant),
  });

export const parsed = (der: Uint8Array): asn1.AsnType => asn1.fromBER(Uint8Array.from(der)).result;

const SHA256 = '2.16.840.1.101.3.4.2.1';

/** SHA-256 for all kinds of keys, so that this is not the table of the code under test. */
export const algorithmOf = ({ privateKey }: KeyPair): pkijs.AlgorithmIdentifier => {
  if (privateKey.asymmetricKeyType === 'ec')
    return new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' });
  if (privateKey.asymmetricKeyType === 'ed25519')
    return new pkijs.AlgorithmIdentifier({ algorithmId: '1.3.101.112' });
  if (privateKey.asymmetricKeyType === 'rsa')
    return new pkijs.AlgorithmIdentifier({
      algorithmId: '1.2.840.113549.1.1.11',
      algorithmParams: new asn1.Null(),
    });
  const hashAlgorithm = new pkijs.AlgorithmIdentifier({
    algorithmId: SHA256,
    algorithmParams: new asn1.Null(),
  });
  const maskGenAlgorithm = new pkijs.AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.8',
    algorithmParams: hashAlgorithm.toSchema(),
  });
  const parameters = new pkijs.RSASSAPSSParams({ hashAlgorithm, maskGenAlgorithm, saltLength: 32 });
  return new pkijs.AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.10',
    algorithmParams: parameters.toSchema(),
  });
};

export const signWith = ({ privateKey }: KeyPair, data: Uint8Array): Uint8Array =>
  privateKey.asymmetricKeyType === 'ed25519'
    ? sign(null, data, privateKey)
    : sign(
        'sha256',
        data,
        privateKey.asymmetricKeyType === 'rsa-pss' ? { key: privateKey, saltLength: 32 } : privateKey,
      );

export const nameOf = (name: string, organisation?: string): Uint8Array => {
  const part = (type: string, value: string): asn1.Set =>
    new asn1.Set({
      value: [
        new asn1.Sequence({
          value: [new asn1.ObjectIdentifier({ value: type }), new asn1.Utf8String({ value })],
        }),
      ],
    });
  const parts = [
    ...(organisation === undefined ? [] : [part('2.5.4.10', organisation)]),
    part('2.5.4.3', name),
  ];
  return new Uint8Array(new asn1.Sequence({ value: parts }).toBER());
};

export const extension = (extnID: string, critical: boolean, value: asn1.AsnType): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });

const extensionsOf = (wish: Wish): readonly pkijs.Extension[] => {
  const { ca = false, keyUsage = ca ? USAGE.issue : USAGE.sign, email, purposes, pathLength } = wish;
  const limit = pathLength === undefined ? {} : { pathLenConstraint: pathLength };
  const id = createHash('sha256')
    .update(keyOf(wish).publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
  const basic = new pkijs.BasicConstraints({ cA: ca, ...limit });
  return [
    extension('2.5.29.19', true, basic.toSchema()),
    extension(
      '2.5.29.14',
      false,
      new asn1.OctetString({ valueHex: Uint8Array.from(id.subarray(0, 20)).buffer }),
    ),
    ...(keyUsage === null
      ? []
      : [extension('2.5.29.15', true, new asn1.BitString({ valueHex: Uint8Array.of(keyUsage).buffer }))]),
    ...(email === undefined
      ? []
      : [
          extension(
            '2.5.29.17',
            false,
            new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 1, value: email })] }).toSchema(),
          ),
        ]),
    ...(purposes === undefined
      ? []
      : [
          extension(
            '2.5.29.37',
            wish.purposesCritical ?? true,
            new pkijs.ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema(),
          ),
        ]),
    ...(wish.extensions ?? []),
  ];
};
