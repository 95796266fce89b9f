// The example quarter going on from one in which other duties were open: the paper and the worksheet say the same of it.
import { beforeAll, expect, test } from 'vitest';
import { renderReport, renderWorkbook, type Template } from '../../src/document/index.ts';
import type { Movement, Report } from '../../src/model/report.ts';
import type { Cell, Workbook } from '../../src/model/workbook.ts';
import { type Closing, movementOf } from '../../src/report/movement.ts';
import { previousFrom } from '../report/closings.ts';
import { auditPack, exampleReport } from './example-report.ts';

let template: Template;
let alone: Report;
let report: Report;
let movement: Movement;
let book: Workbook;
beforeAll(async () => {
  [template, alone] = [await auditPack(), await exampleReport()];
  const now = closingOf(alone);
  const [first, second, ...rest] = now.duties;
  if (first === undefined || second === undefined) throw new Error('the example has no duties');
  const before: Closing = {
    asOf: '2026-07-09',
    duties: [{ ...first, result: 'unsupported' }, ...rest, { ...second, id: 'ibm-code-engine/ZZ-01-C1' }],
    remediations: now.remediations.slice(1),
  };
  movement = movementOf(previousFrom(before, null), now);
  report = { ...alone, movement };
  book = renderWorkbook(template, report);
});

const closingOf = ({ services, remediations, 'as-of': asOf }: Report): Closing => ({
  asOf,
  duties: services
    .flatMap(({ areas }) => areas)
    .flatMap(({ resources }) => resources)
    .flatMap(({ customer }) => customer.map((duty, index) => ({ ...duty, unchanged: index === 0 ? 2 : 0 }))),
  remediations,
});

const rowsOf = (name: string, from: Workbook = book): readonly (readonly Cell[])[] => {
  const sheet = from.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet.rows.map(({ cells }) => cells);
};
const shown = (cell: Cell | undefined): string | number | boolean | null => {
  if (cell === undefined) return null;
  if ('text' in cell.value) return cell.value.text;
  return cell.value.kind === 'number' ? cell.value.number : null;
};

test('the worksheet has one row for each duty of either pack', () => {
  expect(
    rowsOf('Movement')
      .slice(1)
      .map((cells) => shown(cells[0])),
  ).toEqual(movement.duties.map(({ id }) => id));
  // A table of a spreadsheet program has a row even when it holds nothing.
  expect(
    rowsOf('Movement', renderWorkbook(template, alone))
      .slice(1)
      .map((cells) => shown(cells[0])),
  ).toEqual([null]);
});

test('checks lead by formula from the opening position to the closing one', () => {
  const checks = (from: Workbook): readonly (readonly Cell[])[] =>
    rowsOf('Control', from).filter(([, here]) => /movement\[/i.test(here?.formula ?? ''));
  const found = checks(book);
  expect(found).toHaveLength(11);
  for (const [, here, said] of found) expect(shown(here)).toBe(shown(said));
  const closing = rowsOf('Control').find(([label]) => shown(label) === 'Open in this pack');
  expect(closing?.[1]?.formula).toMatch(/duties\[/i);
  expect(shown(closing?.[1])).toBe(movement.closing.open);
  expect(checks(renderWorkbook(template, alone))).toEqual([]);
});

test('the sheet of duties shows what each was before, and what became of it', () => {
  const [head = [], ...rows] = rowsOf('Duties');
  const at = (label: string): number => head.findIndex((cell) => shown(cell) === label);
  const row = rows.find(([id]) => shown(id) === movement.duties[0]?.id) ?? [];
  expect([shown(row[at('Last pack')]), shown(row[at('Change')])]).toEqual(['Unsupported', 'Closed']);
});

test('the paper has the section, and a line on every duty sheet and on the summary', () => {
  const text = JSON.stringify(renderReport(template, report));
  for (const part of [
    'Movement since the last pack',
    'From the opening to the closing position',
    movement.opening.manifest,
    'answered word for word as in 2 packs before',
    'Removed, was ',
    'not a duty of the last pack',
  ])
    expect(text).toContain(part);
  const without = JSON.stringify(renderReport(template, alone));
  expect(without).toContain(
    'No final pack of an earlier period was at hand, so nothing is said of what moved since.',
  );
  expect(without).not.toContain('not a duty of the last pack');
});
