// What does not fit a cell or a sheet goes on elsewhere, with lowered limits: nothing is lost, and formulas go over all of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTemplate, renderWorkbook } from '../../src/document/index.ts';
import { cutText } from '../../src/document/workbook/cut-text.ts';
import type { Cell, Sheet, Workbook } from '../../src/model/workbook.ts';
import { page, places, refused, sample, tiny } from './tiny.ts';

type Lowered = Partial<{ rows: number; links: number; characters: number }>;
const bookOf = (body: string, limits: Lowered, more: object = {}): Workbook =>
  renderWorkbook(
    loadTemplate(tiny({ 'workbook.hbs': page(body), 'theme.css': '.late { color: #ff0000 }' }), 'en'),
    sample(more),
    { rows: 1000, links: 1000, characters: 1000, ...limits },
  );
const REST =
  '<table data-sheet="Rest" data-continued="true" data-more-text="(more: {cell} of {sheet})" data-more-rows="{sheet} goes on at {next}."><thead><tr><th>Where</th><th>What</th><th>Part</th><th>Text</th></tr></thead></table>';
const rows = (count: number, row = (n: number) => `<tr id="r${n}"><td>d${n}</td><td>x</td></tr>`): string =>
  Array.from({ length: count }, (_, index) => row(index + 1)).join('');
const duties = (body: string, attributes = ''): string =>
  `<table data-sheet="Duties" data-table="duties"${attributes}><colgroup><col data-key="id"><col data-key="result" data-input="text" data-when-late='[result]="x"'></colgroup><thead><tr><th>Id</th><th>Result</th></tr></thead><tbody>${body}</tbody></table>`;
const formula = (text: string): string =>
  `<table data-sheet="Sum"><tbody><tr><td data-formula='${text}'><data value="1">1</data></td><td><a href="#r5">5</a></td></tr></tbody></table>`;
const textOf = ({ value }: Cell): string =>
  'text' in value ? value.text : value.kind === 'number' ? String(value.number) : '';
const grid = (sheet: Sheet | undefined): readonly (readonly string[])[] =>
  sheet?.rows.map(({ cells }) => cells.map(textOf)) ?? [];
const named = (book: Workbook, name: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.name === name);

