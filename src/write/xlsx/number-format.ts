// The number format of a cell: how its value is shown, and what becomes of what people type into it.
import type { Allowed, Cell, CellValue, Sheet } from '../../model/workbook.ts';
import { looksLikeFormula } from './text.ts';

/** What people type into such a cell stays as typed: `=x`, `1/2`, `001`. */
const TEXT_FORMAT = '@';
/** Stands for the text format and the quote prefix, which keeps a text a text whatever happens to the format; mending makes it so. */
export const QUOTED_FORMAT = '@"quoted"';
const DATE_FORMAT = 'yyyy-mm-dd';
const WHOLE_FORMAT = '0';
/** Spreadsheets take 1900 for a leap year, so that days before its March are not what they seem. */
const FIRST_SAFE_DAY = '1900-03-01';

/** Null: as the spreadsheet program sees fit. */
export type Format = string | null;

export const isSafeDay = (day: string): boolean => day >= FIRST_SAFE_DAY;

/** `allowed` is what may be typed into the cell, if that is said. */
export const formatOf = ({ value, formula, unlocked }: Cell, allowed: Allowed | null): Format => {
  const format = formatOfValue(value);
  if (formula !== null) return format === QUOTED_FORMAT ? null : format;
  return format ?? (unlocked && allowed !== null ? FORMAT_FOR[allowed.kind] : null);
};

const FORMAT_FOR: Readonly<Record<Allowed['kind'], string>> = {
  text: TEXT_FORMAT,
  list: TEXT_FORMAT,
  date: DATE_FORMAT,
  'whole-number': WHOLE_FORMAT,
};

const formatOfValue = (value: CellValue): Format => {
  if (value.kind === 'number') return value.format;
  if (value.kind === 'date') return isSafeDay(value.day) ? DATE_FORMAT : QUOTED_FORMAT;
  if (value.kind === 'empty' || value.kind === 'boolean') return null;
  return looksLikeFormula(value.text) ? QUOTED_FORMAT : null;
};

export type AllowedAt = (row: number, column: number) => Allowed | null;

/** What may be typed into each cell of a sheet: what the first validation says that has the cell in a range. */
export const allowedIn = ({ validations }: Sheet): AllowedAt => {
  const ranges = validations.flatMap(({ ranges, allowed }) => ranges.map((range) => ({ range, allowed })));
  const byColumn = new Map<number, typeof ranges>();
  const inColumn = (column: number): typeof ranges => {
    const known =
      byColumn.get(column) ??
      ranges.filter(({ range: { left, right } }) => left <= column && column <= right);
    byColumn.set(column, known);
    return known;
  };
  return (row, column) =>
    inColumn(column).find(({ range: { top, bottom } }) => top <= row && row <= bottom)?.allowed ?? null;
};
