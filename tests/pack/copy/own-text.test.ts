// Which number formats show something that is not in the cell.
import { expect, test } from 'vitest';
import { showsMore } from '../../../src/pack/copy/own-text.ts';

test.each([
  ['"supported"', 'General'],
  ['0;"none"', '0'],
  ['\\o\\k', '0'],
  [';;;', 'General'],
  ['0;', '0'],
  ['-0', '0'],
  ['"-"0', '0'],
  ['[$yes-409]0', '0'],
  ['0*x', '0'],
  ['@"!"', '@'],
  ['yyyy"2031"', 'yyyy-mm-dd'],
  ['0 "years"', '0 "days"'],
  ['""', '0'],
])('%s shows more than %s', (format, original) => {
  expect(showsMore(format, original)).toBe(true);
});

test.each([
  ['0.00', 'General'],
  ['#,##0;[Red]-#,##0', '0'],
  ['_-* #,##0.00_-;-* #,##0.00_-', '0.00'],
  ['yyyy\\-mm\\-dd', 'yyyy-mm-dd'],
  ['[$-409]d/mmm/yy h:mm AM/PM;@', 'm/d/yyyy'],
  ['mm/dd/yy', 'yyyy-mm-dd'],
  ['0\\ "days"', '0 "days"'],
  ['@', 'General'],
  ['General', '@'],
  ['0.00E+00', '0'],
])('%s shows no more than %s', (format, original) => {
  expect(showsMore(format, original)).toBe(false);
});
