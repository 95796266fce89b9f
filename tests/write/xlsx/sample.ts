// Workbooks for the tests, and what their files hold: as exceljs reads them, and as plain XML.

import exceljs from 'exceljs';
import { unzipSync } from 'fflate';
import type { Cell, CellStyle, CellValue, Row, Sheet, Workbook } from '../../../src/model/workbook.ts';

export const PLAIN: CellStyle = {
  bold: false,
  italic: false,
  fontSize: 10,
  color: null,
  fill: null,
  align: null,
  valign: 'top',
  wrap: true,
  border: null,
};

export const cellOf = (value: CellValue, more: Partial<Cell> = {}): Cell => ({
  value,
  formula: null,
  unlocked: false,
  style: PLAIN,
  columnSpan: 1,
  rowSpan: 1,
  id: null,
  at: null,
  ...more,
});
export const textCell = (text: string, more: Partial<Cell> = {}): Cell =>
  cellOf({ kind: 'text', text }, more);
export const rowOf = (...cells: readonly Cell[]): Row => ({ cells, height: null });
export const sheetOf = (rows: readonly Row[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Duties',
  columns: [],
  rows,
  headerRows: 0,
  frozenColumns: 0,
  filter: false,
  table: null,
  validations: [],
  looks: [],
  protected: false,
  hidden: false,
  landscape: false,
  tabColor: null,
  ...more,
});
/** Columns of these widths, in view. */
export const columnsOf = (...widths: readonly number[]): Sheet['columns'] =>
  widths.map((width) => ({ width, hidden: false }));
export const workbookOf = (sheets: readonly Sheet[], more: Partial<Workbook> = {}): Workbook => ({
  title: 'Title',
  subject: 'Subject',
  author: 'Author',
  keywords: [],
  date: '2026-10-09',
  producer: 'Countersign 0.1.0',
  paper: 'a4',
  header: { left: '', center: '', right: '' },
  footer: { left: '', center: '' },
  properties: {},
  names: [],
  sheets,
  ...more,
});

/** The file as the library that wrote it reads it. */
export const readBack = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
};

/** The file's parts as text, by path. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)]),
  );

/** One part's XML; fails the test when the part is missing. */
export const partOf = (bytes: Uint8Array, path: string): string => {
  const part = partsOf(bytes)[path];
  if (part === undefined) throw new Error(`no part ${path}`);
  return part;
};

/** Text of XML with the five entities and character references undone. */
export const unescapeXml = (xml: string): string =>
  xml.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number(code)),
  );
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** ECMA-376's own rule, written apart from the writer's: each `_xHHHH_`, from the left, is one code unit. */
export const decodeXstring = (text: string): string => {
  let decoded = '';
  for (let at = 0; at < text.length; ) {
    const hex = /^_x([0-9A-Fa-f]{4})_/.exec(text.slice(at, at + 7))?.[1];
    decoded += hex === undefined ? text.charAt(at) : String.fromCharCode(Number.parseInt(hex, 16));
    at += hex === undefined ? 1 : 7;
  }
  return decoded;
};

/** The texts of a sheet by cell name, read from the XML alone. */
export const rawTexts = (bytes: Uint8Array, sheet: number): Readonly<Record<string, string>> => {
  const shared = [
    ...(partsOf(bytes)['xl/sharedStrings.xml'] ?? '').matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g),
  ].map(
    // A parser turns the line ends of XML into one line feed before anybody sees them.
    ([, text = '']) => decodeXstring(unescapeXml(text.replace(/\r\n?/g, '\n'))),
  );
  const cells = partOf(bytes, `xl/worksheets/sheet${sheet}.xml`).matchAll(
    /<c r="([A-Z]+\d+)"[^>]* t="s"><v>(\d+)<\/v><\/c>/g,
  );
  return Object.fromEntries([...cells].map(([, name = '', index]) => [name, shared[Number(index)] ?? '']));
};