describe('a sheet with more rows than one holds', () => {
  const book = bookOf(
    `${duties(rows(5), ' data-blank-rows="1"')}${REST}${formula('COUNTIF(duties[result],"x")')}`,
    {
      rows: 3,
    },
  );

  test('goes on at further sheets, each with header, table, input and looks', () => {
    expect(book.sheets.map(({ name, table }) => [name, table?.name ?? null])).toEqual([
      ['Duties', 'duties'],
      ['Duties (2)', 'duties_2'],
      ['Duties (3)', 'duties_3'],
      ['Rest', null],
      ['Sum', null],
    ]);
    expect(['Duties', 'Duties (2)', 'Duties (3)'].map((name) => grid(named(book, name)))).toEqual([
      [
        ['Id', 'Result'],
        ['d1', 'x'],
        ['d2', 'x'],
      ],
      [
        ['Id', 'Result'],
        ['d3', 'x'],
        ['d4', 'x'],
      ],
      [
        ['Id', 'Result'],
        ['d5', 'x'],
        ['', ''],
      ],
    ]);
    const ranges = [{ top: 2, bottom: 3, left: 2, right: 2 }];
    for (const { validations, looks } of book.sheets.slice(0, 3)) {
      expect(validations).toMatchObject([{ ranges }]);
      expect(looks).toMatchObject([{ ranges, formula: '$B2="x"' }]);
    }
  });

  test('says so on the sheet of what does not fit', () => {
    expect(grid(named(book, 'Rest'))).toEqual([
      ['Where', 'What', 'Part', 'Text'],
      ['Duties (2)!A1', 'Duties (2)', '2', 'Duties goes on at Duties (2).'],
      ['Duties (3)!A1', 'Duties (3)', '3', 'Duties (2) goes on at Duties (3).'],
    ]);
    expect(named(book, 'Rest')?.rows[1]?.cells[0]?.value).toMatchObject({
      target: { kind: 'sheet', sheet: 'Duties (2)', cell: 'A1' },
    });
  });

  test('is found by links where its rows are', () => {
    expect(named(book, 'Sum')?.rows[0]?.cells[1]?.value).toMatchObject({
      target: { sheet: 'Duties (3)', cell: 'A2' },
    });
  });

  test.each([
    ['COUNTIF(duties[result],"x")*2', '(COUNTIF(D[Result],"x")+COUNTIF(E[Result],"x"))*2'],
    [
      'SUMPRODUCT((duties[result]="x")*LEN(duties[id]))',
      '(SUMPRODUCT((D[Result]="x")*LEN(D[Id]))+SUMPRODUCT((E[Result]="x")*LEN(E[Id])))',
    ],
    ['MAX(ROWS(duties[id]),1)', 'MAX((ROWS(D[Id])+ROWS(E[Id])),1)'],
    ['SUM(duties[id],duties[result])', '(SUM(D[Id],D[Result])+SUM(E[Id],E[Result]))'],
  ])('is added up in %s', (written, expected) => {
    const made = bookOf(`${duties(rows(4))}${REST}${formula(written).replace('#r5', '#r4')}`, { rows: 3 });
    expect(named(made, 'Sum')?.rows[0]?.cells[0]?.formula).toBe(
      expected.replaceAll('D[', 'duties[').replaceAll('E[', 'duties_2['),
    );
  });

  test.each([
    'MAX(duties[id])',
    'INDEX(duties[id],1)',
    'SUM(duties[id],1)',
    'SUMPRODUCT(MAX(duties[id])*1)',
    'COUNTIFS(duties[id],1,#a:#b,2)',
  ])('is refused in %s', (written) => {
    const ids = '<table data-sheet="I"><tbody><tr><td id="a">a</td><td id="b">b</td></tr></tbody></table>';
    const found = refused(() => bookOf(`${duties(rows(5))}${REST}${ids}${formula(written)}`, { rows: 3 }));
    expect(found.map(({ code, sentence }) => [code, /stands on 3 sheets/.test(sentence)])).toEqual([
      ['formula-invalid', true],
    ]);
  });

  test('keeps rows together that a span joins', () => {
    const row = (n: number): string =>
      n % 2 === 1 ? `<tr><td rowspan="2">${n}</td><td>a</td></tr>` : '<tr><td>b</td></tr>';
    const made = bookOf(`<table data-sheet="S"><tbody>${rows(6, row)}</tbody></table>${REST}`, { rows: 3 });
    expect(made.sheets.map(({ name, rows: { length } }) => [name, length])).toEqual([
      ['S', 2],
      ['S (2)', 2],
      ['S (3)', 2],
      ['Rest', 3],
    ]);
  });

  test('takes no name that is taken, for itself, its table or its columns', () => {
    const other =
      '<table data-sheet="duties (2)"><tbody><tr><td data-name="duties_2">a</td></tr></tbody></table>';
    const found = refused(() => bookOf(`${duties(rows(3))}${REST}${other}`, { rows: 3 }));
    expect(found.map(({ sentence }) => sentence)).toEqual([
      'There are two things of the name `duties_2`.',
      'There are two sheets `duties (2)`.',
    ]);
    const column = duties(rows(3)).replace('data-key="id"', 'data-name="ids"');
    expect(refused(() => bookOf(`${column}${REST}`, { rows: 3 })).map(({ sentence }) => sentence)).toEqual([
      'The column goes on at a further sheet, and a name is for one sheet.',
    ]);
  });

  test('is one sheet as long as nothing takes what does not fit', () => {
    expect(bookOf(duties(rows(5)), { rows: 3 }).sheets.map(({ rows: { length } }) => length)).toEqual([6]);
  });
});

test('a sheet with more links than one holds goes on, a long name is cut for it', () => {
  const link = (n: number): string =>
    `<tr><td><a href="https://example.com/${n}">${n}</a></td><td>x</td></tr>`;
  const made = bookOf(duties(rows(5, link)).replace('"Duties"', `"${'n'.repeat(31)}"`) + REST, { links: 2 });
  expect(made.sheets.map(({ name, rows: { length } }) => [name, length])).toEqual([
    ['n'.repeat(31), 3],
    [`${'n'.repeat(27)} (2)`, 3],
    [`${'n'.repeat(27)} (3)`, 2],
    ['Rest', 3],
  ]);
});

