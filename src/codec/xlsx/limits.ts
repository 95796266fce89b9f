// How much of a workbook is read. A million blank formatted rows pack a thousandfold, so it is sizes and counts that stop a bomb, not the ratio.
import type { ZipLimits } from '../zip-read.ts';

const MEGABYTE = 1024 * 1024;

/** Parts are unpacked one at a time, and each is read once. */
export const WORKBOOK_ZIP: ZipLimits = {
  entries: 2000,
  entrySize: 256 * MEGABYTE,
  totalSize: 512 * MEGABYTE,
  ratio: Number.POSITIVE_INFINITY,
};
/** Bytes of a part that is neither a sheet nor the shared texts; a full table of styles stays below it. */
export const LARGEST_SMALL_PART = 16 * MEGABYTE;
export const MOST_SHEETS = 200;
/** Cells with a value or formula in all sheets together; also shared texts, ranges of unlocked cells, merges. */
export const MOST_CELLS = 1_000_000;
/** Characters of formulas, those that many cells share counted for each. */
export const MOST_FORMULA_TEXT = 64 * MEGABYTE;

/** Characters of one formula; Excel takes 8,192. */
export const LONGEST_FORMULA = 65_536;
/** Characters of a number format's code; Excel takes 255. */
export const LONGEST_FORMAT = 1000;
