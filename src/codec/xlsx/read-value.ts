// From what a cell's XML says to its value.
import { decodeCellText } from './cell-text.ts';
import type { ReadValue } from './read-workbook.ts';
import { quoted, XlsxRefused } from './refused.ts';
import { serialDay } from './serial-day.ts';
import { EMPTY, textValue } from './shared-texts.ts';
import type { ReadStyle } from './styles.ts';

export type CellSource = {
  /** `t` of the cell. */
  readonly type: string;
  /** Text of `v`; null where there is none. */
  readonly raw: string | null;
  /** Text of `is`, decoded; null where there is none. */
  readonly inline: string | null;
  readonly style: ReadStyle;
};
export type ValueContext = { readonly shared: readonly ReadValue[]; readonly from1904: boolean };

/** Throws XlsxRefused for what no program writes, `at` in its sentence. */
export const readValue = (
  { type, raw, inline, style }: CellSource,
  { shared, from1904 }: ValueContext,
  at: string,
): ReadValue => {
  if (type === 'inlineStr') return textValue(inline ?? '');
  if (raw === null || (raw === '' && type !== 's')) return EMPTY;
  const refuse = (as: string): never => {
    throw new XlsxRefused(`The cell ${at} holds ${quoted(raw)} as ${as}.`);
  };
  switch (type) {
    case 's':
      return (/^\d+$/.test(raw) ? shared[Number(raw)] : undefined) ?? refuse('the number of a text');
    case 'str':
      return textValue(decodeCellText(raw));
    case 'b':
      return /^(?:[01]|true|false)$/.test(raw)
        ? { kind: 'boolean', boolean: raw === '1' || raw === 'true' }
        : refuse('true or false');
    case 'e':
      return { kind: 'error', error: raw };
    case 'd':
      return isoDay(raw) ?? refuse('a date');
    case 'n':
      return NUMBER.test(raw) && Number.isFinite(Number(raw))
        ? numberValue(Number(raw), style, from1904)
        : refuse('a number');
    default:
      return refuse(`a ${quoted(type)}`);
  }
};

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

const numberValue = (number: number, { dated }: ReadStyle, from1904: boolean): ReadValue => {
  const day = dated ? serialDay(number, from1904) : null;
  return day === null ? { kind: 'number', number } : { kind: 'date', day };
};

/** Strict files may spell days out. */
const isoDay = (raw: string): ReadValue | null => {
  const [, day = '', time = '00:00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?$/.exec(raw) ?? [];
  if (Number.isNaN(Date.parse(`${day}T${time}Z`))) return null;
  return { kind: 'date', day: time === '00:00:00' ? day : `${day}T${time}` };
};
