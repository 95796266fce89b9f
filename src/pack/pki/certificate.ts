// A certificate that this program can use: read strictly, of a kind of key it knows, with the facts that a report states of it.
// Whether it is trusted, in date or fit for its purpose is asked elsewhere.
import { X509Certificate } from 'node:crypto';
import { sha256 } from '../../codec/digest.ts';
import type { CertificateFacts } from '../../model/certificate.ts';
import { bytesOf, type Node, parseDer } from './asn1.ts';
import { type CertificateFields, readFields } from './certificate-fields.ts';
import { commonName, nameLine } from './certificate-name.ts';
import { type KeyKind, keyKindOf, keyWords } from './key-kind.ts';
import { DerRefused } from './strict-der.ts';

export type Certificate = {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly fields: CertificateFields;
  readonly facts: CertificateFacts;
  readonly key: KeyKind;
};

/** No certificate that people hold comes near it. */
const LARGEST = 100_000;

/** The certificate that the DER is, or the end of a sentence on why it cannot be used. */
export const readCertificate = (der: Uint8Array): Certificate | string =>
  der.length > LARGEST ? TOO_LARGE : orWhy(() => read(parseDer(der)));

/** The same for one that stands in a structure which was taken apart already. */
export const certificateIn = (node: Node): Certificate | string =>
  bytesOf(node).length > LARGEST ? TOO_LARGE : orWhy(() => read(node));

const TOO_LARGE = `is larger than ${LARGEST} bytes`;

const orWhy = (take: () => Certificate | string): Certificate | string => {
  try {
    return take();
  } catch (error) {
    if (error instanceof DerRefused) return error.message;
    throw error;
  }
};

const read = (node: Node): Certificate | string => {
  const der = Uint8Array.from(bytesOf(node));
  const fields = readFields(node);
  const x509 = openX509(der);
  if (x509 === null) return 'is not a certificate that can be read';
  const key = keyKindOf(x509, fields.curve);
  if (typeof key === 'string') return key;
  return { der, x509, fields, key, facts: factsOf(der, fields, key) };
};

/** Null where OpenSSL cannot read what was read here; both have to. */
const openX509 = (der: Uint8Array): X509Certificate | null => {
  try {
    return new X509Certificate(der);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
};

const factsOf = (
  der: Uint8Array,
  { serial, issuer, subject, publicKey, from, to, emails }: CertificateFields,
  key: KeyKind,
): CertificateFacts => ({
  subject: nameLine(subject),
  issuer: nameLine(issuer),
  serial: Buffer.from(serial)
    .toString('hex')
    .replace(/^0+(?=.)/, ''),
  fingerprint: sha256(der),
  'key-digest': sha256(publicKey),
  key: keyWords(key),
  from,
  to,
  emails: [...emails],
  name: commonName(subject),
});
