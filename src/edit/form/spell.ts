// One spelling for each value, so that a cell, the attestation and the form's memory can be compared as texts; null is empty.
import type { Field } from './fields.ts';

/** Between the ids of a list, when we write one. */
const LIST_JOIN = ' | ';
const LIST_CUT = /[|,;\r\n]+/;

/** The spelling of what somebody wrote into a cell of that field. Nothing is checked here. */
export const spellCell = (field: Field, text: string): string | null => {
  if (field.kind === 'evidence') return orNull(listed(text.split(LIST_CUT)));
  const plain = field.kind === 'text' ? tidy(text) : text.trim();
  return plain === '' || plain === field.otherwise ? null : plain;
};

/** The spelling of a value as the attestation holds it. */
export const spellValue = (field: Field, value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return orNull(listed(value.map(String)));
  return spellCell(field, String(value));
};

/** The ids of a spelled list. */
export const idsIn = (spelled: string): readonly string[] => spelled.split(LIST_JOIN);

/** Line ends are line feeds, and white space that nobody sees at the end of a text is none. */
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

const listed = (ids: readonly string[]): string =>
  ids
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(LIST_JOIN);

const orNull = (text: string): string | null => (text === '' ? null : text);
