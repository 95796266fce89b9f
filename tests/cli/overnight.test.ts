// A job that builds every night: a final pack whose attestation names no as-of day stays up to date as days pass.

import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countersign, inFolder } from './transcript.ts';

const MODEL = 'ibm-code-engine';
const POLICY = `format: countersign/policy@1
id: quick
title: One approval
organisation: { name: Example }
classification: Internal
retention: P1Y
approvals: { mode: recorded, roles: [approver], separation: all-different }
fail-at: high
thresholds: { evidence-reuse: 5, waiver-longest: P1Y, bridge-longest: P92D }
defaults: { criticality: moderate, evidence: 1 }
`;
const ATTESTATION = `format: countersign/attestation@1
team: { id: payments, name: Payments }
system: { id: checkout, name: Checkout }
period: 2026-Q3
policy: quick.policy.yaml
models: [{ id: ${MODEL}, revision: "2025-12-02" }]
people: { head: { name: Sam Mockup, role: Head of payments } }
approvals: [{ role: approver, person: head, date: 2026-10-09, reference: T-1 }]
`;

const buildOn = (day: string): Promise<{ readonly output: readonly string[]; readonly code: number }> =>
  countersign(['build', 'payments.attestation.yaml'], (world) => ({ ...world, today: () => day }));

test('is up to date the next day, and not when something changed', async () => {
  await inFolder(async () => {
    writeFileSync('quick.policy.yaml', POLICY);
    writeFileSync('payments.attestation.yaml', ATTESTATION);
    expect((await buildOn('2026-10-09')).output.join(' ')).toContain('Final, version 1');
    const next = await buildOn('2026-10-10');
    expect([next.code, next.output.join(' ')]).toEqual([0, expect.stringContaining('up to date')]);
    writeFileSync('payments.attestation.yaml', ATTESTATION.replace('name: Checkout', 'name: Checkout page'));
    expect((await buildOn('2026-10-11')).code).toBe(2);
  });
});
