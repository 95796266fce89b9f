// The signature dictionary: where its contents lie, what they cover, and how they are filled in. What they say is for others to judge.
import { Failure } from '../../problem.ts';
import { objectOf, type PdfObjects } from './pdf-objects.ts';
import { PdfRefused } from './pdf-refused.ts';
import {
  asDict,
  asItems,
  asName,
  asString,
  asText,
  type PdfDict,
  type PdfString,
  strangeKeys,
} from './pdf-values.ts';
import type { FilledField } from './seal-field.ts';

export type PdfSeal = {
  /** The `data-seal` name of the field. */
  readonly field: string;
  /** Offsets of the first hexadecimal digit of the contents, and behind the last. */
  readonly contents: { readonly from: number; readonly to: number };
  /** The contents, with the zeros that fill them up. */
  readonly bytes: Uint8Array;
  /** What is signed: the file before the contents and behind them, as views of it. */
  readonly signed: readonly [Uint8Array, Uint8Array];
  /** Instant in UTC, `YYYY-MM-DDTHH:MM:SSZ`, as the file says; nothing proves it. */
  readonly at: string | null;
  readonly name: string | null;
  /** Whether the file says that the signature has a time stamp. */
  readonly timestamped: boolean;
};

const KEYS: ReadonlySet<string> = new Set([
  'Type',
  'Filter',
  'SubFilter',
  'M',
  'Name',
  'Reason',
  'CSGN_Timestamp',
  'ByteRange',
  'Contents',
]);

const malformed = (why: string): PdfRefused => new PdfRefused('pdf-seal-form', why);

/** Throws `pdf-seal-form` and `pdf-seal-range`. */
export const readSeal = (objects: PdfObjects, { name: field, signature }: FilledField): PdfSeal => {
  const dict = asDict(objectOf(objects, signature)?.value);
  if (dict === null || !isPades(dict) || strangeKeys(dict, KEYS).length > 0)
    throw malformed('has a signature of another kind than reports have');
  const { entries } = dict;
  const contents = asString(entries.get('Contents'));
  if (contents === null || !contents.hex || contents.bytes.length === 0)
    throw malformed('has a signature without contents');
  checkRange(dict, contents, objects.bytes.length);
  // The signature does not cover itself, so that its digits have one spelling: a file may not be changed unseen.
  const digits = Buffer.from(objects.bytes.subarray(contents.from + 1, contents.to - 1)).toString('latin1');
  if (digits !== digits.toLowerCase()) throw malformed('has a signature in capital digits');
  return {
    field,
    contents: { from: contents.from + 1, to: contents.to - 1 },
    bytes: contents.bytes,
    signed: [objects.bytes.subarray(0, contents.from), objects.bytes.subarray(contents.to)],
    at: instantOf(asText(entries.get('M'))),
    name: asText(entries.get('Name')),
    timestamped: entries.get('CSGN_Timestamp') === true,
  };
};

const isPades = ({ entries }: PdfDict): boolean =>
  asName(entries.get('Type')) === 'Sig' &&
  asName(entries.get('Filter')) === 'Adobe.PPKLite' &&
  asName(entries.get('SubFilter')) === 'ETSI.CAdES.detached' &&
  typeof entries.get('CSGN_Timestamp') === 'boolean';

/** ISO 32000-1, 12.8.1: offset and length twice. Angle brackets belong to the contents. */
const checkRange = ({ entries }: PdfDict, { from, to }: PdfString, length: number): void => {
  const range = asItems(entries.get('ByteRange')) ?? [];
  const covered = [0, from, to, length - to];
  if (range.length !== 4 || !covered.every((value, index) => range[index] === value))
    throw new PdfRefused('pdf-seal-range', 'has a signature that does not cover all of it');
};

const INSTANT = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** Throws when a date is there that is none of ours. */
const instantOf = (text: string | null): string | null => {
  if (text === null) return null;
  const instant = text.replace(INSTANT, '$1-$2-$3T$4:$5:$6Z');
  const date = new Date(instant);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString() === instant.replace('Z', '.000Z');
  if (!INSTANT.test(text) || !exists) throw malformed('has a signature with a date that is none');
  return instant;
};

/**
 * A copy of the file whose seal has these contents, filled up with zeros; nothing else changes. `cms` is the signature as DER.
 * Throws Failure `seal-too-large` when it is longer than the room that was kept.
 */
export const sealContents = (pdf: Uint8Array, { contents }: PdfSeal, cms: Uint8Array): Uint8Array => {
  const { from, to } = contents;
  if (2 * cms.length > to - from)
    throw new Failure(
      'seal-too-large',
      `The signature is ${cms.length} bytes long, and the report has room for ${(to - from) / 2}.`,
      'Use a certificate with a shorter chain, or a time stamp authority whose answers are shorter.',
    );
  const filled = Uint8Array.from(pdf);
  const digits = Buffer.from(cms)
    .toString('hex')
    .padEnd(to - from, '0');
  filled.set(Buffer.from(digits, 'latin1'), from);
  return filled;
};
