// The workbook of the example pack as a tree: what a spreadsheet program will compute, what an auditor may type, and what must not be in it.
// That the formulas come to what they say is LibreOffice's to tell, in conformance.
import { beforeAll, describe, expect, test } from 'vitest';
import { renderWorkbook, type Template } from '../../src/document/index.ts';
import { RESULTS, type Report } from '../../src/model/report.ts';
import type { Cell, Sheet, Workbook } from '../../src/model/workbook.ts';
import { auditPack, exampleReport } from './example-report.ts';

let template: Template;
let report: Report;
let book: Workbook;
beforeAll(async () => {
  [template, report] = [await auditPack(), await exampleReport()];
  book = renderWorkbook(template, report);
});

const sheetOf = (name: string, from: Workbook = book): Sheet => {
  const sheet = from.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet;
};
const cellsOf = (workbook: Workbook): readonly Cell[] =>
  workbook.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
const textsOf = ({ value }: Cell): string => ('text' in value ? value.text : '');

/** The cell that a name stands for, by the address it refers to. */
const named = (name: string): Cell | undefined => {
  const { refersTo = '' } = book.names.find((one) => one.name === name) ?? {};
  const [, sheet = '', letter = '', row = ''] = /^'(.+)'!\$([A-Z])\$(\d+)$/.exec(refersTo) ?? [];
  return sheetOf(sheet).rows[Number(row) - 1]?.cells[letter.charCodeAt(0) - 65];
};

describe('formulas', () => {
  test('are on Control, Summary and wherever days are counted, and none changes by itself or reaches out', () => {
    const formulas = cellsOf(book).flatMap(({ formula }) => formula ?? []);
    expect(formulas.length).toBeGreaterThan(150);
    expect(formulas.join(' ')).not.toMatch(
      /TODAY|NOW|RAND|OFFSET|INDIRECT|HYPERLINK|WEBSERVICE|\[\d+\]|https?:/i,
    );
  });

  test.each([
    ['customer_duties', (given: Report) => given.totals.customer.of],
    ['customer_in_scope', (given: Report) => given.totals.customer['in-scope']],
    ...RESULTS.map(
      (result) =>
        [
          `customer_${result.replaceAll('-', '_')}`,
          (given: Report) => given.totals.customer[result],
        ] as const,
    ),
    ['provider_duties', (given: Report) => given.totals.provider.of],
    ['findings_high', (given: Report) => given.totals.findings.high],
    ['risk_accepted', (given: Report) => given.totals['risk-accepted']],
    ['remediations_overdue', (given: Report) => given.totals.overdue],
  ] as const)('%s is computed, and comes to the figure of the report', (name, figure) => {
    expect(named(name)).toMatchObject({
      formula: expect.any(String),
      value: { kind: 'number', number: figure(report) },
    });
  });

  test('the as-of day is a cell', () => {
    expect(named('as_of')).toMatchObject({ formula: null, value: { kind: 'date', day: report['as-of'] } });
  });
});

describe('what may be typed', () => {
  test('is the auditor’s own columns, on protected sheets', () => {
    for (const sheet of book.sheets) {
      const open = sheet.rows.some(({ cells }) => cells.some(({ unlocked }) => unlocked));
      expect({ sheet: sheet.name, safe: sheet.protected || !open }).toEqual({
        sheet: sheet.name,
        safe: true,
      });
    }
    const [header, first] = sheetOf('Duties').rows;
    const open = first?.cells.flatMap(({ unlocked }, index) =>
      unlocked ? [textsOf(header?.cells[index] as Cell)] : [],
    );
    expect(open).toEqual(['Tick mark', "Auditor's note", 'Own result', 'Initials']);
  });

  test('tick marks and results come from lists', () => {
    const lists = sheetOf('Duties').validations.flatMap(({ allowed }) =>
      allowed.kind === 'list' ? [allowed.list] : [],
    );
    expect(lists).toEqual(['list_ticks', 'list_results']);
    expect(book.names.map(({ name }) => name)).toEqual(expect.arrayContaining(lists));
  });
});

describe('what does not fit', () => {
  test('leaves nothing behind while everything fits', () => {
    expect(book.sheets.map(({ name }) => name)).not.toContain('Continued');
  });

  test('a statement that no cell holds goes on, and both places say so', () => {
    const statement = Array.from({ length: 9000 }, (_, index) => `word${index}`).join(' ');
    const long: Report = JSON.parse(JSON.stringify(report), (_, value) =>
      value?.duty === 'IOM-01-C1' && 'criticality' in value ? { ...value, statement } : value,
    );
    const found = renderWorkbook(template, long);
    const [, row] = sheetOf('Continued', found).rows;
    const cut =
      sheetOf('Duties', found)
        .rows[1]?.cells.map(textsOf)
        .find((text) => text.startsWith('word0')) ?? '';
    const [beginning, notice] = cut.split(' … ');
    expect(notice).toBe('goes on at D2 of the sheet Continued.');
    const rest = sheetOf('Continued', found)
      .rows.slice(1)
      .map(({ cells }) => textsOf(cells[3] as Cell));
    expect([beginning, ' ', ...rest].join('')).toBe(statement);
    expect(row?.cells.slice(0, 2).map(textsOf)).toEqual(['Duties!L2', 'ibm-code-engine/IOM-01-C1']);
  });
});

test('people’s text is text, whatever it begins with', () => {
  const formulas = new Set(cellsOf(book).flatMap(({ formula }) => formula ?? []));
  const statements = report.services.flatMap(({ areas }) =>
    areas.flatMap(({ resources }) =>
      resources.flatMap(({ customer }) => customer.flatMap(({ statement }) => statement ?? [])),
    ),
  );
  for (const statement of statements)
    for (const formula of formulas) expect(formula).not.toContain(statement.slice(0, 20));
});
