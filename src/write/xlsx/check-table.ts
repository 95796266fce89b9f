// What a spreadsheet table cannot be made of.
import type { Sheet } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { complaints, type Trouble } from './complaint.ts';
import { eachCell } from './grid.ts';
import { headerRowsOf } from './page.ts';
import { headerTexts } from './tables.ts';

const LONGEST_HEADER = 255;

/** Complaints about the table of a sheet, its name apart. */
export const checkTable = (sheet: Sheet): readonly Diagnostic[] =>
  sheet.table === null
    ? []
    : complaints(sheet, `Sheet "${sheet.name}", table "${sheet.table.name}"`, [
        ...rowTroubles(sheet),
        ...headerTroubles(headerTexts(sheet)),
        ...cellTroubles(sheet),
      ]);

const rowTroubles = (sheet: Sheet): readonly Trouble[] =>
  headerRowsOf(sheet) > 0 && sheet.rows.length > headerRowsOf(sheet)
    ? []
    : [
        [
          'markup-structure',
          'it needs a header row and a row below.',
          'Give the table a header, and an empty row where there is nothing to list.',
        ],
      ];

const headerTroubles = (texts: readonly string[]): readonly Trouble[] => {
  const folded = texts.map((text) => text.toLowerCase());
  const fits = texts.every(
    (text, index) =>
      text.trim() !== '' && text.length <= LONGEST_HEADER && folded.indexOf(text.toLowerCase()) === index,
  );
  return fits && texts.length > 0
    ? []
    : [
        [
          'markup-structure',
          'the cells of its last header row cannot name its columns.',
          `Give every column a text of 1 to ${LONGEST_HEADER} characters there, each another, capitals not told apart.`,
        ],
      ];
};

const cellTroubles = (sheet: Sheet): readonly Trouble[] => {
  const header = headerRowsOf(sheet);
  let spans = false;
  let computed = false;
  eachCell(sheet, ({ columnSpan, rowSpan, formula }, row) => {
    spans ||= row >= header && (columnSpan !== 1 || rowSpan !== 1);
    computed ||= row === header && formula !== null;
  });
  return [...(spans ? [spanned] : []), ...(computed ? [computedHeader] : [])];
};

const spanned: Trouble = [
  'markup-structure',
  'a cell spans others in its last header row or below.',
  'Leave out spans there.',
];
const computedHeader: Trouble = [
  'markup-structure',
  'a cell of its last header row is computed.',
  'Give columns a fixed name.',
];
