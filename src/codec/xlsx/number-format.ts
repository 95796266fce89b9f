// Number formats: their codes, and which of them show a number as a date (ECMA-376 part 1, 18.8.30 and 18.8.31).

export const GENERAL = 'General';

/** Codes that a file may name by number alone. 27 to 36 and 50 to 58 are dates whose look depends on the language of the program. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: GENERAL,
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The code of a number format; `custom` are those that the file defines. */
export const formatCode = (id: number, custom: ReadonlyMap<number, string>): string =>
  custom.get(id) ?? BUILT_IN[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'm/d/yyyy' : GENERAL);

/** True where a number is shown as a day or a time: a `d`, `m`, `y`, `h` or `s` that is no text of the format's own. */
export const isDateFormat = (code: string): boolean =>
  code !== GENERAL &&
  /[dmyhs]/i.test(code.replace(/"[^"]*"?|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, ''));
