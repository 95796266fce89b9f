// One attestation rolled forward, byte for byte.
import { expect, test } from 'vitest';
import { type RolledForward, rollForward } from '../../../src/edit/roll-forward/roll-forward.ts';
import { mustRead } from '../../../src/pipeline/must-read.ts';
import { readAttestation } from '../../../src/read/index.ts';
import { fileOf } from '../../read/support.ts';

const OLD = `# yaml-language-server: $schema=../schemas/attestation.schema.json
# Management's self-attestation for 2026-Q3 (2026-07-01 to 2026-09-30).
format: countersign/attestation@1
team: { id: pay, name: Payments }
system: { id: shop, name: Shop }
period: 2026-Q3 # the third
# The day to judge at.
as-of: 2026-10-09
models:
  - id: svc
    revision: "2026-01-01" # as published
policy: ../house.policy.yaml
people:
  lead: { name: Robin Example, role: Lead }
duties:
  svc:
    # What the provider says.
    AA-01-C1:
      status: implemented
      tests:
        - { method: examine, by: lead, on: 2026-10-01, of: Records } # goes
      frequency: P3M
      last-performed: 2026-05-19
      statement: >-
        Done by hand,
        every quarter.

    AA-01-C2: { status: planned, last-performed: 2026-08-01 } # soon
    AA-02:
evidence:
  EV-01: { type: record, title: Export, location: Vault, at: 2026-10-02, records: 14 }
approvals:
  # Three people.
  - { role: preparer, person: lead, date: 2026-10-09, reference: OPS-1 }
`;

const NEW = `# yaml-language-server: $schema=../../schemas/attestation.schema.json
# Management's self-attestation for 2026-Q4 (2026-10-01 to 2026-12-31).
format: countersign/attestation@1
team: { id: pay, name: Payments }
system: { id: shop, name: Shop }
period: 2026-Q4 # the third
previous: "../2026-Q3/pay.attestation.yaml"
# The day to judge at.
models:
  - id: svc
    revision: "2026-01-01" # as published
    file: "../models/svc.model.yaml"
policy: ../../house.policy.yaml
people:
  lead: { name: Robin Example, role: Lead }
duties:
  svc:
    # What the provider says.
    AA-01-C1:
      status: implemented
      frequency: P3M
      # last performed, as told for 2026-Q3: 2026-05-19
      statement: >-
        Done by hand,
        every quarter.
      carried-from: 2026-Q3

    # last performed, as told for 2026-Q3: 2026-08-01
    AA-01-C2: { status: planned, carried-from: 2026-Q3 } # soon
    AA-02:
evidence:
  EV-01: { type: record, title: Export, location: Vault }
approvals: []
  # Three people.
`;

const roll = (text: string, period = '2026-Q4'): RolledForward =>
  rollForward({
    attestation: mustRead(readAttestation(fileOf(text))),
    name: 'pay.attestation.yaml',
    text,
    period,
    previous: '../2026-Q3/pay.attestation.yaml',
    rebase: (path) => `../${path}`,
    paths: { policy: '../../house.policy.yaml', models: { svc: '../models/svc.model.yaml' } },
  });

test('changes what is of the old period, and nothing else', () => {
  expect(roll(OLD).text).toBe(NEW);
});

test('keeps the line ends and the byte-order mark of the file', () => {
  const dos = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
  expect(roll(dos(OLD)).text).toBe(dos(NEW));
});

test.each([
  ['the same period', '2026-Q3', 'begins on 2026-07-01'],
  ['a period that begins within the old one', '2026', 'begins on 2026-01-01'],
  ['no period at all', 'Q4', 'must be a period'],
])('%s is refused', (_, period, why) => {
  expect(() => roll(OLD, period)).toThrow(why);
});
