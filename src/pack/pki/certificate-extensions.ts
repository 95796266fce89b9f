// What the extensions of a certificate say (RFC 5280, 4.2.1), read by pkijs: what it is for, which key it has, and whose addresses.
import { BitString, Primitive } from 'asn1js';
import { BasicConstraints, ExtKeyUsage } from 'pkijs';
import { hasTag, octetsIn, otherType, parseDer, read, valuesIn } from './asn1.ts';
import { addressesIn, type Name } from './certificate-name.ts';
import { DerRefused } from './strict-der.ts';

export type Extension = { readonly critical: boolean; readonly value: Uint8Array };
/** By object identifier. */
export type Extensions = ReadonlyMap<string, Extension>;

/** What a certificate is for. */
export type Purpose = {
  /** For signing documents: digitalSignature or nonRepudiation. */
  readonly signs: boolean;
  readonly authority: boolean;
  /** An authority without a key usage may issue; one without basic constraints is none. */
  readonly issues: boolean;
  /** How many further authorities may stand below; null where there is no limit. */
  readonly longest: number | null;
  /** For timestamps, and for nothing else. */
  readonly timestamps: boolean;
};

const SUBJECT_KEY_ID = '2.5.29.14';
const KEY_USAGE = '2.5.29.15';
const SUBJECT_ALT_NAME = '2.5.29.17';
const BASIC_CONSTRAINTS = '2.5.29.19';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const RFC822_NAME = 0x81;

/** A broken extension is no reason to refuse the certificate where nobody asks what it is for; then the end of a sentence is given. */
export const purposeOf = (extensions: Extensions): Purpose | string => {
  try {
    return {
      ...authorityOf(extensions.get(BASIC_CONSTRAINTS)),
      ...usageOf(extensions.get(KEY_USAGE)),
      timestamps: isForTimestamps(extensions.get(EXTENDED_KEY_USAGE)),
    };
  } catch (error) {
    if (error instanceof DerRefused) return error.message;
    throw error;
  }
};

const authorityOf = (extension: Extension | undefined): Pick<Purpose, 'authority' | 'longest'> => {
  if (extension === undefined) return { authority: false, longest: null };
  const schema = parseDer(extension.value);
  const { cA: authority, pathLenConstraint: longest = null } = read(() => new BasicConstraints({ schema }));
  if (longest !== null && (typeof longest !== 'number' || longest < 0))
    throw new DerRefused('has a number out of range');
  return { authority, longest };
};

/** A certificate that says nothing of its use may be used for everything. */
const usageOf = (extension: Extension | undefined): Pick<Purpose, 'signs' | 'issues'> => {
  if (extension === undefined) return { signs: true, issues: true };
  const bits = parseDer(extension.value);
  if (!(bits instanceof BitString)) throw otherType();
  const [first = 0] = bits.valueBlock.valueHexView;
  // digitalSignature and nonRepudiation are bits 0 and 1, keyCertSign is bit 5.
  return { signs: (first & 0xc0) !== 0, issues: (first & 0x04) !== 0 };
};

/** RFC 3161, 2.3: the extended key usage must be critical and say timestamping alone. */
const isForTimestamps = (extension: Extension | undefined): boolean => {
  if (extension?.critical !== true) return false;
  const schema = parseDer(extension.value);
  const { keyPurposes } = read(() => new ExtKeyUsage({ schema }));
  return keyPurposes.length === 1 && keyPurposes[0] === TIME_STAMPING;
};

/** SubjectKeyIdentifier. Throws DerRefused. */
export const keyIdOf = (extensions: Extensions): Uint8Array | null => {
  const extension = extensions.get(SUBJECT_KEY_ID);
  return extension === undefined ? null : octetsIn(parseDer(extension.value));
};

/** Addresses of the subject and its alternative names, lower-case, in code unit order. What is no address is left out. */
export const emailsOf = (subject: Name, extensions: Extensions): readonly string[] => {
  const found = [...addressesIn(subject), ...alternativeAddresses(extensions.get(SUBJECT_ALT_NAME))];
  return [...new Set(found.filter(isAddress).map((one) => one.toLowerCase()))].sort();
};

/** Only these names are looked at; the others may be of whatever kind. */
const alternativeAddresses = (extension: Extension | undefined): readonly string[] => {
  const names = extension === undefined ? [] : valuesIn(parseDer(extension.value));
  return names.flatMap((name) =>
    name instanceof Primitive && hasTag(name, RFC822_NAME)
      ? [Buffer.from(name.valueBlock.valueHexView).toString('latin1')]
      : [],
  );
};

/** One plain ASCII address; whatever could be read as a list, a quotation or a link is none. */
const isAddress = (value: string): boolean =>
  value.length <= 254 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/.test(value);
