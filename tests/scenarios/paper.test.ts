// The audit pack that comes with the program fits the paper asked for, on every page and in the workbook's print set-up.
import { expect, test } from 'vitest';
import { diskWorld } from '../../src/cli/disk-world.ts';
import { loadTemplate, renderReport, renderWorkbook } from '../../src/document/index.ts';
import type { Paper, Report } from '../../src/model/report.ts';
import { gatherInputs } from '../../src/pipeline/gather.ts';
import { buildPack, judge } from '../../src/pipeline.ts';

const EXAMPLE = 'data/attestations/2026-Q3/payments.attestation.yaml';

/** The example's report, laid out for a paper; nothing is drawn. */
const reportOn = async (paper: Paper): Promise<Report> => {
  const world = await diskWorld(() => undefined);
  const { raw } = await gatherInputs(world.shelf, EXAMPLE, { policy: null });
  const judged = await judge(raw, '2026-10-09');
  const making = {
    edition: { state: 'draft', version: null, supersedes: null },
    tool: world.tool,
    asOfFrom: 'attestation',
    template: { id: 'none', files: {} },
    language: 'en',
    paper,
    evidence: await world.evidence(EXAMPLE, judged.inputs),
    seal: null,
  } as const;
  const nothing = async () => ({ pdf: new Uint8Array(), xlsx: new Uint8Array() });
  return (await buildPack(judged, making, nothing)).report;
};

test.each([
  ['a4', 595.28, 841.89],
  ['letter', 612, 792],
] as const)('%s', async (paper, width, height) => {
  const report = await reportOn(paper);
  const template = loadTemplate(await (await diskWorld(() => undefined)).template(null), 'en');
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
