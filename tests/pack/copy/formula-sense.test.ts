// Formulas that mean the same read the same, whatever program wrote them; others do not.
import { expect, test } from 'vitest';
import { formulaSense } from '../../../src/pack/copy/formula-sense.ts';
import { tablesOf } from '../../../src/pack/copy/references.ts';
import { bookOf, duties, sheetOf, tableOf } from './sample.ts';

const book = bookOf([
  duties({}, tableOf('A3:C9', ['Duty', "Owner's [x]", 'Result'])),
  sheetOf("It's", {}, { tables: [tableOf('B2:C4', ['Word', 'Two'], 'words')] }),
]);
const tables = tablesOf(book);
const sense = (formula: string): string =>
  formulaSense(formula, { sheet: 'Duties', row: 5, column: 3 }, tables, (_, range) => range);

test.each([
  ['COUNTIFS(duties[Result],"supported")', 'countifs( Duties!$C$4:$C$9 , "supported" )'],
  ['duties', "'Duties'!A4:C9"],
  ['duties[#All]', 'A3:C9'],
  ['duties[[#Headers],[Result]]', 'C3'],
  ['duties[[#This Row],[Result]]', 'C5'],
  ['duties[@Result]', '$C5'],
  ['[@Result]', 'C5'],
  ["duties[@[Owner''s '[x']]]", 'B5'],
  ['duties[[Duty]:[Result]]', 'A4:C9'],
  ['SUM(words[Two])', "SUM('It''s'!C3:C4)"],
  ['_xlfn.XLOOKUP(A1,B:B,C:C)', 'XLOOKUP(A1,B1:B1048576,C1:C1048576)'],
  ['SUM(2:3)', 'SUM($A$2:$XFD$3)'],
  ['IF(A1,TRUE,FALSE())', 'IF(A1,TRUE(),FALSE)'],
  ['((A1+1.50))', 'A1+1.5'],
  ['SUM(((A1)))', 'SUM((A1))'],
  ['A1:A1', 'A1'],
])('%s means %s', (a, b) => {
  expect(sense(a)).toBe(sense(b));
});

test.each([
  ['A1', 'A2'],
  ['"a b"', '"A B"'],
  ['"A1"', 'A1'],
  ['(A1+B1)*2', 'A1+B1*2'],
  ['AREAS((A1,B1))', 'AREAS(A1,B1)'],
  ["'It''s'!A1", 'A1'],
  ['duties[Nobody]', 'duties[Result]'],
  ['A12', 'A1 2'],
  ['LOG10(2)', 'LOG(2)'],
])('%s is not %s', (a, b) => {
  expect(sense(a)).not.toBe(sense(b));
});
