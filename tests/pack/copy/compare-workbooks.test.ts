// What counts as a difference between a copy and its original, what is a note, and what is the auditor's own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWorkbooks } from '../../../src/pack/copy/compare-workbooks.ts';
import {
  bookOf,
  CELLS,
  differencesOf,
  duties,
  edited,
  ORIGINAL,
  rowOf,
  SUMMARY,
  sheetOf,
  tableOf,
  type Written,
} from './sample.ts';

const summary = sheetOf('Summary', SUMMARY);
const names = ORIGINAL.names;
const HEADERS = { A3: 'Duty', B3: 'Result', C3: 'Days', D3: 'Tested', E3: 'Late' };
const COLUMNS = Object.values(HEADERS);

describe('cells', () => {
  test('an untouched copy has no difference', () => {
    expect(compareWorkbooks(ORIGINAL, edited({}))).toEqual({ differences: [], total: 0, notes: [] });
  });

  test.each<[string, Readonly<Record<string, Written | null>>, readonly string[]]>([
    ['an unlocked cell filled in', { D5: 'seen', F1: '=1+1' }, []],
    ['a text changed', { B5: 'supported' }, ['cell Duties!B5 (B5) "supported" was "open"']],
    ['a number changed', { C5: 4 }, ['cell Duties!C5 (C5) 4 was 10']],
    ['a number cut to fifteen digits', { C5: 10.00000000000001 }, []],
    ['a number become text', { C5: '10' }, ['cell Duties!C5 (C5) "10" was 10']],
    ['a value taken out', { B5: null }, ['cell Duties!B5 (B5) nothing was "open"']],
    ['a value put where none was', { B8: 'x' }, ['cell Duties!B8 (B8) "x" was nothing']],
    [
      'a formula replaced by its value',
      { E5: 'late' },
      ['cell Duties!E5 (E5) "late" was =IF(C5>5,"late","in time")'],
    ],
    [
      'a value replaced by a formula',
      { B5: '="supported"' },
      ['cell Duties!B5 (B5) ="supported" was "open"'],
    ],
    [
      'a formula changed',
      { E5: '=IF(C5>9,"late","in time")' },
      ['cell Duties!E5 (E5) =IF(C5>9,"late","in time") was =IF(C5>5,"late","in time")'],
    ],
    ['a formula written otherwise', { E5: '=((if( $C$5 > 5.0 , "late","in time")))' }, []],
    [
      'another cached value',
      { E5: { formula: 'IF(C5>5,"late","in time")', value: { kind: 'text', text: 'x' } } },
      [],
    ],
    [
      'a formula that fails',
      { E5: { formula: 'IF(C5>5,"late","in time")', value: { kind: 'error', error: '#REF!' } } },
      ['cell Duties!E5 (E5) #REF! was nothing'],
    ],
    ['another end of line', { A1: 'Duties of a system' }, []],
    [
      'a format of its own text',
      { C5: { value: { kind: 'number', number: 10 }, format: '"supported"' } },
      ['number-format Duties!C5 (C5) "supported" was 0'],
    ],
    ['a format with more digits', { C5: { value: { kind: 'number', number: 10 }, format: '#,##0.00' } }, []],
    ['a header changed', { B3: 'Outcome' }, ['cell Duties!B3 (B3) "Outcome" was "Result"']],
  ])('%s', (_, changes, lines) => {
    expect(differencesOf(edited(changes))).toEqual(lines);
  });

  test('every edit of locked cells is listed, edits of unlocked ones never', () => {
    const locked = fc.constantFrom('A1', 'B4', 'B5', 'B6', 'C4', 'C6', 'E5', 'A8', 'C8', 'H30', 'B3');
    const edit = fc.tuple(locked, fc.integer({ min: 11, max: 10_000 }));
    const own = fc.tuple(
      fc.constantFrom('D4', 'D5', 'D6', 'F1'),
      fc.oneof(fc.integer(), fc.constant('=B5'), fc.string({ minLength: 1 })),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(edit, { selector: ([address]) => address }),
        fc.array(own),
        (edits, owns) => {
          const { differences, total } = compareWorkbooks(
            ORIGINAL,
            edited(Object.fromEntries([...owns, ...edits])),
          );
          const addresses = differences.map((one) => ('address' in one ? one.address : one.kind));
          expect(addresses.toSorted()).toEqual(edits.map(([address]) => address).toSorted());
          expect(total).toBe(edits.length);
        },
      ),
    );
  });
});

