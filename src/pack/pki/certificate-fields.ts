// The fields of an X.509 certificate (RFC 5280, 4.1), as plain values that are judged by nobody yet. They are found by the schema of
// pkijs, which passes over what it does not expect; that nothing is passed over is asked here, and of OpenSSL, which opens each one too.
import * as asn1 from 'asn1js';
import { Certificate } from 'pkijs';
import type { Instant } from '../../model/scalar.ts';
import { schemeNamed } from './algorithms.ts';
import {
  algorithmIn,
  bytesOf,
  checkFields,
  fieldsBy,
  integerIn,
  type Node,
  octetsIn,
  oidIn,
  sameBytes,
  smallNumberIn,
  valuesIn,
} from './asn1.ts';
import {
  type Extension,
  type Extensions,
  emailsOf,
  keyIdOf,
  type Purpose,
  purposeOf,
} from './certificate-extensions.ts';
import { type Name, nameOf } from './certificate-name.ts';
import { instantIn } from './instant.ts';
import type { Scheme } from './scheme.ts';
import { DerRefused } from './strict-der.ts';

export type CertificateFields = {
  /** The INTEGER's bytes, highest first. */
  readonly serial: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  readonly from: Instant;
  readonly to: Instant;
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKey: Uint8Array;
  /** The object identifier by which an elliptic curve is named; null where it is not, or where there is none. */
  readonly curve: string | null;
  /** How the issuer signed; null where the algorithm is not used here. */
  readonly signed: Scheme | null;
  /** By object identifier. */
  readonly extensions: Extensions;
  /** What the extensions say that it is for, or the end of a sentence on why they cannot be read. */
  readonly purpose: Purpose | string;
  /** SubjectKeyIdentifier. */
  readonly keyId: Uint8Array | null;
  /** Addresses of the subject and its alternative names, lower-case, in code unit order. */
  readonly emails: readonly string[];
};

const SCHEMA = Certificate.schema();

/** Throws DerRefused where the node is no certificate. */
export const readFields = (node: Node): CertificateFields => {
  const found = fieldsBy(SCHEMA, node);
  const [signed, algorithm, signature] = valuesIn(node);
  checkFields(node, [signed, algorithm, signature]);
  const part = (name: string): Node | undefined => found[`tbsCertificate.${name}`];
  checkSigned(signed, part);
  if (!sameBytes(bytesOf(part('signature')), bytesOf(algorithm)))
    throw new DerRefused('names two algorithms for one signature');
  const extensions = readExtensions(part('extensions'));
  const subject = nameOf(part('subject'));
  return {
    serial: integerIn(part('serialNumber')),
    issuer: nameOf(part('issuer')),
    subject,
    from: instantIn(part('notBefore')),
    to: instantIn(part('notAfter')),
    publicKey: bytesOf(part('subjectPublicKeyInfo')),
    curve: curveIn(part('subjectPublicKeyInfo')),
    signed: schemeNamed(algorithmIn(algorithm), null),
    extensions,
    purpose: purposeOf(extensions),
    keyId: keyIdOf(extensions),
    emails: emailsOf(subject, extensions),
  };
};

/** Extensions that the schema does not fit would else be ones that are not there. */
const checkSigned = (signed: unknown, part: (name: string) => unknown): void => {
  const stated = part('version');
  // 0 stands for version 1, as in the file; only versions 1 and 3 are in use.
  const version = stated === undefined ? 0 : smallNumberIn(stated);
  const extensions = part('extensions');
  const six = ['serialNumber', 'signature', 'issuer', 'validity', 'subject', 'subjectPublicKeyInfo'].map(
    part,
  );
  checkFields(signed, [stated, ...six, part('issuerUniqueID'), part('subjectUniqueID'), extensions]);
  if (version > 2) throw new DerRefused('is of an unknown version');
  if (extensions !== undefined && version !== 2)
    throw new DerRefused('has extensions that its version does not have');
};

const curveIn = (publicKeyInfo: unknown): string | null => {
  const [algorithm] = valuesIn(publicKeyInfo);
  const [, parameters] = valuesIn(algorithm);
  return parameters instanceof asn1.ObjectIdentifier ? oidIn(parameters) : null;
};

const readExtensions = (node: unknown): Extensions => {
  const list = node === undefined ? [] : valuesIn(node);
  const found = new Map(list.map(readExtension));
  if (found.size < list.length) throw new DerRefused('has an extension twice');
  return found;
};

const readExtension = (node: Node): readonly [string, Extension] => {
  const [name, second, third] = valuesIn(node);
  const critical = second instanceof asn1.Boolean ? second : undefined;
  const value = critical === undefined ? second : third;
  checkFields(node, [name, critical, value]);
  return [oidIn(name), { critical: critical?.getValue() === true, value: octetsIn(value) }];
};
