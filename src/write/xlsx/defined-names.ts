// The names a sheet's filter and its repeated header rows go by inside the workbook.
import type { Sheet } from '../../model/workbook.ts';
import { filterRange } from './fill-sheet.ts';
import { columnLetters, placeCells, quoteSheet } from './grid.ts';
import { headerRowsOf, pagesWide } from './page.ts';
import { escapeXml } from './text.ts';

/** The `definedNames` element for all sheets; empty when there is nothing to name. */
export const definedNames = (sheets: readonly Sheet[]): string => {
  const names = [...sheets.map(filterName), ...sheets.map(titlesName)].join('');
  return names === '' ? '' : `<definedNames>${names}</definedNames>`;
};

const filterName = (sheet: Sheet, index: number): string => {
  const range = filterRange(sheet, placeCells(sheet));
  if (range === null) return '';
  return named('_xlnm._FilterDatabase" hidden="1', index, sheet, range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'));
};

/** Frozen columns are repeated where a sheet is printed over several pages side by side. */
const titlesName = (sheet: Sheet, index: number): string => {
  const rows = headerRowsOf(sheet);
  const columns = pagesWide(sheet) > 1 ? sheet.frozenColumns : 0;
  const ranges = [
    ...(columns === 0 ? [] : [`$A:$${columnLetters(columns)}`]),
    ...(rows === 0 ? [] : [`$1:$${rows}`]),
  ];
  return ranges.length === 0 ? '' : named('_xlnm.Print_Titles', index, sheet, ...ranges);
};

const named = (name: string, index: number, sheet: Sheet, ...ranges: readonly string[]): string => {
  const spelled = ranges.map((range) => `${quoteSheet(sheet.name)}!${range}`).join(',');
  return `<definedName name="${name}" localSheetId="${index}">${escapeXml(spelled)}</definedName>`;
};
