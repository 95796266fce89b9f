// Workbooks written by hand, part by part, so that tests can say in them whatever a program could and what none would.

import type { ReadCell, ReadWorkbook } from '../../../src/codec/xlsx/index.ts';
import { readXlsx } from '../../../src/codec/xlsx/index.ts';
import { Failure } from '../../../src/problem.ts';
import { rawZip } from '../raw-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

export const bookPart = (inner: string): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}">${inner}</workbook>`;
export const sheetPart = (rows: string, after = ''): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${TYPES}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
/** `[id, type, target]`, and a fourth word for the mode. */
export const relationsPart = (...relations: readonly (readonly string[])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`,
    )
    .join('')}</Relationships>`;
export const stylesPart = (inner: string): string => `<styleSheet xmlns="${MAIN}">${inner}</styleSheet>`;
export const textsPart = (inner: string): string => `<sst xmlns="${MAIN}">${inner}</sst>`;
export const typesPart = (type: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`;

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': typesPart(BOOK_TYPE),
  '_rels/.rels': relationsPart(['r1', 'officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': bookPart('<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'),
  'xl/_rels/workbook.xml.rels': relationsPart(
    ['r1', 'worksheet', 'worksheets/sheet1.xml'],
    ['r2', 'styles', 'styles.xml'],
    ['r3', 'sharedStrings', '/xl/sharedStrings.xml'],
  ),
  'xl/styles.xml': stylesPart(''),
  'xl/sharedStrings.xml': textsPart(''),
  'xl/worksheets/sheet1.xml': sheetPart(''),
};

/** A workbook of one empty sheet with some parts changed, added, or with null left out. */
export const handmade = (
  parts: Readonly<Record<string, string | Uint8Array | null>>,
  deflate = false,
): Uint8Array =>
  rawZip(
    Object.entries({ ...PARTS, ...parts }).flatMap(([name, data]) =>
      data === null
        ? []
        : [{ name, data: typeof data === 'string' ? new TextEncoder().encode(data) : data, deflate }],
    ),
  );

export const readParts = (parts: Readonly<Record<string, string | Uint8Array | null>>): ReadWorkbook =>
  readXlsx(handmade(parts), 'copy.xlsx');

/** The cells of a sheet with these rows, in reading order. */
export const cellsOf = (rows: string, parts: Readonly<Record<string, string>> = {}): readonly ReadCell[] => {
  const [sheet] = readParts({ 'xl/worksheets/sheet1.xml': sheetPart(rows), ...parts }).sheets;
  return [...(sheet?.rows.values() ?? [])].flat();
};

/** Why `bytes` are not read; fails when they are, or when anything but that failure is thrown. */
export const refusalOf = (bytes: Uint8Array): string => {
  try {
    readXlsx(bytes, 'copy.xlsx');
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'workbook-unreadable') throw error;
    return `${error.message} ${error.hint}`;
  }
  return 'read';
};
