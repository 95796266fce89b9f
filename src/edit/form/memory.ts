// What the hidden sheet remembers of the attestation, written and read: whose form it is, and the values every record had. It is
// what a filled form is merged against, so nothing of it may have changed.
import { canonicalJson } from '../../codec/canonical-json.ts';
import { sha256 } from '../../codec/digest.ts';
import {
  type FormAbout,
  type FormMemory,
  type FormSheetKey,
  type FormValues,
  formAbout,
  formValues,
} from '../../model/form.ts';
import type { Digest } from '../../model/scalar.ts';

/** The values of one record, of those that are not empty. */
export type Remembered = { readonly sheet: FormSheetKey; readonly id: string; readonly values: FormValues };

/** Characters of a piece; a cell holds 32,767. */
const PIECE = 30_000;

/**
 * JSON as pieces of plain ASCII without spaces and underscores: a sheet may take several spaces for one, a cut may halve a character,
 * and not every program that saves a workbook keeps `_x0041_` apart from the `A` that it stands for.
 */
const cut = (value: unknown): readonly string[] => {
  const json = canonicalJson(value).replace(/[^!-^`-~]/g, escapeUnit);
  return Array.from({ length: Math.max(1, Math.ceil(json.length / PIECE)) }, (_, index) =>
    json.slice(index * PIECE, (index + 1) * PIECE),
  );
};

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The hidden sheet's pieces; `about` comes without the digest of the records, which is made here. */
export const writeMemory = (
  about: Omit<FormAbout, 'records'>,
  records: readonly Remembered[],
): { readonly about: readonly string[]; readonly records: readonly FormMemory[] } => ({
  about: cut({ ...about, records: digestOf(about, records) }),
  records: records.map(({ sheet, id, values }) => ({ sheet, id, parts: cut(filled(values)) })),
});

/** What a form is about; null when it is no such thing. */
export const readAbout = (json: string): FormAbout | null => {
  const read = formAbout.safeParse(parsed(json));
  return read.success ? read.data : null;
};

/** The values of a record; null when they are none. */
export const readValues = (json: string): FormValues | null => {
  const read = formValues.safeParse(parsed(json));
  return read.success ? read.data : null;
};

/** True when the records are those that the form was made with. */
export const isWhole = ({ records: digest, ...about }: FormAbout, records: readonly Remembered[]): boolean =>
  digestOf(about, records) === digest;

/** The rows of the hidden sheet may have been sorted, so their order does not count. */
const digestOf = (about: Omit<FormAbout, 'records'>, records: readonly Remembered[]): Digest =>
  sha256(
    canonicalJson({
      about,
      records: records.map(({ sheet, id, values }) => canonicalJson([sheet, id, filled(values)])).sort(),
    }),
  );

const filled = (values: FormValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );

/** Text that is no JSON is no value of ours, which the schemas say of undefined. */
const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
