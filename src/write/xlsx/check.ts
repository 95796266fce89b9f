// What a spreadsheet file cannot hold. It is said before anything is written: a program that opened the file would cut or refuse it.
import { MOST_COLUMNS, MOST_ROWS } from '../../model/sheet-limits.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { checkCells } from './check-cells.ts';
import { type Known, knownIn } from './check-formula.ts';
import { checkInputs } from './check-inputs.ts';
import { checkDefinedNames } from './check-names.ts';
import { checkTable } from './check-table.ts';
import { complaint, firstPlace } from './complaint.ts';
import { widthOf } from './grid.ts';
import { footerOf, headerOf } from './page.ts';

const WIDEST_COLUMN = 255;
const LONGEST_SHEET_NAME = 31;
/** Of a page header or footer, codes included. */
const LONGEST_MARGIN = 255;
const TALLEST_ROW = 409;
const LONGEST_PROPERTY_NAME = 255;

/** Every reason why `workbook` cannot be written without losing something; empty when it can. */
export const checkWorkbook = (workbook: Workbook): readonly Diagnostic[] => {
  const known = knownIn(workbook);
  return [
    ...checkNames(workbook),
    ...checkProperties(workbook),
    ...checkMargins(workbook),
    ...checkDefinedNames(workbook, known),
    ...workbook.sheets.flatMap((sheet) => checkSheet(sheet, workbook, known)),
  ];
};

const checkNames = ({ sheets }: Workbook): readonly Diagnostic[] => {
  if (sheets.every(({ hidden }) => hidden)) {
    return [
      complaint(
        'markup-structure',
        null,
        'The workbook has no sheet that is not hidden.',
        'Give it at least one table with data-sheet, and not hidden.',
      ),
    ];
  }
  const names = sheets.map(({ name }) => name.toLowerCase());
  return sheets.flatMap((sheet, index) => [
    ...(isSheetName(sheet.name) ? [] : [badName(sheet)]),
    ...(names.indexOf(sheet.name.toLowerCase()) === index ? [] : [sameName(sheet)]),
  ]);
};

/** Excel reserves the name History for itself. */
const isSheetName = (name: string): boolean =>
  name.length <= LONGEST_SHEET_NAME &&
  /^[^\p{Cc}\p{Cs}:\\/?*[\]\ufffe\uffff]+$/u.test(name) &&
  !/^'|'$|^history$|^\s*$/i.test(name);

const badName = (sheet: Sheet): Diagnostic =>
  complaint(
    'value-invalid',
    firstPlace(sheet),
    `"${sheet.name}" cannot name a sheet.`,
    `Use 1 to ${LONGEST_SHEET_NAME} characters, none of : \\ / ? * [ ], no apostrophe at either end, and not "History".`,
  );

const sameName = (sheet: Sheet): Diagnostic =>
  complaint(
    'value-invalid',
    firstPlace(sheet),
    `Two sheets are named "${sheet.name}".`,
    'Spreadsheets do not tell capitals apart here: choose another name.',
  );

const checkProperties = (workbook: Workbook): readonly Diagnostic[] => {
  const names = Object.keys(workbook.properties);
  const folded = names.map((name) => name.toLowerCase());
  const bad = names.filter(
    (name, index) =>
      name === '' || name.length > LONGEST_PROPERTY_NAME || folded.indexOf(name.toLowerCase()) !== index,
  );
  return bad.map((name) =>
    complaint(
      'value-invalid',
      null,
      `"${name}" cannot name a document property.`,
      `Use 1 to ${LONGEST_PROPERTY_NAME} characters, and each name once, capitals not told apart.`,
    ),
  );
};

const checkMargins = (workbook: Workbook): readonly Diagnostic[] => [
  ...marginComplaint('header', 'head', headerOf(workbook)),
  ...marginComplaint('footer', 'foot', footerOf(workbook)),
];

const marginComplaint = (what: string, end: string, codes: string): readonly Diagnostic[] =>
  codes.length <= LONGEST_MARGIN
    ? []
    : [
        complaint(
          'value-invalid',
          null,
          `The page ${what} is longer than ${LONGEST_MARGIN} characters.`,
          `Shorten what the template prints at the ${end} of a sheet.`,
        ),
      ];

const checkSheet = (sheet: Sheet, workbook: Workbook, known: Known): readonly Diagnostic[] => {
  const size = sizeComplaints(sheet, widthOf(sheet));
  if (size.length > 0) return size;
  return [
    ...checkColumns(sheet),
    ...checkRows(sheet),
    ...checkTable(sheet),
    ...checkInputs(sheet, known),
    ...checkCells(sheet, workbook, known),
  ];
};

const sizeComplaints = (sheet: Sheet, width: number): readonly Diagnostic[] => [
  ...(sheet.rows.length > MOST_ROWS ? [tooLarge(sheet, `${sheet.rows.length} rows`, MOST_ROWS)] : []),
  ...(width > MOST_COLUMNS ? [tooLarge(sheet, `${width} columns`, MOST_COLUMNS)] : []),
];

const tooLarge = (sheet: Sheet, has: string, most: number): Diagnostic =>
  complaint(
    'markup-structure',
    firstPlace(sheet),
    `The sheet "${sheet.name}" has ${has}; a sheet holds ${most}.`,
    'Split it into several sheets.',
  );

const checkColumns = (sheet: Sheet): readonly Diagnostic[] =>
  sheet.columns.some(({ width }) => !(width > 0 && width <= WIDEST_COLUMN))
    ? [
        complaint(
          'value-invalid',
          firstPlace(sheet),
          `A column of the sheet "${sheet.name}" has no width between 0 and ${WIDEST_COLUMN} characters.`,
          'Set the width in characters.',
        ),
      ]
    : [];

const checkRows = (sheet: Sheet): readonly Diagnostic[] =>
  sheet.rows.some(({ height }) => height !== null && !(height > 0 && height <= TALLEST_ROW))
    ? [
        complaint(
          'value-invalid',
          firstPlace(sheet),
          `A row of the sheet "${sheet.name}" has no height between 0 and ${TALLEST_ROW} points.`,
          'Set a height that rows can have.',
        ),
      ]
    : [];