describe('rows and columns of a table', () => {
  test('sorted rows are a note, and what the auditor wrote goes with them', () => {
    const cells = {
      ...CELLS,
      ...rowOf(4, 'D-3', 'supported', 7),
      ...rowOf(5, 'D-1', 'supported', 3),
      ...rowOf(6, 'D-2', 'open', 10),
      D6: 'seen',
    };
    const found = compareWorkbooks(ORIGINAL, bookOf([duties(cells), summary], { names }));
    expect(found).toEqual({ differences: [], total: 0, notes: [{ kind: 'rows-moved', sheet: 'Duties' }] });
  });

  test('a change in a sorted copy is found, with the address it had', () => {
    const cells = { ...CELLS, ...rowOf(4, 'D-2', 'supported', 10), ...rowOf(5, 'D-1', 'supported', 3) };
    expect(differencesOf(bookOf([duties(cells), summary], { names }))).toEqual([
      'cell Duties!B4 (B5) "supported" was "open"',
    ]);
  });

  test('rows whose first values are alike are told apart by the next columns', () => {
    const alike = { ...CELLS, ...rowOf(4, 'D-1', 'open', 3), ...rowOf(5, 'D-1', 'open', 10) };
    const original = bookOf([duties(alike), summary], { names });
    const sorted = { ...alike, ...rowOf(4, 'D-1', 'open', 10), ...rowOf(5, 'D-1', 'open', 3) };
    expect(compareWorkbooks(original, bookOf([duties(sorted), summary], { names }))).toEqual({
      differences: [],
      total: 0,
      notes: [{ kind: 'rows-moved', sheet: 'Duties' }],
    });
    const changed = { ...sorted, C4: 11 };
    expect(differencesOf(bookOf([duties(changed), summary], { names }), original)).toHaveLength(2);
  });

  test('rows that say the same throughout go by address', () => {
    const alike = { ...CELLS, ...rowOf(4, 'D-1', 'open', 3), ...rowOf(5, 'D-1', 'open', 3) };
    const original = bookOf([duties(alike), summary], { names });
    expect(differencesOf(bookOf([duties({ ...alike, C5: 4 }), summary], { names }), original)).toEqual([
      'cell Duties!C5 (C5) 4 was 3',
    ]);
  });

  test('a reference to one cell that has moved away is found', () => {
    const pointing = sheetOf('Summary', { ...SUMMARY, B3: '=Duties!$B$4' });
    const cells = { ...CELLS, ...rowOf(4, 'D-2', 'open', 10), ...rowOf(5, 'D-1', 'supported', 3) };
    const original = bookOf([duties(CELLS), pointing], { names });
    expect(differencesOf(bookOf([duties(cells), pointing], { names }), original)).toEqual([
      'cell Summary!B3 (B3) =Duties!$B$4 was =Duties!$B$4',
    ]);
  });

  test('rows gone and rows added, and the formulas over them still the same', () => {
    const { A5: _a, B5: _b, C5: _c, E5: _e, ...rest } = CELLS;
    const cells = {
      ...rest,
      ...rowOf(5, 'D-3', 'supported', 7),
      ...rowOf(6, 'D-4', 'supported', 1),
      ...rowOf(7, 'D-1', 'open', 1),
    };
    const copy = bookOf(
      [
        duties(cells, tableOf('A3:E7', COLUMNS)),
        sheetOf('Summary', { ...SUMMARY, B2: '=SUM(Duties!C4:C7)' }),
      ],
      { names },
    );
    expect(differencesOf(copy)).toEqual([
      'row-missing A5 "D-2"',
      'row-added A6 "D-4", "supported", 1, =IF(C6>5,"late","in time")',
      'row-added A7 "D-1", "open", 1, =IF(C7>5,"late","in time")',
    ]);
  });

  test('a moved column is a note, one more and one less are differences', () => {
    const moved = {
      ...CELLS,
      B3: 'Days',
      C3: 'Result',
      ...Object.fromEntries(
        [4, 5, 6].flatMap((row) => [
          [`B${row}`, CELLS[`C${row}`] ?? ''],
          [`C${row}`, CELLS[`B${row}`] ?? ''],
          [`E${row}`, `=IF(B${row}>5,"late","in time")`],
        ]),
      ),
    };
    const table = tableOf('A3:E6', ['Duty', 'Days', 'Result', 'Tested', 'Late']);
    const copy = bookOf(
      [duties(moved, table), sheetOf('Summary', { ...SUMMARY, B2: '=SUM(duties[Days])' })],
      { names },
    );
    expect(compareWorkbooks(ORIGINAL, copy)).toEqual({
      differences: [],
      total: 0,
      notes: [{ kind: 'columns-moved', sheet: 'Duties' }],
    });
    const added = tableOf('A3:F6', [...COLUMNS, 'Mine']);
    expect(
      differencesOf(bookOf([duties({ ...CELLS, F3: 'Mine', F4: 'x' }, added), summary], { names })),
    ).toEqual(['column-added F3 "Mine"']);
    const fewer = tableOf('A3:D6', COLUMNS.slice(0, 4));
    expect(differencesOf(bookOf([duties(CELLS, fewer), summary], { names }))[0]).toBe(
      'column-missing E3 Late',
    );
  });

  test('a copy that forgot its table is still matched by its headers', () => {
    const cells = { ...CELLS, ...rowOf(4, 'D-2', 'open', 10), ...rowOf(5, 'D-1', 'supported', 3) };
    const plain = sheetOf('Summary', { ...SUMMARY, B1: '=COUNTIFS(Duties!B4:B6,"supported")' });
    const found = compareWorkbooks(ORIGINAL, bookOf([duties(cells, null), plain], { names }));
    expect(found).toEqual({ differences: [], total: 0, notes: [{ kind: 'rows-moved', sheet: 'Duties' }] });
  });

  test('nothing hides below a table that says it is larger or smaller, or has no headers', () => {
    const { A8: _gone, ...cells } = CELLS;
    expect(differencesOf(bookOf([duties(cells, tableOf('A3:E20', COLUMNS)), summary], { names }))).toContain(
      'cell Duties!A8 (A8) nothing was "End"',
    );
    const short = bookOf([duties({ ...CELLS, B6: 'changed' }, tableOf('A3:E5', COLUMNS)), summary], {
      names,
    });
    expect(differencesOf(short)).toContain('cell Duties!B6 (B6) "changed" was nothing');
    const { A3: _1, B3: _2, C3: _3, D3: _4, E3: _5, ...bare } = CELLS;
    const headless = { ...tableOf('A4:E6', COLUMNS), headerRows: 0 };
    expect(
      differencesOf(bookOf([duties(bare, headless), summary], { names })).filter((line) =>
        line.includes('nothing was'),
      ),
    ).toHaveLength(5);
  });
});

describe('the workbook as a whole', () => {
  test('sheets, names, macros and links', () => {
    const copy = bookOf([duties(CELLS), sheetOf('Totals', SUMMARY)], {
      names: new Map([
        ['words', 'Words!$A$1:$A$2'],
        ['Duties!Words', 'Duties!$A$1'],
        ['mine', 'Totals!$A$1'],
      ]),
      macros: true,
      externalLinks: 2,
    });
    expect(differencesOf(copy)).toEqual([
      'sheet-missing Summary',
      'sheet-added Totals',
      'name words Words!$A$1:$A$2 was Words!$A$1:$A$3',
      'name Duties!Words Duties!$A$1 was nothing',
    ]);
    expect(compareWorkbooks(ORIGINAL, copy).notes.map(({ kind }) => kind)).toEqual([
      'macros',
      'external-links',
    ]);
  });

  test('ten thousand differences are kept and all are counted', () => {
    const cells = Object.fromEntries(Array.from({ length: 10_010 }, (_, index) => [`J${index + 1}`, 1]));
    const { differences, total } = compareWorkbooks(ORIGINAL, edited(cells));
    expect([differences.length, total]).toEqual([10_000, 10_010]);
  });
});
