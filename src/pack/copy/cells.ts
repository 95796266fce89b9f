// Finding cells and telling them apart: by place, by whether they may be typed into, and as people read them.

import type { ReadCell, ReadSheet, ReadValue } from '../../codec/xlsx/index.ts';
import { columnLetters } from '../../model/sheet-address.ts';

export type CellPlace = { readonly row: number; readonly column: number };

export const addressOf = ({ row, column }: CellPlace): string => `${columnLetters(column)}${row}`;

/** The cell at a place; null where it holds nothing. */
export const cellAt = (sheet: ReadSheet, { row, column }: CellPlace): ReadCell | null => {
  const cells = sheet.rows.get(row) ?? [];
  const found = cells[lastIndex(cells.length, (index) => (cells[index]?.column ?? 0) <= column)];
  return found?.column === column ? found : null;
};

export const isUnlocked = ({ unlocked }: ReadSheet, { row, column }: CellPlace): boolean => {
  const band = unlocked[lastIndex(unlocked.length, (index) => (unlocked[index]?.top ?? 0) <= row)];
  if (band === undefined || band.bottom < row) return false;
  const { runs } = band;
  const run = runs[lastIndex(runs.length, (index) => (runs[index]?.left ?? 0) <= column)];
  return run !== undefined && run.right >= column;
};

/** The last of `count` indexes for which `holds` is true; it must be true for all before that. -1 where there is none. */
const lastIndex = (count: number, holds: (index: number) => boolean): number => {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** A carriage return before a line feed is how some programs end lines, and changes no text. */
export const plainText = (text: string): string => text.replaceAll('\r\n', '\n');

/** The longest text that is shown whole. */
const LONGEST_SHOWN = 200;

export const shownValue = (value: ReadValue): string => {
  switch (value.kind) {
    case 'empty':
      return 'nothing';
    case 'text':
      return `"${shortened(value.text)}"`;
    case 'number':
      return String(value.number);
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'date':
      return value.day;
    case 'error':
      return value.error;
  }
};

const shortened = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;

export const shownCell = (cell: ReadCell | null): string => {
  if (cell === null) return 'nothing';
  return cell.formula === null ? shownValue(cell.value) : `=${shortened(cell.formula)}`;
};

/** What is lost when a number is cut to fifteen digits, as a part of it. */
const ROUNDING = 1e-14;

/** Numbers agree to the fifteen digits that spreadsheet programs keep; texts but for the end of lines. */
export const isSameValue = (a: ReadValue, b: ReadValue): boolean => {
  if (a.kind === 'text' && b.kind === 'text') return plainText(a.text) === plainText(b.text);
  if (a.kind === 'number' && b.kind === 'number')
    return Math.abs(a.number - b.number) <= ROUNDING * Math.max(Math.abs(a.number), Math.abs(b.number));
  return shownValue(a) === shownValue(b) && a.kind === b.kind;
};
