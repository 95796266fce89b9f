// The report of the example quarter and the template that comes with the program; nothing is drawn.
import { diskWorld } from '../../src/cli/disk-world.ts';
import { loadTemplate, type Template } from '../../src/document/index.ts';
import type { Paper } from '../../src/model/paper.ts';
import type { Report } from '../../src/model/report.ts';
import { gatherInputs } from '../../src/pipeline/gather.ts';
import { buildPack, judge } from '../../src/pipeline.ts';

const EXAMPLE = 'data/attestations/2026-Q3/payments.attestation.yaml';

export const exampleReport = async (paper: Paper = 'a4'): Promise<Report> => {
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

export const auditPack = async (): Promise<Template> =>
  loadTemplate(await (await diskWorld(() => undefined)).template(null), 'en');
