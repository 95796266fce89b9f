// A cell as the part of its sheet has it. Rows are nearly all of a workbook: exceljs would make a model of every cell, note styles and
// texts in it and write it piece by piece, which takes four times as long.
import type { Cell, CellValue } from '../../model/workbook.ts';
import { Failure } from '../../problem.ts';
import { isSafeDay } from './number-format.ts';
import type { SharedStrings } from './shared-strings.ts';
import { contentXml, escapeCellText } from './text.ts';

type Plain = string | number | boolean | undefined;

/** The `c` element of a cell at `address`, which looks like the style of number `look`. Its texts go into `strings`. */
export const cellXml = (
  { value, formula }: Cell,
  address: string,
  look: number,
  strings: SharedStrings,
): string => {
  const start = `<c r="${address}" s="${look}"`;
  if (formula !== null) return `${start}${formulaXml(contentXml(formula), computed(value))}`;
  const plain = isOuterLink(value) ? escapeCellText(value.text) : plainOf(value);
  if (typeof plain === 'string') return `${start} t="s"><v>${strings.numberOf(plain)}</v></c>`;
  if (typeof plain === 'number') return `${start}><v>${plain}</v></c>`;
  return plain === undefined ? `${start}/>` : `${start} t="b"><v>${Number(plain)}</v></c>`;
};

/** A cell under the span of another; with the same look, so that its frame goes all the way round. */
export const coveredXml = (address: string, look: number): string => `<c r="${address}" s="${look}"/>`;

/** What a formula comes to stands beside it: no such text is shared with other cells. */
const formulaXml = (formula: string, result: Plain): string => {
  if (typeof result === 'string') return ` t="str"><f>${formula}</f><v>${contentXml(result)}</v></c>`;
  if (typeof result === 'number') return `><f>${formula}</f><v>${result}</v></c>`;
  return result === undefined
    ? `><f>${formula}</f></c>`
    : ` t="b"><f>${formula}</f><v>${Number(result)}</v></c>`;
};

type Link = CellValue & { readonly kind: 'link' };
type OuterLink = Link & { readonly target: Link['target'] & { readonly kind: 'url' } };

/** True for a link that leads out of the workbook. */
export const isOuterLink = (value: CellValue): value is OuterLink =>
  value.kind === 'link' && value.target.kind === 'url';

/** A link inside the workbook is text here and becomes a link when the parts are mended. */
const plainOf = (value: CellValue): Plain => {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'boolean') return value.boolean;
  if (value.kind === 'date') return isSafeDay(value.day) ? serialOf(value.day) : value.day;
  return value.kind === 'empty' || value.text === '' ? undefined : escapeCellText(value.text);
};

/** What a formula comes to may be the empty text, which an empty cell is not. */
const computed = (value: CellValue): Plain =>
  value.kind === 'text' || value.kind === 'link' ? escapeCellText(value.text) : plainOf(value);

const DAY_MS = 86_400_000;
/** 1970-01-01 as spreadsheets count days. */
const UNIX_DAY = 25_569;

/** A day as spreadsheets count it. In UTC, so that it stays the same day wherever this runs. */
const serialOf = (day: string): number => {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time))
    throw new Failure('bug', `"${day}" came to the workbook as a day.`, 'Please report this.');
  return UNIX_DAY + time / DAY_MS;
};
