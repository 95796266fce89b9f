// A workbook as the reader gives it, written down cell by cell, and copies of it with something changed.
import { readAddress, readRange } from '../../../src/codec/xlsx/address.ts';
import type {
  ReadCell,
  ReadSheet,
  ReadTable,
  ReadValue,
  ReadWorkbook,
} from '../../../src/codec/xlsx/index.ts';
import { compareWorkbooks } from '../../../src/pack/copy/compare-workbooks.ts';
import type { WorkbookDifference } from '../../../src/pack/copy/differences.ts';

/** A text, a number, a formula where it begins with `=`, or a cell's fields. */
export type Written = string | number | Partial<ReadCell>;
export type Cells = Readonly<Record<string, Written>>;

const readOf = (written: string | number): ReadValue =>
  typeof written === 'number' ? { kind: 'number', number: written } : { kind: 'text', text: written };

const cellOf = (address: string, written: Written): ReadCell => {
  const plain = {
    ...readAddress(address),
    value: { kind: 'empty' },
    formula: null,
    unlocked: false,
    format: 'General',
  } as const;
  if (typeof written === 'object') return { ...plain, ...written };
  if (typeof written === 'string' && written.startsWith('=')) return { ...plain, formula: written.slice(1) };
  return { ...plain, value: readOf(written) };
};

/** `unlocked` are addresses of cells, blank or not. */
export const sheetOf = (
  name: string,
  cells: Cells,
  more: { readonly unlocked?: readonly string[]; readonly tables?: readonly ReadTable[] } = {},
): ReadSheet => {
  const unlocked = new Set(more.unlocked ?? []);
  const all = Object.entries(cells)
    .map(([address, written]) => ({
      ...cellOf(address, written),
      ...(unlocked.has(address) ? { unlocked: true } : {}),
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const rows = new Map<number, ReadCell[]>();
  for (const cell of all) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const bands = [...unlocked].map(readAddress).sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    name,
    state: 'visible',
    rows,
    unlocked: [...new Set(bands.map(({ row }) => row))].map((row) => ({
      top: row,
      bottom: row,
      runs: bands.filter((place) => place.row === row).map(({ column }) => ({ left: column, right: column })),
    })),
    merges: [],
    tables: more.tables ?? [],
  };
};

export const tableOf = (range: string, columns: readonly string[], name = 'duties'): ReadTable => ({
  name,
  range: readRange(range),
  headerRows: 1,
  totalsRows: 0,
  columns,
});

export const bookOf = (sheets: readonly ReadSheet[], more: Partial<ReadWorkbook> = {}): ReadWorkbook => ({
  sheets,
  names: new Map(),
  macros: false,
  externalLinks: 0,
  ...more,
});

const COLUMNS = ['Duty', 'Result', 'Days', 'Tested', 'Late'];
/** The third row of the table has the auditor's column filled in. */
export const CELLS: Cells = {
  A1: 'Duties of a system',
  A3: 'Duty',
  B3: 'Result',
  C3: 'Days',
  D3: 'Tested',
  E3: 'Late',
  ...rowOf(4, 'D-1', 'supported', 3),
  ...rowOf(5, 'D-2', 'open', 10),
  ...rowOf(6, 'D-3', 'supported', 7),
  A8: 'End',
};

export function rowOf(row: number, duty: string, result: string, days: number): Cells {
  return {
    [`A${row}`]: duty,
    [`B${row}`]: result,
    [`C${row}`]: { value: { kind: 'number', number: days }, format: '0' },
    [`E${row}`]: `=IF(C${row}>5,"late","in time")`,
  };
}
export const SUMMARY: Cells = {
  A1: 'Supported',
  B1: '=COUNTIFS(duties[Result],"supported")',
  B2: '=SUM(Duties!C4:C6)',
};
const UNLOCKED = ['D4', 'D5', 'D6', 'F1'];

export const duties = (cells: Cells, table: ReadTable | null = tableOf('A3:E6', COLUMNS)): ReadSheet =>
  sheetOf('Duties', cells, { unlocked: UNLOCKED, tables: table === null ? [] : [table] });

const NAMES = new Map([['words', 'Words!$A$1:$A$3']]);
export const ORIGINAL = bookOf([duties(CELLS), sheetOf('Summary', SUMMARY)], { names: NAMES });

/** The original with cells of its first sheet changed; null takes one out. */
export const edited = (changes: Readonly<Record<string, Written | null>>): ReadWorkbook => {
  const kept = Object.entries({ ...CELLS, ...changes }).filter(
    (entry): entry is [string, Written] => entry[1] !== null,
  );
  return bookOf([duties(Object.fromEntries(kept)), sheetOf('Summary', SUMMARY)], { names: NAMES });
};

/** One line for each difference. */
export const differencesOf = (copy: ReadWorkbook, original = ORIGINAL): readonly string[] =>
  compareWorkbooks(original, copy).differences.map(lineOf);

const lineOf = (difference: WorkbookDifference): string => {
  switch (difference.kind) {
    case 'cell':
    case 'number-format':
      return `${difference.kind} ${difference.sheet}!${difference.address} (${difference.was}) ${difference.now} was ${difference.before}`;
    case 'row-missing':
    case 'column-missing':
    case 'column-added':
      return `${difference.kind} ${difference.address} ${difference.called}`;
    case 'row-added':
      return `row-added ${difference.address} ${difference.cells.map(({ value }) => value).join(', ')}`;
    case 'name':
      return `name ${difference.name} ${difference.now} was ${difference.before}`;
    default:
      return `${difference.kind} ${difference.sheet}`;
  }
};
