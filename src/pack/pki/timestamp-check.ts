// Checks a timestamp (RFC 3161): that a token is over these bytes, made by the certificate inside, and that the certificate is one
// for making timestamps. Whether it is trusted is asked elsewhere.
import { createHash } from 'node:crypto';
import { Boolean as Asn1Boolean } from 'asn1js';
import { TSTInfo } from 'pkijs';
import type { Instant } from '../../model/scalar.ts';
import { hashNamed } from './algorithms.ts';
import {
  algorithmIn,
  checkFields,
  fieldsBy,
  hasTag,
  integerIn,
  type Node,
  octetsIn,
  parseDer,
  sameBytes,
  smallNumberIn,
  tag,
  valuesIn,
} from './asn1.ts';
import type { Certificate } from './certificate.ts';
import { certificateNamed } from './cms-attributes.ts';
import { readCms, type SignedData } from './cms-read.ts';
import { CmsRefused, checkSigner } from './cms-signer.ts';
import { instantIn } from './instant.ts';
import type { HashName } from './scheme.ts';
import { DerRefused } from './strict-der.ts';

export type TimestampCode =
  | 'timestamp-unreadable'
  | 'timestamp-imprint'
  | 'timestamp-signature'
  | 'timestamp-purpose'
  | 'timestamp-algorithm'
  | 'timestamp-certificate';

export type TimestampCheck =
  | {
      readonly kind: 'ok';
      readonly at: Instant;
      /** The timestamp authority's. */
      readonly certificate: Certificate;
      readonly chain: readonly Certificate[];
    }
  | { readonly kind: 'refused'; readonly code: TimestampCode; readonly sentence: string };

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

class TimestampRefused extends Error {
  readonly code: TimestampCode;

  constructor(code: TimestampCode, sentence: string) {
    super(sentence);
    this.name = 'TimestampRefused';
    this.code = code;
  }
}

/** `data` is what was timestamped: for a seal, the value of its signature. Fractions of a second are cut off. */
export const checkTimestamp = (token: Uint8Array, data: Uint8Array): TimestampCheck => {
  try {
    return check(readCms(token), data);
  } catch (error) {
    if (error instanceof TimestampRefused)
      return { kind: 'refused', code: error.code, sentence: error.message };
    if (error instanceof CmsRefused)
      return { kind: 'refused', code: CODES[error.code], sentence: `Of the timestamp: ${error.message}` };
    if (error instanceof DerRefused)
      return {
        kind: 'refused',
        code: 'timestamp-unreadable',
        sentence: `The timestamp cannot be read: it ${error.message}.`,
      };
    throw error;
  }
};

const CODES = {
  unreadable: 'timestamp-unreadable',
  shape: 'timestamp-unreadable',
  algorithm: 'timestamp-algorithm',
  digest: 'timestamp-signature',
  signature: 'timestamp-signature',
  certificate: 'timestamp-certificate',
} as const satisfies Record<CmsRefused['code'], TimestampCode>;

const check = (signed: SignedData, data: Uint8Array): TimestampCheck => {
  if (signed.contentType !== TST_INFO || signed.content === null)
    throw new DerRefused('is signed data of another kind than a timestamp');
  const stamp = readTstInfo(signed.content);
  checkImprint(stamp, data);
  if (signed.signers.some((one) => one.signed === null)) throw new DerRefused('has no signed attributes');
  const { info: signer, certificate, chain } = checkSigner(signed, [signed.content]);
  if (certificateNamed(signer.attributes, certificate) !== 'same')
    throw new TimestampRefused(
      'timestamp-certificate',
      'The timestamp does not name the certificate that is inside it as the one it was made with.',
    );
  checkPurpose(certificate);
  checkInDate(certificate, stamp.at);
  return { kind: 'ok', at: stamp.at, certificate, chain };
};

type Stamp = {
  readonly hash: HashName | null;
  readonly digest: Uint8Array;
  readonly at: Instant;
  readonly nonce: Uint8Array | null;
};

const SCHEMA = TSTInfo.schema();

/** TSTInfo (RFC 3161, 2.4.2). Throws DerRefused. How exact the time is, and a name beside the certificate's, nobody asks. */
const readTstInfo = (bytes: Uint8Array): Stamp => {
  const node = parseDer(bytes);
  const found = fieldsBy(SCHEMA, node);
  const part = (name: string): Node | undefined => found[`TSTInfo.${name}`];
  const [version, imprint, genTime, nonce] = ['version', 'messageImprint', 'genTime', 'nonce'].map(part);
  const values = valuesIn(node);
  const tagged = [0, 1].map((number) => values.find((one) => hasTag(one, tag(number))));
  // An extension that does not fit the schema would else be passed over.
  const others = ['policy', 'serialNumber', 'accuracy', 'ordering'].map(part);
  checkFields(node, [version, imprint, genTime, nonce, ...others, ...tagged]);
  if (smallNumberIn(version) !== 1) throw new DerRefused('is of an unknown version');
  refuseCritical(tagged[1]);
  const [algorithm, digest] = valuesIn(imprint);
  checkFields(imprint, [algorithm, digest]);
  return {
    hash: hashNamed(algorithmIn(algorithm)),
    digest: octetsIn(digest),
    at: instantIn(genTime),
    nonce: nonce === undefined ? null : integerIn(nonce),
  };
};

/** An extension that must be understood is not. */
const refuseCritical = (extensions: Node | undefined): void => {
  for (const extension of extensions === undefined ? [] : valuesIn(extensions, tag(1)))
    if (valuesIn(extension).some((one) => one instanceof Asn1Boolean && one.getValue()))
      throw new DerRefused('has an extension that is not known here');
};

/** The nonce inside a token that was checked, highest byte first; null where there is none. */
export const nonceOf = (token: Uint8Array): Uint8Array | null => {
  const { content } = readCms(token);
  return content === null ? null : readTstInfo(content).nonce;
};

const checkImprint = ({ hash, digest }: Stamp, data: Uint8Array): void => {
  if (hash === null)
    throw new TimestampRefused(
      'timestamp-algorithm',
      'The timestamp uses a hash other than SHA-256, SHA-384 and SHA-512.',
    );
  if (!sameBytes(createHash(hash).update(data).digest(), digest))
    throw new TimestampRefused(
      'timestamp-imprint',
      'The timestamp is over something else than this signature.',
    );
};

const checkPurpose = ({ fields: { purpose } }: Certificate): void => {
  if (typeof purpose === 'string' || !purpose.timestamps)
    throw new TimestampRefused(
      'timestamp-purpose',
      'The timestamp was made with a certificate that is not for making timestamps and nothing else.',
    );
};

const checkInDate = ({ facts: { from, to } }: Certificate, at: Instant): void => {
  if (at < from || at > to)
    throw new TimestampRefused(
      'timestamp-certificate',
      `The timestamp says ${at}, when its certificate was not valid (${from} to ${to}).`,
    );
};
