// The attributes of a signature in CMS: their names, and whether one that names the signing certificate names this one
// (RFC 5652, 11; RFC 5035, for which the libraries have no class).
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import type { AlgorithmIdentifier } from 'pkijs';
import { hashNamed } from './algorithms.ts';
import {
  algorithmIn,
  bytesOf,
  checkFields,
  hasTag,
  integerIn,
  type Node,
  octetsIn,
  onlyIn,
  SEQUENCE,
  sameBytes,
  tag,
  valuesIn,
} from './asn1.ts';
import type { Certificate } from './certificate.ts';
import type { CmsAttribute } from './cms-read.ts';
import { DerRefused } from './strict-der.ts';

export const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
} as const;

/** The value of an attribute that must have one; null where the attribute is not there. */
export const attributeValue = (attributes: readonly CmsAttribute[], type: string): Node | null => {
  const attribute = attributes.find((one) => one.type === type);
  if (attribute === undefined) return null;
  const [value, ...more] = attribute.values;
  if (value === undefined || more.length > 0) throw new DerRefused('has an attribute without its one value');
  return value;
};

/** Whether the signing certificate is named, and is this one. Where both versions are there, both must name it. */
export const certificateNamed = (
  attributes: readonly CmsAttribute[],
  certificate: Certificate,
): 'absent' | 'same' | 'other' => {
  const first = attributeValue(attributes, ATTRIBUTE.signingCertificate);
  const second = attributeValue(attributes, ATTRIBUTE.signingCertificateV2);
  if (first === null && second === null) return 'absent';
  const fits =
    (first === null || names(first, certificate, 1)) && (second === null || names(second, certificate, 2));
  return fits ? 'same' : 'other';
};

/** SigningCertificate and SigningCertificateV2: the first entry is the signer's, the rest only narrows the path. */
const names = (value: Node, certificate: Certificate, version: 1 | 2): boolean => {
  const [list, policies] = valuesIn(value);
  checkFields(value, [list, policies]);
  const [first] = valuesIn(list);
  if (first === undefined) throw new DerRefused('names no signing certificate');
  const { algorithm, digest, issuerSerial } = readEntry(first, version);
  const hash = version === 1 ? 'sha1' : algorithm === null ? 'sha256' : hashNamed(algorithm);
  if (hash === null || !sameBytes(createHash(hash).update(certificate.der).digest(), digest)) return false;
  return issuerSerial === null || isIssuerSerial(issuerSerial, certificate);
};

type Entry = {
  readonly algorithm: AlgorithmIdentifier | null;
  readonly digest: Uint8Array;
  readonly issuerSerial: Node | null;
};

/** ESSCertID, and ESSCertIDv2, which may name a hash first. */
const readEntry = (entry: Node, version: 1 | 2): Entry => {
  const fields = valuesIn(entry);
  const named = version === 2 && fields[0] instanceof asn1.Sequence ? fields[0] : undefined;
  const [digest, issuerSerial] = named === undefined ? fields : fields.slice(1);
  checkFields(entry, [named, digest, issuerSerial]);
  return {
    algorithm: named === undefined ? null : algorithmIn(named),
    digest: octetsIn(digest),
    issuerSerial: issuerSerial ?? null,
  };
};

/** IssuerSerial: exactly one directory name, and the serial number. */
const isIssuerSerial = (node: Node, { fields: { issuer, serial } }: Certificate): boolean => {
  const [names, number, uid] = valuesIn(node);
  checkFields(node, [names, number, uid]);
  const name = onlyIn(names, SEQUENCE);
  return (
    hasTag(name, tag(4)) &&
    sameBytes(bytesOf(onlyIn(name, tag(4))), issuer.bytes) &&
    sameBytes(integerIn(number), serial)
  );
};
