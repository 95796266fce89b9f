// Small files of every kind for the pipeline: one service with two duties a team answers, and a platform team it inherits from.
import { sha256 } from '../../src/codec/digest.ts';

const digest = (text: string): string => `"${sha256(text)}"`;

export const modelText = (id: string, revision: string): string => `
format: countersign/model@1
id: ${id}
title: Service ${id}
provider: { id: prov, name: Provider }
revision: "${revision}"
text: verbatim
source: { title: Page, sha256: ${digest(revision)} }
areas:
  - code: AA
    title: Area
    line: 1
    allocation: shared
    resources:
      - code: AA-01
        title: One
        line: 2
        allocation: shared
        provider: [{ id: AA-01-P1, line: 3, text: Runs it, digest: ${digest('p1')} }]
        customer:
          - { id: AA-01-C1, line: 3, text: Sets it up, digest: ${digest('c1')} }
          - { id: AA-01-C2, line: 4, text: Watches it, digest: ${digest('c2')} }
`;

export const POLICY = `
format: countersign/policy@1
id: default
title: Default
organisation: { name: Example Bank }
classification: Internal
retention: P5Y
approvals: { mode: recorded, roles: [], separation: all-different }
fail-at: high
thresholds: { evidence-reuse: 5, waiver-longest: P1Y, bridge-longest: P92D }
defaults: { criticality: moderate, evidence: 0 }
`;

/** `more` is appended; keys in it must not repeat those above it. */
export const attestationText = (
  team: string,
  more = '',
  models = '[{ id: svc, revision: "2026-01-01" }]',
): string => `
format: countersign/attestation@1
team: { id: ${team}, name: Team ${team} }
system: { id: sys, name: System }
period: 2026-Q3
as-of: 2026-10-09
models: ${models}
${more}`;
