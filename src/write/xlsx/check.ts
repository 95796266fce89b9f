// What a spreadsheet file cannot hold. It is said before anything is written: a program that opened the file would cut or refuse it.
import type { SourcePlace } from '../../model/document.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { checkCells } from './check-cells.ts';
import { complaint } from './complaint.ts';
import { placeCells, widthOf } from './grid.ts';
import { footerOf } from './page.ts';

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const WIDEST_COLUMN = 255;
const LONGEST_SHEET_NAME = 31;
const LONGEST_FOOTER = 255;
const LONGEST_PROPERTY_NAME = 255;

/** Every reason why `workbook` cannot be written without losing something; empty when it can. */
export const checkWorkbook = (workbook: Workbook): readonly Diagnostic[] => [
  ...checkNames(workbook),
  ...checkProperties(workbook),
  ...workbook.sheets.flatMap((sheet) => checkSheet(sheet, workbook)),
];

const firstPlace = (sheet: Sheet): SourcePlace | null => sheet.rows[0]?.cells[0]?.at ?? null;

const checkNames = ({ sheets }: Workbook): readonly Diagnostic[] => {
  if (sheets.length === 0) {
    return [
      complaint(
        'markup-structure',
        null,
        'The workbook has no sheet.',
        'Give it at least one table with data-sheet.',
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
  return [
    ...bad.map((name) =>
      complaint(
        'value-invalid',
        null,
        `"${name}" cannot name a document property.`,
        `Use 1 to ${LONGEST_PROPERTY_NAME} characters, and each name once, capitals not told apart.`,
      ),
    ),
    ...(footerOf(workbook).length > LONGEST_FOOTER
      ? [
          complaint(
            'value-invalid',
            null,
            `The footer is longer than ${LONGEST_FOOTER} characters.`,
            'Shorten what the template prints at the foot of a sheet.',
          ),
        ]
      : []),
  ];
};

const checkSheet = (sheet: Sheet, workbook: Workbook): readonly Diagnostic[] => {
  const placed = placeCells(sheet);
  const size = sizeComplaints(sheet, widthOf(sheet, placed));
  return size.length > 0 ? size : [...checkColumns(sheet), ...checkCells(sheet, placed, workbook)];
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
