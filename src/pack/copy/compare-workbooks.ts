// An auditor's copy held against the original: whatever may be typed into is theirs, and everything else is listed where it differs.
import type { ReadCell, ReadSheet, ReadWorkbook } from '../../codec/xlsx/index.ts';
import { compareSheet } from './compare-sheet.ts';
import { type Ledger, openLedger, type WorkbookDifferences } from './differences.ts';
import { formulaSense, type ToOriginal } from './formula-sense.ts';
import { type Placing, placeSheet } from './placing.ts';
import { tablesOf } from './references.ts';

export const compareWorkbooks = (original: ReadWorkbook, copy: ReadWorkbook): WorkbookDifferences => {
  const ledger = openLedger();
  const copies = new Map(copy.sheets.map((sheet) => [sheet.name, sheet]));
  const placings = new Map(
    original.sheets.flatMap((sheet): [string, Placing][] => {
      const there = copies.get(sheet.name);
      return there === undefined ? [] : [[sheet.name, placeSheet(sheet, there)]];
    }),
  );
  const senses = makeSenses(original, copy, placings);
  for (const sheet of original.sheets) {
    const [there, placing] = [copies.get(sheet.name), placings.get(sheet.name)];
    if (there === undefined || placing === undefined)
      ledger.add({ kind: 'sheet-missing', sheet: sheet.name });
    else
      compareSheet({ original: sheet, copy: there, placing, isSameFormula: senses.inCells(sheet) }, ledger);
  }
  for (const { name } of copy.sheets) {
    if (!placings.has(name)) ledger.add({ kind: 'sheet-added', sheet: name });
  }
  compareNames(original, copy, senses, ledger);
  noteWhole(copy, ledger);
  return ledger.close();
};

type Senses = {
  readonly inCells: (sheet: ReadSheet) => (was: ReadCell, now: ReadCell) => boolean;
  readonly ofName: (was: string, now: string) => boolean;
};

const makeSenses = (
  original: ReadWorkbook,
  copy: ReadWorkbook,
  placings: ReadonlyMap<string, Placing>,
): Senses => {
  const [tables, copyTables] = [tablesOf(original), tablesOf(copy)];
  const byName = new Map([...placings].map(([name, placing]) => [name.toLowerCase(), placing]));
  const stays: ToOriginal = (_, range) => range;
  const moves: ToOriginal = (sheet, range) => {
    const placing = byName.get(sheet.toLowerCase());
    return placing === undefined ? range : placing.rangeToOriginal(range);
  };
  return {
    inCells: (sheet) => (was, now) =>
      formulaSense(was.formula ?? '', { sheet: sheet.name, ...placeOf(was) }, tables, stays) ===
      formulaSense(now.formula ?? '', { sheet: sheet.name, ...placeOf(now) }, copyTables, moves),
    ofName: (was, now) =>
      formulaSense(was, NOWHERE, tables, stays) === formulaSense(now, NOWHERE, copyTables, moves),
  };
};

const NOWHERE = { sheet: '', row: 0, column: 0 };
const placeOf = ({ row, column }: ReadCell): Pick<ReadCell, 'row' | 'column'> => ({ row, column });

/** Names of the original that mean something else, or nothing; and new ones that would be taken for one of them on some sheet. */
const compareNames = (original: ReadWorkbook, copy: ReadWorkbook, senses: Senses, ledger: Ledger): void => {
  const there = new Map([...copy.names].map(([name, refersTo]) => [name.toLowerCase(), refersTo]));
  for (const [name, was] of original.names) {
    const now = there.get(name.toLowerCase());
    if (now === undefined || !senses.ofName(was, now))
      ledger.add({ kind: 'name', name, now: now ?? 'nothing', before: was });
  }
  const known = new Set([...original.names.keys()].map((name) => name.toLowerCase()));
  for (const [name, now] of copy.names) {
    const bare = name.slice(name.lastIndexOf('!') + 1).toLowerCase();
    if (!known.has(name.toLowerCase()) && known.has(bare))
      ledger.add({ kind: 'name', name, now, before: 'nothing' });
  }
};

const noteWhole = ({ macros, externalLinks }: ReadWorkbook, ledger: Ledger): void => {
  if (macros) ledger.note({ kind: 'macros', sheet: null });
  if (externalLinks > 0) ledger.note({ kind: 'external-links', sheet: null });
};
