// What a single cell cannot hold: too long a text, a number that is none, a span that collides, a link that leads nowhere.

import { columnLetters } from '../../model/sheet-address.ts';
import { LONGEST_CELL, MOST_LINKS } from '../../model/sheet-limits.ts';
import type { Cell, LinkTarget, Sheet, Workbook } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { formulaTroubles, type Known } from './check-formula.ts';
import { complaint, type Trouble } from './complaint.ts';
import { eachCell } from './grid.ts';
import { isCellName, isSafeUrl, LONGEST_URL } from './links.ts';

/** Complaints about the cells of one sheet, in reading order. */
export const checkCells = (sheet: Sheet, workbook: Workbook, known: Known): readonly Diagnostic[] => {
  const names = new Set(workbook.sheets.map(({ name }) => name));
  const found: Diagnostic[] = [];
  let links = 0;
  eachCell(sheet, (cell, row, column, overlaps) => {
    const say = ([code, sentence, hint]: Trouble): void => {
      found.push(complaint(code, cell.at, `${nameOf(sheet, row, column)}: ${sentence}`, hint));
    };
    if (overlaps || !spansWell(cell, row, sheet)) say(badSpan(cell));
    for (const trouble of valueTroubles(cell, names)) say(trouble);
    for (const trouble of computedTroubles(cell, known)) say(trouble);
    if (cell.value.kind === 'link') links += 1;
  });
  return links > MOST_LINKS ? [...found, tooManyLinks(sheet, links)] : found;
};

/** One for all the cells that are well. */
const noTroubles: readonly Trouble[] = [];

const nameOf = (sheet: Sheet, row: number, column: number): string =>
  `Sheet "${sheet.name}", cell ${columnLetters(column)}${row}`;

const spansWell = ({ columnSpan, rowSpan }: Cell, row: number, { rows }: Sheet): boolean =>
  Number.isInteger(columnSpan) &&
  Number.isInteger(rowSpan) &&
  columnSpan > 0 &&
  rowSpan > 0 &&
  row + rowSpan - 1 <= rows.length;

const badSpan = ({ columnSpan, rowSpan }: Cell): Trouble => [
  'markup-structure',
  `its span of ${columnSpan} by ${rowSpan} does not fit the table.`,
  'A span stays inside the rows of its table and runs over no other span.',
];

const valueTroubles = ({ value }: Cell, sheets: ReadonlySet<string>): readonly Trouble[] => {
  if (value.kind === 'text') return textTroubles(value.text);
  if (value.kind === 'link') return [...textTroubles(value.text), ...linkTroubles(value.target, sheets)];
  if (value.kind === 'number' && !Number.isFinite(value.number)) {
    return [['value-invalid', 'the value is not a number.', 'Give the cell a number or a text.']];
  }
  return noTroubles;
};

const computedTroubles = ({ value, formula }: Cell, known: Known): readonly Trouble[] => {
  if (formula === null) return noTroubles;
  return [...formulaTroubles(formula, known), ...(value.kind === 'link' ? [computedLink] : noTroubles)];
};

const computedLink: Trouble = [
  'markup-structure',
  'it is both computed and a link.',
  'Put the link into a cell of its own.',
];

const textTroubles = (text: string): readonly Trouble[] =>
  text.length > LONGEST_CELL
    ? [
        [
          'value-invalid',
          `the text has ${text.length} characters; a cell holds ${LONGEST_CELL}.`,
          'Shorten the text at its source: the workbook never cuts one.',
        ],
      ]
    : noTroubles;

const linkTroubles = (target: LinkTarget, sheets: ReadonlySet<string>): readonly Trouble[] => {
  if (target.kind === 'url') {
    if (isSafeUrl(target.url)) return [];
    return [
      [
        'value-invalid',
        'the link is not one that a workbook may carry.',
        `Use http, https, mailto or a path inside the pack, of at most ${LONGEST_URL} characters.`,
      ],
    ];
  }
  if (sheets.has(target.sheet) && isCellName(target.cell)) return [];
  return [
    [
      'link-target-missing',
      `the link leads to ${target.cell} of the sheet "${target.sheet}", which is not there.`,
      'Link to an id that the template gives to a cell.',
    ],
  ];
};

const tooManyLinks = (sheet: Sheet, count: number): Diagnostic =>
  complaint(
    'markup-structure',
    null,
    `The sheet "${sheet.name}" has ${count} links; a sheet holds ${MOST_LINKS}.`,
    'Leave out links or split the sheet.',
  );
