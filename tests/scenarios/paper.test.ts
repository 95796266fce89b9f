// The audit pack that comes with the program fits the paper asked for, on every page and in the workbook's print set-up.
import { expect, test } from 'vitest';
import { renderReport, renderWorkbook } from '../../src/document/index.ts';
import { auditPack, exampleReport } from './example-report.ts';

test.each([
  ['a4', 595.28, 841.89],
  ['letter', 612, 792],
] as const)('%s', async (paper, width, height) => {
  const report = await exampleReport(paper);
  const template = await auditPack();
  const { wide, ...upright } = renderReport(template, report).pages;
  for (const { first, other } of Object.values(upright))
    for (const page of [first, other]) {
      expect(page.width).toBeCloseTo(width, 1);
      expect(page.height).toBeCloseTo(height, 1);
    }
  expect(wide?.other.width).toBeCloseTo(height, 1);
  expect(wide?.other.height).toBeCloseTo(width, 1);
  expect(renderWorkbook(template, report).paper).toBe(paper);
});
