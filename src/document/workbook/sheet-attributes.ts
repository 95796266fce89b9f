// The `data-` attributes that a workbook's template uses, as data: enforced by lint-attributes.ts and printed in docs/templates.md.
import { attributeOf, type MarkupElement } from '../parse/tree.ts';
import { looksLikeCell } from './names.ts';

type Pattern = { readonly test: (text: string) => boolean };
export type SheetAttributeRow = {
  /** One that ends in `-CLASS` stands for all that name a class there. */
  readonly name: string;
  readonly on: readonly string[];
  readonly pattern: Pattern;
  readonly value: string;
  readonly does: string;
};

const row = (name: string, on: string, pattern: Pattern, value: string, does: string): SheetAttributeRow => ({
  name,
  on: on.split(' '),
  pattern,
  value,
  does,
});

/** The most rows that a template can leave blank. */
const BLANK_ROWS = /^\d{1,4}$/;
const ON: readonly [RegExp, string] = [/^(true|)$/, '`true`, or nothing'];
const upTo = (most: number): readonly [RegExp, string] => [
  new RegExp(`^[\\s\\S]{1,${most}}$`),
  `a text of at most ${most} characters`,
];
const named = (pattern: RegExp): Pattern => ({ test: (text) => pattern.test(text) && !looksLikeCell(text) });
const FORMULA: readonly [RegExp, string] = [/\S/, 'a formula'];

const TABLE_NAME = named(/^[a-z][a-z0-9_]{0,39}$/);
const CELL_NAME = named(/^[a-z_][a-z0-9_]{0,63}$/);

export const SHEET_ATTRIBUTES: readonly SheetAttributeRow[] = [
  row(
    'data-sheet',
    'table',
    /^(?!')(?!.*'$)[^[\]:*?/\\\p{Cc}]{1,31}$/u,
    'a name of at most 31 characters, without `[ ] : * ? / \\`, once in the workbook',
    'Makes the table a worksheet.',
  ),
  row('data-freeze-columns', 'table', /^\d{1,2}$/, 'a whole number', 'Columns that stay in view.'),
  row('data-filter', 'table', ...ON, 'The header row carries a filter.'),
  row('data-landscape', 'table', ...ON, 'Printed in landscape.'),
  row('data-tab-color', 'table', /^#[0-9a-f]{6}$/, '`#rrggbb`', 'Colour of the sheet’s tab.'),
  row(
    'data-table',
    'table',
    TABLE_NAME,
    'a name of at most 40 small letters, digits and `_`, not like a cell’s, once in the workbook',
    'Makes the last header row and the rows below a spreadsheet table.',
  ),
  row('data-protect', 'table', ...ON, 'Only cells with `data-input` take input.'),
  row('data-hidden', 'table col', ...ON, 'The sheet or the column is not shown.'),
  row(
    'data-blank-rows',
    'table',
    BLANK_ROWS,
    'a whole number of at most 9999',
    'Rows to write in, below the last one.',
  ),
  row('data-continued', 'table', ...ON, 'The sheet takes what does not fit elsewhere; one in a workbook.'),
  row(
    'data-more-text',
    'table',
    ...upTo(500),
    'Ends a cut text, `{cell}` and `{sheet}` filled in; on the sheet of `data-continued`.',
  ),
  row(
    'data-more-rows',
    'table',
    ...upTo(500),
    'Says that `{sheet}` goes on at `{next}`; on the sheet of `data-continued`.',
  ),
  row(
    'data-width',
    'col',
    /^\d{1,3}(\.\d+)?$/,
    'a number of characters, at most 255',
    'Width of the column.',
  ),
  row(
    'data-key',
    'col',
    /^[a-z][a-z0-9-]*$/,
    'a name of small letters, digits and `-`, once in the table',
    'What formulas call the column.',
  ),
  row(
    'data-name',
    'col td th',
    CELL_NAME,
    'a name of at most 64 small letters, digits and `_`, not like a cell’s, once in the workbook',
    'A name for the cell, or for the column’s cells below the header, without the empty ones that a shorter list ends in.',
  ),
  row(
    'data-input',
    'col td th',
    /^(text|date|number|list)$/,
    '`text`, `date`, `number` (whole, not negative) or `list`',
    'What may be typed there, protected or not; on `col` for all cells below the header.',
  ),
  row('data-list', 'col td th', CELL_NAME, 'a name of `data-name`', 'Where the words of a list stand.'),
  row('data-prompt-title', 'col td th', ...upTo(32), 'The title of the prompt.'),
  row('data-prompt', 'col td th', ...upTo(255), 'Shown while an input cell is selected.'),
  row('data-refusal', 'col td th', ...upTo(255), 'Shown when something else is typed.'),
  row(
    'data-when-CLASS',
    'col td th',
    ...FORMULA,
    'Where the formula holds, the cell looks as the theme says of the class; the first of several has precedence.',
  ),
  row(
    'data-formula',
    'col td th',
    ...FORMULA,
    'Computed by the spreadsheet program; the cell says what it comes to. On `col` for all cells below the header that have none.',
  ),
  row('data-format', 'data', /^[0#,.%\s-]+$/, 'a number format of `0 # , . %`', 'How the number is shown.'),
];

/** What comes before the class in `data-when-CLASS`. */
export const WHEN = 'data-when-';

const rowsByTag = new Map<string, readonly SheetAttributeRow[]>();

/** The rows of the attributes that a tag takes. */
export const sheetAttributesOf = (tag: string): readonly SheetAttributeRow[] => {
  const known = rowsByTag.get(tag) ?? SHEET_ATTRIBUTES.filter(({ on }) => on.includes(tag));
  rowsByTag.set(tag, known);
  return known;
};

/** The row that an attribute of a tag is one of; undefined for none. */
export const sheetAttributeRow = (tag: string, name: string): SheetAttributeRow | undefined =>
  sheetAttributesOf(tag).find(
    (row) => row.name === name || (row.name === `${WHEN}CLASS` && name.startsWith(WHEN) && name !== WHEN),
  );

/** True for `data-filter` and `data-filter="true"`. */
export const isOn = (element: MarkupElement, name: string): boolean => attributeOf(element, name) !== null;