describe('a text too long for a cell', () => {
  const body = `<table data-sheet="S"><tbody><tr><td>d1</td><td>{{text}}</td></tr></tbody></table>${REST}`;
  const text = 'one two three four five six seven eight nine ten eleven twelve';

  test('is cut at words and goes on below, with the way there and back', () => {
    const made = bookOf(body, { characters: 36 }, { text });
    expect(grid(made.sheets[0])).toEqual([['d1', 'one two three (more: D2 of Rest)']]);
    expect(grid(made.sheets[1]).slice(1)).toEqual([
      ['S!B1', 'd1', '2', 'four five six seven eight nine ten '],
      ['S!B1', 'd1', '3', 'eleven twelve'],
    ]);
  });

  test('goes on at a further sheet when that one is full', () => {
    const made = bookOf(body, { characters: 36, rows: 2 }, { text });
    expect(made.sheets.map(({ name }) => name)).toEqual(['S', 'Rest', 'Rest (2)']);
    expect(grid(made.sheets[2])[1]).toEqual(['S!B1', 'd1', '3', 'eleven twelve']);
  });

  test('leaves the sheet out when all fits', () => {
    expect(bookOf(body, {}, { text }).sheets.map(({ name }) => name)).toEqual(['S']);
  });

  test('is refused without such a sheet, in a link and beside a formula', () => {
    const alone = body.replace(REST, '');
    const formulas = body.replace('<td>{{text}}', '<td data-formula="1">{{text}}');
    const links = body.replace('{{text}}', '<a href="https://example.com">{{text}}</a>');
    for (const one of [alone, formulas, links])
      expect(places(refused(() => bookOf(one, { characters: 36 }, { text })))[0]).toMatch(/ value-invalid$/);
  });
});

test('pieces are the text again, fit, and part no letter from its marks', () => {
  const letter = fc.constantFrom(
    'a',
    ' ',
    '\n',
    'e\u0301',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    '\u{1f512}',
    '\r\n',
  );
  const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), fc.integer({ min: 9, max: 20 }), (made, room) => {
      const text = made.join('');
      const pieces = cutText(text, room - 1, room);
      expect(pieces.join('')).toBe(text);
      const ends = new Set([...letters.segment(text)].map(({ index }) => index));
      let at = 0;
      for (const [index, piece] of pieces.entries()) {
        expect(piece.length).toBeLessThanOrEqual(index === 0 ? room - 1 : room);
        expect(ends.has(at)).toBe(true);
        at += piece.length;
      }
    }),
  );
});

test('a letter with more marks than fit is cut between them', () => {
  const pieces = cutText(`a${'\u0301'.repeat(50)}`, 10, 10);
  expect(pieces.map(({ length }) => length)).toEqual([10, 10, 10, 10, 10, 1]);
});

describe('the sheet of what does not fit is refused', () => {
  const sheet = '<table data-sheet="S"><tbody><tr><td>a</td></tr></tbody></table>';
  test.each([
    ['twice', `${REST}${REST.replace('"Rest"', '"Other"')}`],
    ['with a row', REST.replace('</thead>', '</thead><tbody><tr><td>a</td></tr></tbody>')],
    ['with three columns', REST.replace('<th>What</th>', '')],
    ['as a table', REST.replace('<table', '<table data-table="rest"')],
    ['with a name', REST.replace('<th>What', '<th data-name="what">What')],
    ['without its sentences', REST.replace(/ data-more-\w+="[^"]*"/g, '')],
  ])('%s', (_, rest) => {
    const found = refused(() => bookOf(`${sheet}${rest}`, {}));
    expect(found.map(({ code }) => code)).toContain(
      _.startsWith('without') ? 'markup-attribute' : 'markup-structure',
    );
  });

  test('as something to refer to', () => {
    const link = '<table data-sheet="S"><tbody><tr><td><a href="#rest">a</a></td></tr></tbody></table>';
    const found = refused(() => bookOf(`${link}${REST.replace('<table', '<table id="rest"')}`, {}));
    expect(found.map(({ code }) => code)).toEqual(['link-target-missing']);
  });
});
