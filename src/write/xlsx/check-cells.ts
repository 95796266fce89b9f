// What a single cell cannot hold: too long a text, a number that is none, a span that collides, a link that leads nowhere.
import type { Cell, LinkTarget, Sheet, Workbook } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { complaint } from './complaint.ts';
import { columnLetters, type PlacedCell } from './grid.ts';
import { isCellName, isSafeUrl, LONGEST_URL } from './links.ts';
import { LONGEST_TEXT } from './text.ts';

const MOST_LINKS = 65_530;

/** Complaints about the cells of one sheet, in reading order. */
export const checkCells = (
  sheet: Sheet,
  placed: readonly PlacedCell[],
  workbook: Workbook,
): readonly Diagnostic[] => {
  const names = new Set(workbook.sheets.map(({ name }) => name));
  const links = placed.filter(({ cell }) => cell.value.kind === 'link');
  return [
    ...placed.flatMap((place) => [
      ...spanComplaints(sheet, place),
      ...valueComplaints(place.cell, names).map(([code, sentence, hint]) =>
        complaint(code, place.cell.at, `${nameOf(sheet, place)}: ${sentence}`, hint),
      ),
    ]),
    ...(links.length > MOST_LINKS ? [tooManyLinks(sheet, links.length)] : []),
  ];
};

const nameOf = (sheet: Sheet, { row, column }: PlacedCell): string =>
  `Sheet "${sheet.name}", cell ${columnLetters(column)}${row}`;

const spanComplaints = (sheet: Sheet, place: PlacedCell): readonly Diagnostic[] => {
  const { cell } = place;
  const whole =
    Number.isInteger(cell.columnSpan) &&
    Number.isInteger(cell.rowSpan) &&
    cell.columnSpan > 0 &&
    cell.rowSpan > 0;
  if (whole && !place.overlaps && place.row + cell.rowSpan - 1 <= sheet.rows.length) return [];
  return [
    complaint(
      'markup-structure',
      cell.at,
      `${nameOf(sheet, place)}: its span of ${cell.columnSpan} by ${cell.rowSpan} does not fit the table.`,
      'A span stays inside the rows of its table and runs over no other span.',
    ),
  ];
};

type Trouble = readonly [code: Diagnostic['code'], sentence: string, hint: string];

const valueComplaints = ({ value }: Cell, sheets: ReadonlySet<string>): readonly Trouble[] => {
  if (value.kind === 'text') return textTroubles(value.text);
  if (value.kind === 'link') return [...textTroubles(value.text), ...linkTroubles(value.target, sheets)];
  if (value.kind === 'number' && !Number.isFinite(value.number)) {
    return [['value-invalid', 'the value is not a number.', 'Give the cell a number or a text.']];
  }
  return [];
};

const textTroubles = (text: string): readonly Trouble[] =>
  text.length > LONGEST_TEXT
    ? [
        [
          'value-invalid',
          `the text has ${text.length} characters; a cell holds ${LONGEST_TEXT}.`,
          'Shorten the text at its source: the workbook never cuts one.',
        ],
      ]
    : [];

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
