// Certificates of every kind that a vector needs, good and bad: self-signed or issued, with whatever extensions are asked for.
// Written field by field, so that a test can have certificates that no program would make.
import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Certificate, readCertificate } from '../../../src/pack/pki/certificate.ts';
import type { Signer } from '../../../src/pack/pki/signer.ts';
import { contextTag, der, integer, NULL, octetString, oid, sequence, setOf, TAG } from '../pki/der-write.ts';

export type KeyPair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
const ecKey = (): KeyPair => generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const rsaKey = (bits: number): KeyPair => generateKeyPairSync('rsa', { modulusLength: bits });

/** A certificate with the key behind it. */
export type Identity = { readonly der: Uint8Array; readonly key: KeyPair; readonly wish: Wish };

export type Wish = {
  readonly name: string;
  readonly organisation?: string;
  readonly email?: string;
  readonly key?: KeyPair;
  /** Self-signed where nobody is named. */
  readonly issuer?: Identity;
  readonly from?: string;
  readonly to?: string;
  /** The first byte of the key usage; null for a certificate that says nothing of it. */
  readonly usage?: number | null;
  /** Makes it an authority's; `longest` is the path length. */
  readonly authority?: { readonly longest: number | null };
  /** Extended key usage. */
  readonly purposes?: { readonly oids: readonly string[]; readonly critical: boolean };
};

const SIGNING = 0xc0;
const ISSUING = 0x06;
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';

const utf8 = (text: string): Uint8Array => der(TAG.utf8, new TextEncoder().encode(text));
const named = (type: string, value: string): Uint8Array => setOf([sequence(oid(type), utf8(value))]);
const nameOf = ({ name, organisation = 'Northfield Example Bank' }: Wish): Uint8Array =>
  sequence(named('2.5.4.10', organisation), named('2.5.4.3', name));
const time = (instant: string): Uint8Array =>
  der(TAG.utcTime, new TextEncoder().encode(instant.slice(2).replace(/[-:T]/g, '')));

const extension = (name: string, critical: boolean, value: Uint8Array): Uint8Array =>
  sequence(oid(name), ...(critical ? [der(TAG.boolean, Uint8Array.of(0xff))] : []), octetString(value));

const constraints = ({ authority }: Wish): Uint8Array => {
  if (authority === undefined) return sequence();
  const longest = authority.longest === null ? [] : [integer(authority.longest)];
  return sequence(der(TAG.boolean, Uint8Array.of(0xff)), ...longest);
};

const extensionsOf = (wish: Wish): readonly Uint8Array[] => {
  const { usage = wish.authority === undefined ? SIGNING : ISSUING, email, purposes } = wish;
  return [
    extension('2.5.29.19', true, constraints(wish)),
    ...(usage === null
      ? []
      : [extension('2.5.29.15', true, der(TAG.bitString, Uint8Array.of(usage === SIGNING ? 6 : 1, usage)))]),
    ...(email === undefined
      ? []
      : [extension('2.5.29.17', false, sequence(der(0x81, new TextEncoder().encode(email))))]),
    ...(purposes === undefined
      ? []
      : [extension('2.5.29.37', purposes.critical, sequence(...purposes.oids.map(oid)))]),
  ];
};

/** AlgorithmIdentifier of what `signWith` makes, in certificates. */
const algorithmOf = ({ privateKey }: KeyPair): Uint8Array =>
  privateKey.asymmetricKeyType === 'rsa'
    ? sequence(oid('1.2.840.113549.1.1.11'), NULL)
    : sequence(oid('1.2.840.10045.4.3.2'));

export const signWith = ({ privateKey }: KeyPair, data: Uint8Array, hash = 'sha256'): Uint8Array =>
  Uint8Array.from(sign(hash, data, privateKey));

/** RSA-PSS with SHA-256 and a salt of 32 bytes. */
export const signPss = ({ privateKey }: KeyPair, data: Uint8Array): Uint8Array =>
  Uint8Array.from(
    sign('sha256', data, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
  );

let serial = 0x1000;

export const makeIdentity = (wish: Wish): Identity => {
  const key = wish.key ?? ecKey();
  const issuer = wish.issuer ?? { wish, key };
  const { from = '2026-01-01T00:00:00Z', to = '2027-12-31T23:59:59Z' } = wish;
  serial += 1;
  const signed = sequence(
    der(contextTag(0), integer(2)),
    integer(serial),
    algorithmOf(issuer.key),
    nameOf(issuer.wish),
    sequence(time(from), time(to)),
    nameOf(wish),
    Uint8Array.from(key.publicKey.export({ type: 'spki', format: 'der' })),
    der(contextTag(3), sequence(...extensionsOf(wish))),
  );
  const bits = der(TAG.bitString, Uint8Array.of(0), signWith(issuer.key, signed));
  return { der: sequence(signed, algorithmOf(issuer.key), bits), key, wish };
};

/** Throws for certificates that the program refuses to read. */
export const certificateOf = ({ der: bytes }: Identity): Certificate => {
  const read = readCertificate(bytes);
  if (typeof read === 'string') throw new Error(`the test's own certificate ${read}`);
  return read;
};

export const signerOf = (one: Identity, chain: readonly Identity[] = []): Signer => ({
  certificate: certificateOf(one),
  chain: chain.map(certificateOf),
  sign: (data) => signWith(one.key, data),
});
