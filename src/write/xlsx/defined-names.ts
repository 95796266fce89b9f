// The names a sheet's filter and its repeated header rows go by inside the workbook.
import type { Sheet } from '../../model/workbook.ts';
import { filterRange } from './fill-sheet.ts';
import { placeCells, quoteSheet } from './grid.ts';
import { headerRowsOf } from './page.ts';
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

const titlesName = (sheet: Sheet, index: number): string => {
  const rows = headerRowsOf(sheet);
  return rows === 0 ? '' : named('_xlnm.Print_Titles', index, sheet, `$1:$${rows}`);
};

const named = (name: string, index: number, sheet: Sheet, range: string): string =>
  `<definedName name="${name}" localSheetId="${index}">${escapeXml(`${quoteSheet(sheet.name)}!${range}`)}</definedName>`;
