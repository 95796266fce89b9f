// From the file that exceljs makes to the file we hand out: parts mended, entries sorted, times fixed. The same workbook, the same bytes.
import { readZip, writeZip, ZIP_LIMITS } from '../../codec/zip.ts';
import type { Workbook } from '../../model/workbook.ts';
import { mendPart } from './mend.ts';
import { CUSTOM_PART, customPart } from './properties.ts';

/** The file is our own: a large sheet of like rows may well pack better than a file from outside is allowed to. */
const LIMITS = { ...ZIP_LIMITS, ratio: Number.POSITIVE_INFINITY };

/** The finished file's bytes. */
export const finishParts = (raw: Uint8Array, workbook: Workbook): Uint8Array => {
  const mended = [...readZip(raw, LIMITS)].map(([path, bytes]) => ({
    path,
    data: encode(mendPart(path, decode(bytes), workbook)),
  }));
  return writeZip([...mended, { path: CUSTOM_PART, data: encode(customPart(workbook.properties)) }]);
};

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
