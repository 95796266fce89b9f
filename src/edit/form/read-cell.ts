// One cell of a filled form as the spelling of a field, or why it cannot be taken. What a formula comes to is never trusted: it
// may rest on anything, and the program that wrote it down may have been told to lie.
import type { ReadCell } from '../../codec/xlsx/index.ts';
import type { Field } from './fields.ts';
import { spellCell } from './spell.ts';
import type { Said } from './verdict.ts';

/** `shown` is the cell's text for people, also where it is refused. */
export type CellReading =
  | { readonly kind: 'value'; readonly value: string | null }
  | { readonly kind: 'fault'; readonly shown: string | null; readonly why: Said };

const EMPTY: CellReading = { kind: 'value', value: null };

/** The reading of a cell; one that is not there is empty. */
export const readCell = (field: Field, cell: ReadCell | undefined): CellReading => {
  if (cell === undefined) return EMPTY;
  const { value, formula } = cell;
  if (formula !== null)
    return fault(`=${formula}`, 'It holds a formula.', 'Write the value itself; formulas are not followed.');
  if (value.kind === 'empty') return EMPTY;
  if (value.kind === 'text') return { kind: 'value', value: spellCell(field, value.text) };
  if (value.kind === 'number') return readNumber(field, value.number, cell.format);
  if (value.kind === 'date') return readDay(field, value.day);
  if (value.kind === 'boolean')
    return fault(
      value.boolean ? 'TRUE' : 'FALSE',
      'It holds a truth value.',
      'Format the cell as text and write words.',
    );
  return fault(value.error, 'It holds an error value.', 'Write the value itself.');
};

const fault = (shown: string, sentence: string, hint: string): CellReading => ({
  kind: 'fault',
  shown,
  why: { sentence, hint },
});

/** Digits a spreadsheet keeps of a number. */
const MOST_DIGITS = 15;

/** A number is its digits where the cell shows just those: `4711`, but not `4.711,00 €` or `0007`. */
const readNumber = (field: Field, number: number, format: string | null): CellReading => {
  const digits = String(number);
  if (field.kind === 'day')
    return fault(
      digits,
      'It holds a number and no date.',
      'Format the cell as a date, or write it like 2026-10-09.',
    );
  const exact =
    /^-?\d+(\.\d+)?$/.test(digits) && digits.replace(/\D/g, '').replace(/^0+/, '').length <= MOST_DIGITS;
  if (exact && isPlainFormat(format)) return { kind: 'value', value: spellCell(field, digits) };
  return fault(
    digits,
    'It holds a number that is shown otherwise than it is kept.',
    'Format the cell as text and write it again.',
  );
};

const isPlainFormat = (format: string | null): boolean =>
  format === null || ['', '@', 'General', '0'].includes(format);

/** A day may have a time, which is none where it is midnight. */
const readDay = (field: Field, day: string): CellReading => {
  const [date = '', time = ''] = day.split('T');
  if (field.kind !== 'day')
    return fault(day, 'It holds a date, and this is no date.', 'Format the cell as text and write it again.');
  if (!/^(00:00(:00(\.0+)?)?Z?)?$/.test(time))
    return fault(day, 'It holds a time of day besides the date.', 'Write the date alone, like 2026-10-09.');
  return { kind: 'value', value: date };
};
