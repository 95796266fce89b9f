// How much a worksheet holds: the format's own size of a sheet (ECMA-376 part 1), and what spreadsheet programs read of the rest.

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Of one sheet. */
export const MOST_LINKS = 65_530;
/** UTF-16 code units of a cell's text. */
export const LONGEST_CELL = 32_767;
/** Characters of a formula. */
export const LONGEST_FORMULA = 8_192;
