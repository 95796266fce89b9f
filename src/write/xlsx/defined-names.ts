// The names a workbook knows: those it gives to cells, and those its sheets' filters and repeated header rows go by.

import { columnLetters, quoteSheet } from '../../model/sheet-address.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { filterRange } from './fill-sheet.ts';
import { fixedRange } from './grid.ts';
import { headerRowsOf, pagesWide } from './page.ts';
import { escapeXml } from './text.ts';

/** `sheet` is the index of the sheet that a name belongs to, null for one of the whole workbook. */
type Entry = { readonly name: string; readonly sheet: number | null; readonly refersTo: string };

const FILTER = '_xlnm._FilterDatabase';
const TITLES = '_xlnm.Print_Titles';

/** The `definedNames` element; empty when there is nothing to name. In the order in which Excel has names: by themselves, then by sheet. */
export const definedNames = ({ names, sheets }: Workbook): string => {
  const entries: readonly Entry[] = [
    ...names.map(({ name, refersTo }) => ({ name, sheet: null, refersTo })),
    ...sheets.flatMap((sheet, index) => [...filterEntry(sheet, index), ...titlesEntry(sheet, index)]),
  ];
  if (entries.length === 0) return '';
  const sorted = entries.toSorted(
    (a, b) => compare(sortKey(a.name), sortKey(b.name)) || (a.sheet ?? -1) - (b.sheet ?? -1),
  );
  return `<definedNames>${sorted.map(element).join('')}</definedNames>`;
};

const sortKey = (name: string): string => name.replace(/^_xlnm\./, '').toLowerCase();
const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** The filter of a table is its own and goes by no name. */
const filterEntry = (sheet: Sheet, index: number): readonly Entry[] => {
  const range = sheet.table === null ? filterRange(sheet) : null;
  return range === null ? [] : [{ name: FILTER, sheet: index, refersTo: onSheet(sheet, fixedRange(range)) }];
};

/** Frozen columns are repeated where a sheet is printed over several pages side by side. */
const titlesEntry = (sheet: Sheet, index: number): readonly Entry[] => {
  const rows = headerRowsOf(sheet);
  const columns = pagesWide(sheet) > 1 ? sheet.frozenColumns : 0;
  const ranges = [
    ...(columns === 0 ? [] : [`$A:$${columnLetters(columns)}`]),
    ...(rows === 0 ? [] : [`$1:$${rows}`]),
  ];
  if (ranges.length === 0) return [];
  return [{ name: TITLES, sheet: index, refersTo: ranges.map((range) => onSheet(sheet, range)).join(',') }];
};

const onSheet = ({ name }: Sheet, range: string): string => `${quoteSheet(name)}!${range}`;

const element = ({ name, sheet, refersTo }: Entry): string => {
  const hidden = name === FILTER ? ' hidden="1"' : '';
  const local = sheet === null ? '' : ` localSheetId="${sheet}"`;
  return `<definedName name="${escapeXml(name)}"${hidden}${local}>${escapeXml(refersTo)}</definedName>`;
};
