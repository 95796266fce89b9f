// Places in a sheet as workbooks write them: `B7`, `A1:D20`.
import { MOST_COLUMNS, MOST_ROWS } from '../../model/sheet-limits.ts';
import type { ReadRange } from './read-workbook.ts';
import { quoted, XlsxRefused } from './refused.ts';

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** Row and column from 1. Throws XlsxRefused for what lies in no sheet. */
export const readAddress = (text: string): { readonly row: number; readonly column: number } => {
  const [, letters = '', digits = ''] = ADDRESS.exec(text) ?? [];
  const row = Number(digits);
  const column = columnOf(letters);
  if (row < 1 || row > MOST_ROWS || column > MOST_COLUMNS)
    throw new XlsxRefused(`${quoted(text)} is no cell of a sheet.`);
  return { row, column };
};

/** `A1:D20`, or one cell alone. */
export const readRange = (text: string): ReadRange => {
  const [first = '', last = first, ...more] = text.split(':');
  const from = readAddress(first);
  const to = readAddress(last);
  if (more.length > 0 || to.row < from.row || to.column < from.column)
    throw new XlsxRefused(`${quoted(text)} is no range of cells.`);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
};

/** A is 1, AA is 27. */
export const columnOf = (letters: string): number => {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column;
};
