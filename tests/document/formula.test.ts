// Formulas of a workbook's template: what they become, what is refused and where, and that nothing from a report gets in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workbook } from '../../src/model/workbook.ts';
import { Failure } from '../../src/problem.ts';
import { page, places, refused, workbookOf } from './tiny.ts';

const DUTIES = `<table data-sheet="Duty's" data-table="duties"><colgroup><col data-key="id"><col data-key="result"><col data-key="odd"></colgroup>
<thead><tr><th>Id</th><th>Result</th><th>[a] #1 'b'</th></tr></thead>
<tbody><tr id="first"><td>a</td><td data-name="one_result">supported</td><td>1</td></tr><tr><td>b</td><td id="last">x</td><td>2</td></tr></tbody></table>`;
const LISTS =
  '<table data-sheet="Lists"><colgroup><col data-name="words"></colgroup><tbody><tr><td>x</td></tr></tbody></table>';
/** Stands in column B, row 1, beside a column with a key. */
const body = (formula: string, attribute = 'data-formula'): string =>
  `${DUTIES}${LISTS}<table data-sheet="S"><colgroup><col data-key="n"></colgroup><tbody><tr><td><data value="1">1</data></td><td ${attribute}='${formula}'><data value="2">2</data></td></tr></tbody></table>`;
const bookOf = (text: string, more: object = {}): Workbook =>
  workbookOf({ 'workbook.hbs': page(text), 'theme.css': '.late { color: #ff0000 }' }, more);
const formulaOf = (formula: string, more: object = {}): string | null | undefined =>
  bookOf(body(formula), more).sheets[2]?.rows[0]?.cells[1]?.formula;
const lookOf = (formula: string): string | undefined =>
  bookOf(body(formula, 'data-when-late')).sheets[2]?.looks[0]?.formula;
const wrong = (formula: string, more: object = {}) => refused(() => bookOf(body(formula), more));

describe('a formula', () => {
  test.each([
    ['1 + 2.5*-3 ^ 2', '1+2.5*-3^2'],
    ['1e3 & "a ""b"" c"', '1e3&"a ""b"" c"'],
    ['50% >= .5', '50%>=.5'],
    ['if(true, "a", false)', 'IF(TRUE,"a",FALSE)'],
    ['[n]*2', '$A1*2'],
    ['#last', "'Duty''s'!$B$3"],
    ['#first', "'Duty''s'!$A$2"],
    ['COUNTA(#first:#last)', "COUNTA('Duty''s'!$A$2:$B$3)"],
    ['#first - #last', "'Duty''s'!$A$2-'Duty''s'!$B$3"],
    ['COUNTIF(duties[result],"supported")', 'COUNTIF(duties[Result],"supported")'],
    ['SUM(duties[odd])', "SUM(duties['[a'] '#1 ''b''])"],
    ['SUMPRODUCT((duties[result]="x")*LEN(duties[id]))', 'SUMPRODUCT((duties[Result]="x")*LEN(duties[Id]))'],
    ['LEN(one_result)+COUNTA(words)', 'LEN(one_result)+COUNTA(words)'],
    ['AND([n]&gt;0,NOT([n]&gt;5))', 'AND($A1>0,NOT($A1>5))'],
  ])('%s becomes %s', (written, expected) => {
    expect(formulaOf(written)).toBe(expected);
  });

  test('stands beside what it comes to', () => {
    expect(bookOf(body('[n]*2')).sheets[2]?.rows[0]?.cells[1]).toMatchObject({
      formula: '$A1*2',
      value: { kind: 'number', number: 2 },
    });
  });

  test('of a look has ranges for columns of tables', () => {
    expect(lookOf('COUNTIF(duties[result],[n])>0')).toBe("COUNTIF('Duty''s'!$B$2:$B$3,$A1)>0");
  });

  test('takes words of the template, whichever the report chooses', () => {
    const written = `"{{word "result" which}}"&[n]`;
    expect(formulaOf(written, { which: 'supported' })).toBe('"Supported"&$A1');
    expect(formulaOf(written, { which: 'unsupported' })).toBe('"Unsupported"&$A1');
  });
});

