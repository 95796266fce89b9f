// One table's part: its name, where it lies, and what its columns are called.
import { readRange } from './address.ts';
import { decodeCellText } from './cell-text.ts';
import type { ReadTable } from './read-workbook.ts';
import { quoted, XlsxRefused } from './refused.ts';
import { readXml, required } from './xml.ts';

/** Throws XlsxRefused for a part that is no table, or has another number of columns than its range. */
export const readTablePart = (part: string, bytes: Uint8Array): ReadTable => {
  let table: ReadTable | null = null;
  const columns: string[] = [];
  readXml(part, bytes, {
    open: (name, attributes, parent) => {
      if (name === 'table' && parent === '') {
        const of = `The table ${quoted(part)}`;
        table = {
          name: decodeCellText(attributes.displayName ?? required(attributes, 'name', of)),
          range: readRange(required(attributes, 'ref', of)),
          headerRows: Number(attributes.headerRowCount ?? 1),
          totalsRows: Number(attributes.totalsRowCount ?? 0),
          columns,
        };
      }
      if (name === 'tableColumn' && parent === 'tableColumns')
        columns.push(decodeCellText(attributes.name ?? ''));
    },
  });
  return checked(table, part);
};

const checked = (table: ReadTable | null, part: string): ReadTable => {
  if (table === null || !isSound(table))
    throw new XlsxRefused(`The part ${quoted(part)} is no table with a name for each of its columns.`);
  return table;
};

const isSound = ({ range, headerRows, totalsRows, columns }: ReadTable): boolean =>
  columns.length === range.right - range.left + 1 &&
  [headerRows, totalsRows].every((count) => Number.isInteger(count) && count >= 0) &&
  headerRows + totalsRows <= range.bottom - range.top + 1;
