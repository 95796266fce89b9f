// From the parts that exceljs makes to the file we hand out: parts mended and added, entries sorted, times fixed. The same workbook, the
// same bytes.
import { writeZip, type ZipEntry } from '../../codec/zip.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { mendPart } from './mend.ts';
import { mendSheet, sheetNumber } from './mend-sheet.ts';
import { CUSTOM_PART, customPart } from './properties.ts';
import { type SharedStrings, STRINGS_PART } from './shared-strings.ts';
import type { SheetRest } from './sheet-rest.ts';
import { tablePart, tablePath, tableRelationships } from './tables.ts';

/** The finished file's bytes. `raw` is the XML of parts by path; `rests` are what the sheets lack, in their order. */
export const finishParts = (
  raw: ReadonlyMap<string, string>,
  workbook: Workbook,
  rests: readonly SheetRest[],
  strings: SharedStrings,
): Uint8Array => {
  const mended = [...raw].map(([path, xml]) => ({ path, data: finishPart(path, xml, workbook, rests) }));
  const texts = strings.count() === 0 ? [] : [{ path: STRINGS_PART, data: encode(strings.part()) }];
  const tables = rests.flatMap(({ sheet }, index) => tableParts(sheet, index + 1, raw));
  return writeZip([...mended, ...texts, ...customParts(workbook), ...tables], 'quick');
};

const finishPart = (
  path: string,
  xml: string,
  workbook: Workbook,
  rests: readonly SheetRest[],
): Uint8Array => {
  const number = sheetNumber(path);
  const rest = number === null ? undefined : rests[number - 1];
  return rest === undefined ? encode(mendPart(path, xml, workbook, rests)) : mendSheet(xml, rest);
};

const customParts = ({ properties }: Workbook): readonly ZipEntry[] => [
  { path: CUSTOM_PART, data: encode(customPart(properties)) },
];

/** A table and, where the sheet has no relationships yet, the part that ties the two together. */
const tableParts = (
  sheet: Sheet,
  number: number,
  parts: ReadonlyMap<string, string>,
): readonly ZipEntry[] => {
  if (sheet.table === null) return [];
  const relationships = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  return [
    { path: tablePath(number), data: encode(tablePart(sheet, sheet.table.name, number)) },
    ...(parts.has(relationships) ? [] : [{ path: relationships, data: encode(tableRelationships(number)) }]),
  ];
};

const encode = (text: string): Uint8Array => Buffer.from(text);
