// Spreadsheet tables: a part of their own each. exceljs would write the cells of a table anew, so the parts are made here.
import type { Sheet } from '../../model/workbook.ts';
import { eachCell, rangeName, widthOf } from './grid.ts';
import { headerRowsOf } from './page.ts';
import { attributeText } from './text.ts';

export const TABLE_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const TABLE_RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** By which the sheet knows its table; exceljs numbers the relationships it makes itself. */
const RELATIONSHIP_ID = 'rIdTable';

/** Where the table of a sheet is kept. Tables bear the number of their sheet, which is unique as the format wants it. */
export const tablePath = (number: number): string => `xl/tables/table${number}.xml`;

/** The element by which a sheet takes its table. */
export const TABLE_PARTS = `<tableParts count="1"><tablePart r:id="${RELATIONSHIP_ID}"/></tableParts>`;

export const tableRelationship = (number: number): string =>
  `<Relationship Id="${RELATIONSHIP_ID}" Type="${TABLE_RELATIONSHIP}" Target="../tables/table${number}.xml"/>`;

/** The relationships of a sheet that has no others. */
export const tableRelationships = (number: number): string =>
  `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${tableRelationship(number)}</Relationships>`;

/** The part of a table, named and filtered and of no look of its own: the theme has coloured the cells. */
export const tablePart = (sheet: Sheet, name: string, number: number): string => {
  const columns = headerTexts(sheet).map(
    (text, index) => `<tableColumn id="${index + 1}" name="${attributeText(text)}"/>`,
  );
  const right = columns.length;
  const ref = rangeName({ top: headerRowsOf(sheet), left: 1, bottom: sheet.rows.length, right });
  // One header row is what the format means by saying nothing; exceljs reads "none", and would drop it from a copy.
  const attributes = `id="${number}" name="${name}" displayName="${name}" ref="${ref}" headerRowCount="1" totalsRowShown="0"`;
  return `${HEAD}<table xmlns="${MAIN}" ${attributes}>${[
    `<autoFilter ref="${ref}"/>`,
    `<tableColumns count="${right}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>',
  ].join('')}</table>`;
};

/** The texts of the last header row by column; empty where there is none. They are the names of the table's columns. */
export const headerTexts = (sheet: Sheet): readonly string[] => {
  const texts = Array.from({ length: widthOf(sheet) }, () => '');
  const header = headerRowsOf(sheet);
  eachCell(sheet, ({ value }, row, column) => {
    if (row === header && 'text' in value) texts[column - 1] = value.text;
  });
  return texts;
};
