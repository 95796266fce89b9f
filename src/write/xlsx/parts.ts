// From the file that exceljs makes to the file we hand out: parts mended and added, entries sorted, times fixed. The same workbook, the
// same bytes.
import { readZip, writeZip, ZIP_LIMITS, type ZipEntry } from '../../codec/zip.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { isMended, mendPart } from './mend.ts';
import { mendSheet, sheetNumber } from './mend-sheet.ts';
import { CUSTOM_PART, customPart } from './properties.ts';
import type { SheetRest } from './sheet-rest.ts';
import { tablePart, tablePath, tableRelationships } from './tables.ts';

/** The file is our own: a large sheet of like rows may well pack better than a file from outside is allowed to. */
const LIMITS = { ...ZIP_LIMITS, ratio: Number.POSITIVE_INFINITY };

/** The finished file's bytes. `rests` are what the sheets lack, in their order; `raw` may be written over. */
export const finishParts = (raw: Uint8Array, workbook: Workbook, rests: readonly SheetRest[]): Uint8Array => {
  const parts = readZip(raw, LIMITS);
  const mended = [...parts].map(([path, bytes]) => ({
    path,
    data: finishPart(path, bytes, workbook, rests),
  }));
  const tables = rests.flatMap(({ sheet }, index) => tableParts(sheet, index + 1, parts));
  return writeZip([...mended, ...customParts(workbook), ...tables], 'quick');
};

/** Most parts are large or as they should be: text is made only of what is mended. */
const finishPart = (
  path: string,
  bytes: Uint8Array,
  workbook: Workbook,
  rests: readonly SheetRest[],
): Uint8Array => {
  const number = sheetNumber(path);
  const rest = number === null ? undefined : rests[number - 1];
  if (rest !== undefined) return mendSheet(bytes, rest);
  return isMended(path) ? encode(mendPart(path, decode(bytes), workbook, rests)) : bytes;
};

const customParts = ({ properties }: Workbook): readonly ZipEntry[] => [
  { path: CUSTOM_PART, data: encode(customPart(properties)) },
];

/** A table and, where the sheet has no relationships yet, the part that ties the two together. */
const tableParts = (
  sheet: Sheet,
  number: number,
  parts: ReadonlyMap<string, Uint8Array>,
): readonly ZipEntry[] => {
  if (sheet.table === null) return [];
  const relationships = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  return [
    { path: tablePath(number), data: encode(tablePart(sheet, sheet.table.name, number)) },
    ...(parts.has(relationships) ? [] : [{ path: relationships, data: encode(tableRelationships(number)) }]),
  ];
};

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
