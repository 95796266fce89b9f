// Small teams of one quarter, fifty unless said otherwise: two duties each, one file of evidence, every tenth with its approvals in, so that its pack is final.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEAMS = 50;
const FINAL_EVERY = 10;
const name = (number) => `team-${String(number).padStart(2, '0')}`;
const digest = (text) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const duty = (id, line, text) =>
  `          - { id: ${id}, line: ${line}, text: ${text}, digest: "${digest(text)}" }`;

const MODEL = `format: countersign/model@1
id: small
title: A small service
provider: { id: example, name: Example }
revision: "2026-01-01"
text: paraphrase
source: { title: Page of the example, sha256: "${digest('page')}" }
areas:
  - code: OPS
    anchor: operations
    title: Operations
    line: 10
    allocation: shared
    resources:
      - code: OPS-01
        title: Running it
        line: 12
        allocation: shared
        provider:
${duty('OPS-01-P1', 12, 'Run the platform.')}
        customer:
${duty('OPS-01-C1', 12, 'Set the options of the workload.')}
${duty('OPS-01-C2', 12, 'Watch the workload.')}
`;

const attestation = (number) => `format: countersign/attestation@1
team: { id: ${name(number)}, name: Team ${number}, contact: team@example.com }
system: { id: main, name: System ${number}, instances: { prod: { region: eu-de, name: prod } } }
period: 2026-Q3
as-of: 2026-10-09
models: [{ id: small, revision: "2026-01-01" }]
people:
  lead: { name: Robin Example, role: Lead }
  head: { name: Sam Mockup, role: Head }
  risk: { name: Alex Placeholder, role: Risk manager }
duties:
  small:
    OPS-01-C1: { status: implemented, owner: lead, statement: Options of system ${number} are kept as code., evidence: [EV-01] }
    OPS-01-C2: { status: implemented, owner: lead, statement: Somebody is paged at all hours., evidence: [EV-01] }
evidence:
  EV-01: { type: configuration-export, title: Options, file: evidence/${name(number)}.json, at: 2026-10-02, by: lead }
${number % FINAL_EVERY === 0 ? APPROVALS : ''}`;

const APPROVALS = `approvals:
  - { role: preparer, person: lead, date: 2026-10-07, reference: CHG-07 }
  - { role: reviewer, person: risk, date: 2026-10-08, reference: CHG-08 }
  - { role: approver, person: head, date: 2026-10-09, reference: CHG-09 }
`;

/** Writes them into `folder`, and says which files there are to build. */
export const writeTeams = (folder, teams = TEAMS) => {
  for (const one of ['models', 'evidence']) mkdirSync(join(folder, one), { recursive: true });
  writeFileSync(join(folder, 'models/small.model.yaml'), MODEL);
  return Array.from({ length: teams }, (_, index) => {
    const [number, file] = [index + 1, join(folder, `${name(index + 1)}.attestation.yaml`)];
    writeFileSync(join(folder, `evidence/${name(number)}.json`), JSON.stringify({ team: number, scale: 3 }));
    writeFileSync(file, attestation(number));
    return file;
  });
};