describe('a formula is refused', () => {
  test.each([
    ['A1+1', 0, 2],
    ['1+Sheet!A1', 7, 1],
    ['$A$1', 0, 1],
    ['SUM(A1:B2)', 4, 2],
    ['{1,2}', 0, 1],
    ['NOW()', 0, 3],
    ['HYPERLINK("x")', 0, 9],
    ['_xlfn.CONCAT(1)', 0, 12],
    ['duties[#All]', 6, 6],
    ['duties[@result]', 6, 9],
    ['SUM(duties[[result]])', 10, 1],
    ['1 2', 2, 1],
    ['1;2', 1, 1],
    ['1+', 2, 1],
    ['(1', 0, 1],
    ['1)', 1, 1],
    ['IF(1,,2)', 5, 1],
    ['IF(1)', 0, 2],
    ['COUNTIFS(duties[id],1,duties[id])', 0, 8],
    ['"open', 0, 1],
    ['[nope]', 0, 6],
    ['1+[N]', 2, 3],
    ['#nope', 0, 5],
    ['COUNT(#last:#first)', 6, 12],
    ['COUNT(#last : 1)', 14, 1],
    ['nope', 0, 4],
    ['SUM(nope[id])', 4, 8],
    ['SUM(duties[nope])', 4, 12],
    ['duties', 0, 6],
    ['duties[result]', 0, 14],
    ['IF(duties[result]="x",1,2)', 3, 14],
    ['LEN(words)', 4, 5],
    ['1e400', 0, 5],
    [`"${'x'.repeat(256)}"`, 0, 258],
    [`${'('.repeat(66)}1${')'.repeat(66)}`, 65, 1],
    [`${'-'.repeat(70)}1`, 65, 1],
  ])('%s', (written, at, length) => {
    const found = wrong(written);
    const column = page(body('')).split('\n').at(-1)?.indexOf("data-formula='") ?? 0;
    expect(found.map(({ code }) => code)).toEqual(['formula-invalid']);
    expect(found[0]?.place).toEqual({ line: 3, column: column + "data-formula='".length + at + 1, length });
  });

  test('with all that is wrong with its references, and what was meant', () => {
    expect(wrong('COUNTIF(dutis[result],[m])+LEN(#lost)').map(({ hint }) => hint)).toEqual([
      'Did you mean `duties`?',
      'Did you mean `n`?',
      'Did you mean `last`?',
    ]);
    expect(wrong('COUNTIFF(words,1)')[0]?.hint).toBe('Did you mean `COUNTIF`?');
  });

  test('behind character references at its place', () => {
    const [plain, escaped] = [wrong('1<2 nope'), wrong('1&lt;2 nope')];
    expect((escaped[0]?.place?.column ?? 0) - (plain[0]?.place?.column ?? 0)).toBe(3);
  });

  test('when it is longer than the format lets it be, written out or not', () => {
    expect(wrong(`1${'+1'.repeat(4096)}`).map(({ code }) => code)).toEqual(['formula-invalid']);
    expect(wrong(`1${'+#last'.repeat(1000)}`)[0]?.sentence).toMatch(/written out the formula has/);
  });
});

describe('nothing from the report gets into', () => {
  const hostile = { statement: '"),HYPERLINK("http://example.com","x")&("', safe: '1' };
  test.each([
    ['a formula', `data-formula='"{{statement}}"'`],
    ['a formula, however harmless', `data-formula='{{safe}}'`],
    ['a formula, in a word', `data-formula='"{{word 'page-of' page=safe pages=safe}}"'`],
    ['a formula, joined to its own text', `data-formula='{{concat '1+' safe}}'`],
    ['a look', `data-when-late='"{{statement}}"=""'`],
    ['a name', `data-name='a_{{anchor safe}}'`],
    ['a list', `data-input='list' data-list='{{or statement 'words'}}'`],
  ])('%s', (_, attribute) => {
    const text = `${LISTS}\n<table data-sheet="S"><tbody><tr><td ${attribute}>a</td></tr></tbody></table>`;
    const found = refused(() => bookOf(text, hostile));
    const at = text.split('\n')[1]?.indexOf('{{') ?? -1;
    expect(places(found)).toContain(`workbook.hbs:2:${at + 1} markup-attribute`);
  });

  test('a formula that is written as few write it', () => {
    const text = `<table data-sheet="S"><tbody><tr><td data-formula = "{{safe}}">a</td></tr></tbody></table>`;
    expect(places(refused(() => bookOf(`\n${text}`, hostile)))).toEqual([
      `workbook.hbs:2:${text.indexOf('{{') + 1} markup-attribute`,
    ]);
  });

  test('an attribute that the report itself writes', () => {
    const text = '<table data-sheet="S"><tbody><tr><td title={{more}}>a</td></tr></tbody></table>';
    const found = refused(() => bookOf(text, { more: 'x data-formula=1' }));
    expect(found.map(({ code }) => code)).toContain('markup-attribute');
  });
});

/** What a spreadsheet program reads a finished formula as, token by token. */
const TOKEN =
  /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|"(?:[^"]|"")*"|'(?:[^']|'')+'!\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?|\$[A-Z]+\d+|[a-z_]+\[(?:[^[\]#']|'[[\]#'])+\]|[A-Za-z_]+|<>|<=|>=|[-+*/&=<>^%(),]/y;
const readable = (formula: string): boolean => {
  let at = 0;
  while (at < formula.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(formula)?.[0];
    if (found === undefined) return false;
    at += found.length;
  }
  return true;
};

test('whatever stands in the attribute, a formula comes of it that can be read, or a place in the template', () => {
  const fragments =
    '1|.5|2%|"a"|"|""|(|)|,|+|-|*|/|&|=|<|>|<>|^|%|SUM(|IF(|COUNTIF(|SUMPRODUCT(|NOW(|TRUE|duties[result]|duties[odd]|[n]|[|]|#last|#first:#last|#|one_result|words|A1|$A$1|\'S\'!A1|{|}|;|@|!| |\n|é|\u{1f512}'.split(
      '|',
    );
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fragments) },
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const escaped = (text: string): string =>
    text.replace(/[&<>"'{}]/g, (character) => `&#${character.charCodeAt(0)};`);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, plain) => {
      const text = plain ? `SUM(1,${pieces.join('')})` : pieces.join('');
      const template = page(body(escaped(text)));
      const lines = template.split(/\r\n?|\n/);
      try {
        const made = bookOf(body(escaped(text))).sheets[2]?.rows[0]?.cells[1]?.formula;
        expect(readable(made ?? '!')).toBe(true);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        for (const { place, file } of error.diagnostics) {
          expect(file).toBe('workbook.hbs');
          expect(place?.column).toBeLessThanOrEqual((lines[(place?.line ?? 0) - 1]?.length ?? -1) + 1);
        }
      }
    }),
    { numRuns: 300 },
  );
});
