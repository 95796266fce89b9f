// Quarters without a drawing: where a pack stands, and what the next one reads of it, as random as they may be.
import fc from 'fast-check';
import { sha256 } from '../../src/codec/digest.ts';
import type { Previous } from '../../src/model/previous.ts';
import { type Movement, RESULTS, type Result } from '../../src/model/report.ts';
import type { Closing } from '../../src/report/movement.ts';

export const QUARTERS = ['2026-04-09', '2026-07-09', '2026-10-09', '2027-01-09', '2027-04-09'] as const;

type Duty = Closing['duties'][number];
type Plan = Closing['remediations'][number];

export const aClosingDuty = (id: string, result: Result, more: Partial<Duty> = {}): Duty => ({
  id: `acme-run/${id}`,
  text: `Do what ${id} says.`,
  digest: sha256(id),
  result,
  unchanged: 0,
  ...more,
});

export const aPlan = (id: string, more: Partial<Plan> = {}): Plan => ({
  ...{ id, weakness: 'Alarms are missing.', severity: 'moderate', action: 'Add them.', owner: null },
  ...{ opened: '2026-04-01', 'original-due': '2026-11-30', due: '2026-11-30', status: 'open' },
  ...{ overdue: false, postponed: false, age: 10, 'days-left': 10, ticket: null, milestones: [] },
  'used-by': [],
  ...more,
});

const IDS = ['OPS-01-C1', 'OPS-01-C2', 'OPS-02-C1', 'IAM-01-C1', 'IAM-02-C1'] as const;

const someDuties = fc
  .uniqueArray(fc.constantFrom(...IDS), { maxLength: IDS.length })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.constantFrom(...RESULTS).map((result) => aClosingDuty(id, result)))),
  );

const somePlans = fc.uniqueArray(fc.constantFrom('RM-01', 'RM-02', 'RM-03'), { maxLength: 3 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          status: fc.constantFrom('open', 'done', 'cancelled'),
          due: fc.constantFrom('2026-11-30', '2027-02-28'),
          age: fc.integer({ min: -3, max: 400 }),
        })
        .map((more) => aPlan(id, more)),
    ),
  ),
);

/** Where a pack stands at a day. */
export const closingAt = (asOf: string): fc.Arbitrary<Closing> =>
  fc.record({ asOf: fc.constant(asOf), duties: someDuties, remediations: somePlans });

/** What the next pack reads of one that stands so, and moved so. */
export const previousFrom = (closing: Closing, movement: Movement | null): Previous => ({
  report: sha256(`report of ${closing.asOf}`),
  manifest: sha256(`manifest of ${closing.asOf}`),
  packId: sha256(`inputs of ${closing.asOf}`),
  team: 'payments',
  system: 'checkout',
  period: { label: closing.asOf, from: '2026-01-01', to: '2026-03-31' },
  asOf: closing.asOf,
  state: 'final',
  version: 1,
  duties: closing.duties.map(({ id, text, digest, result }) => ({
    ...{ id, text, digest, result, status: 'implemented', statement: 'Done.', reason: null },
    exceptions: [],
  })),
  remediations: closing.remediations,
  standings: movement?.duties ?? [],
});
