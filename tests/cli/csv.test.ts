// Cells of a CSV table: nothing that people wrote runs in a spreadsheet, and each row is one line.
import { expect, test } from 'vitest';
import { csvLine } from '../../src/cli/csv.ts';

test.each<[cell: string, written: string]>([
  ['plain', 'plain'],
  ['', ''],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['=1+1', "'=1+1"],
  ['+49 call', "'+49 call"],
  ['-none', "'-none"],
  ['@lead', "'@lead"],
  ['\t=1', "' =1"],
  ['\r=1', "' =1"],
  ['  =1', "' =1"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['two\nlines', 'two lines'],
  ['a=b', 'a=b'],
  ['\u001b[31mred', '␛[31mred'],
])('%j is written as %j', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r`);
});

test('cells stand side by side', () => {
  expect(csvLine(['a', '', 'c,d'])).toBe('a,,"c,d"\r');
});
