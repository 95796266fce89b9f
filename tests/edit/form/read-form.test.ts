// What people do to a whole form: columns and rows moved, sheets removed, and files that are no form of this attestation.
import { expect, test } from 'vitest';
import { Failure } from '../../../src/problem.ts';
import { ATTESTATION, apply, formOf, papersOf, told, type, workbookOf } from './sample.ts';

const DATA = formOf();
const C1 = 'svc/AA-01-C1';
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
};

test('rows in another order and columns moved come to the same', () => {
  const papers = papersOf(DATA);
  type(papers, 'answers', C1, 'status', 'partial');
  const { answers } = papers;
  answers.headers.reverse();
  answers.rows = answers.rows.map((row) => row.toReversed()).toReversed();
  const applied = apply(workbookOf(DATA, papers));
  expect(told(applied)).toEqual([`applied 'Sheet answers'!J7 ${C1} status`]);
  expect(applied.text).toBe(ATTESTATION.replace('implemented # checked', 'partial # checked'));
});

test('rows above the header, and columns of somebody’s own, are in nobody’s way', () => {
  const papers = papersOf(DATA);
  papers.answers.rows.unshift(papers.answers.headers);
  papers.answers.headers = ['Notes of the team'];
  papers.answers.rows[0] = [
    ...papers.answers.headers.slice(1),
    ...(papers.answers.rows[0] ?? []),
    'Mine',
    'h-',
  ];
  const applied = apply(workbookOf(DATA, papers));
  expect(told(applied)).toEqual([]);
  expect(applied.notes.map(({ sentence }) => sentence)).toEqual([
    'The column "Mine" of the sheet Sheet answers is not the form\'s, and was not read.',
    'The column "h-" of the sheet Sheet answers is not the form\'s, and was not read.',
  ]);
});

test('a column that is gone leaves its field as it is', () => {
  const papers = papersOf(DATA);
  type(papers, 'answers', C1, 'status', 'partial');
  type(papers, 'answers', C1, 'owner', 'sre');
  papers.answers.headers[1] = 'Zustand';
  const applied = apply(workbookOf(DATA, papers));
  expect(told(applied)).toEqual([`applied 'Sheet answers'!C3 ${C1} owner`]);
  expect(applied.notes.map(({ kind }) => kind)).toEqual(['column-missing', 'column-unknown']);
});

test('a sheet that is gone leaves its records as they are, but for the answers', () => {
  const { evidence: _, ...rest } = papersOf(DATA);
  const applied = apply(workbookOf(DATA, rest));
  expect(applied.notes).toEqual([
    {
      kind: 'sheet-missing',
      sentence: 'The workbook has no sheet Sheet evidence: nothing of it is changed.',
    },
  ]);
  const { answers: __, ...without } = papersOf(DATA);
  expect(refusal(() => apply(workbookOf(DATA, without)))).toContain(
    'form-refused: The workbook has no sheet Sheet answers',
  );
});

test('what is no form, or not this one’s, is refused whole', () => {
  const workbook = workbookOf(DATA);
  const refused = (changed: Partial<typeof workbook>, text = ATTESTATION) =>
    refusal(() => apply({ ...workbook, ...changed }, text));
  expect(refused({ macros: true })).toContain('macros');
  expect(refused({ sheets: workbook.sheets.slice(0, -1) })).toContain('has no sheet _meta');
  expect(refused({}, ATTESTATION.replace('id: shop', 'id: other'))).toContain(
    'of pay, shop, 2026-Q3, and the attestation of pay, other',
  );
  expect(refused({}, ATTESTATION.replace('2026-Q3', '2026-Q4'))).toContain('2026-Q4');
});

test('a hidden sheet that was changed is refused, one that was sorted is not', () => {
  const workbook = workbookOf(DATA);
  const hidden = workbook.sheets.at(-1);
  if (hidden === undefined) return expect.unreachable();
  const withRows = (rows: typeof hidden.rows) => ({
    ...workbook,
    sheets: [...workbook.sheets.slice(0, -1), { ...hidden, rows }],
  });
  expect(told(apply(withRows(new Map([...hidden.rows].toReversed()))))).toEqual([]);
  const [last] = [...hidden.rows.keys()].slice(-1);
  const shorter = new Map([...hidden.rows].filter(([row]) => row !== last));
  expect(refusal(() => apply(withRows(shorter)))).toContain('not as it was made');
  const other = new Map(
    [...hidden.rows].map(([row, cells]) => [
      row,
      cells.map((cell) =>
        cell.value.kind === 'text' && cell.value.text.includes('"implemented"')
          ? {
              ...cell,
              value: { kind: 'text' as const, text: cell.value.text.replace('implemented', 'partial') },
            }
          : cell,
      ),
    ]),
  );
  expect(refusal(() => apply(withRows(other)))).toContain('not as it was made');
  expect(refusal(() => apply(withRows(new Map())))).toContain('remembers nothing of one');
});

test('two columns of one header, and a header row that is gone, are refused', () => {
  const papers = papersOf(DATA);
  papers.answers.headers[3] = 'h-owner';
  expect(refusal(() => apply(workbookOf(DATA, papers)))).toContain('has two columns "h-owner"');
  papers.answers.headers = papers.answers.headers.map(() => 'x');
  expect(refusal(() => apply(workbookOf(DATA, papers)))).toContain('has no header "h-id"');
});

test('links to other workbooks are named and not followed', () => {
  const applied = apply({ ...workbookOf(DATA), externalLinks: 2 });
  expect(applied.notes.map(({ kind }) => kind)).toEqual(['external-links']);
});
