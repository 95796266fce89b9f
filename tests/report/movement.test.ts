// Movement: counts that lead from one pack's open duties to the next one's, and a chain that remembers since when.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../src/model/calendar.ts';
import type { Movement } from '../../src/model/report.ts';
import { movement } from '../../src/model/report-movement.ts';
import { type Closing, movementOf } from '../../src/report/movement.ts';
import { aClosingDuty, aPlan, closingAt, previousFrom, QUARTERS } from './closings.ts';

const isOpen = (result: string | null): boolean =>
  result !== null && result !== 'supported' && result !== 'not-applicable';
const openIn = (closing: Closing): readonly string[] =>
  closing.duties.filter(({ result }) => isOpen(result)).map(({ id }) => id);

/** The movements of quarters that follow one another; the first has none. */
const chain = (closings: readonly Closing[]): readonly (Movement | null)[] => {
  const found: (Movement | null)[] = [];
  closings.forEach((closing, index) => {
    const before = closings[index - 1];
    found.push(
      before === undefined ? null : movementOf(previousFrom(before, found[index - 1] ?? null), closing),
    );
  });
  return found;
};
const quarters = fc.tuple(...QUARTERS.map(closingAt));

describe('any two packs', () => {
  it('reconcile: from the open duties of one to those of the other', () => {
    fc.assert(
      fc.property(quarters, (closings) => {
        chain(closings).forEach((moved, index) => {
          const [before, now] = [closings[index - 1], closings[index]];
          if (moved === null || before === undefined || now === undefined) return;
          const { opening, counts, closing } = moved;
          expect(opening.open).toBe(openIn(before).length);
          expect(closing.open).toBe(openIn(now).length);
          expect(
            opening.open +
              counts.opened +
              counts['re-opened'] +
              counts['added-open'] -
              counts.closed -
              counts['removed-open'],
          ).toBe(closing.open);
          const ids = new Set([...before.duties, ...now.duties].map(({ id }) => id));
          expect(moved.duties.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
          expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(ids.size);
          expect(Object.values(moved.ageing.duties).reduce((a, b) => a + b, 0)).toBe(closing.open);
          expect(Object.values(moved.ageing.remediations).reduce((a, b) => a + b, 0)).toBe(
            now.remediations.filter(({ status }) => status === 'open').length,
          );
          expect(movement.parse(moved)).toEqual(moved);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('remember over several quarters since when a duty is open, and whether it was before', () => {
    fc.assert(
      fc.property(quarters, (closings) => {
        chain(closings).forEach((moved, index) => {
          for (const row of moved?.duties ?? []) {
            const run = runBefore(closings, index, row.id);
            if (row.after !== null) expect(row['opened-before']).toBe(run.some(isOpen));
            if (!isOpen(row.after)) {
              expect([row['open-since'], row['days-open']]).toEqual([null, null]);
              continue;
            }
            const met = run.findIndex((result) => !isOpen(result));
            const since = QUARTERS[index - (met < 0 ? run.length : met)] ?? '';
            expect(row['open-since']).toBe(since);
            expect(row['days-open']).toBe(daysBetween(since, QUARTERS[index] ?? ''));
          }
        });
      }),
      { numRuns: 150 },
    );
  });
});

/** Results of a duty in the packs before, newest first, as far back as each of them has it. */
const runBefore = (closings: readonly Closing[], index: number, id: string): readonly string[] => {
  const found: string[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const duty = closings[at]?.duties.find((one) => one.id === id);
    if (duty === undefined) break;
    found.push(duty.result);
  }
  return found;
};

describe('a chain of four', () => {
  const at = (asOf: string, result: 'supported' | 'unsupported'): Closing => ({
    asOf,
    duties: [aClosingDuty('OPS-01-C1', result)],
    remediations: [],
  });
  it('tells an opening from a re-opening', () => {
    const moved = chain([
      at(QUARTERS[0], 'supported'),
      at(QUARTERS[1], 'unsupported'),
      at(QUARTERS[2], 'supported'),
      at(QUARTERS[3], 'unsupported'),
    ]);
    expect(moved.map((one) => one?.duties[0]?.change)).toEqual([undefined, 'opened', 'closed', 're-opened']);
  });

  it('names those open for longest first, and only those that were open before', () => {
    const closing = (asOf: string, ids: readonly string[]): Closing => ({
      asOf,
      duties: ids.map((id) => aClosingDuty(id, 'unsupported')),
      remediations: [],
    });
    const moved = chain([
      closing(QUARTERS[0], ['OPS-01-C2']),
      closing(QUARTERS[1], ['OPS-01-C1', 'OPS-01-C2']),
      closing(QUARTERS[2], ['OPS-01-C1', 'OPS-01-C2', 'OPS-02-C1']),
    ]).at(-1);
    expect(moved?.['longest-open']).toEqual(['acme-run/OPS-01-C2', 'acme-run/OPS-01-C1']);
    expect(moved?.ageing.duties).toEqual({ 'to-30': 1, 'to-90': 0, 'to-180': 1, 'over-180': 1 });
  });

  it('names answers that stood in two packs or more, the longest first', () => {
    const now = {
      asOf: QUARTERS[1],
      duties: [1, 2, 3].map((unchanged) => aClosingDuty(`OPS-01-C${unchanged}`, 'supported', { unchanged })),
      remediations: [],
    };
    expect(movementOf(previousFrom(at(QUARTERS[0], 'supported'), null), now)['longest-unchanged']).toEqual([
      'acme-run/OPS-01-C3',
      'acme-run/OPS-01-C2',
    ]);
  });

  it('knows a duty whose wording is another by its id', () => {
    const before = { ...at(QUARTERS[0], 'supported') };
    const after = {
      ...before,
      duties: before.duties.map((duty) => ({ ...duty, digest: `sha256:${'0'.repeat(64)}` })),
    };
    expect(movementOf(previousFrom(before, null), after).duties[0]).toMatchObject({
      change: 'still-met',
      reworded: true,
    });
    expect(movementOf(previousFrom(before, null), before).duties[0]?.reworded).toBe(false);
  });
});

describe('remediations', () => {
  const moved = (before: readonly ReturnType<typeof aPlan>[], now: readonly ReturnType<typeof aPlan>[]) =>
    movementOf(previousFrom({ asOf: QUARTERS[0], duties: [], remediations: before }, null), {
      asOf: QUARTERS[1],
      duties: [],
      remediations: now,
    }).remediations.map(({ id, change, due, status, 'due-before': was }) => [id, change, was, due, status]);

  it.each([
    ['opened', [], [aPlan('RM-01')], ['RM-01', 'opened', null, '2026-11-30', 'open']],
    [
      'open still',
      [aPlan('RM-01')],
      [aPlan('RM-01')],
      ['RM-01', 'still-open', '2026-11-30', '2026-11-30', 'open'],
    ],
    [
      'postponed',
      [aPlan('RM-01')],
      [aPlan('RM-01', { due: '2027-01-31' })],
      ['RM-01', 'postponed', '2026-11-30', '2027-01-31', 'open'],
    ],
    [
      'done',
      [aPlan('RM-01')],
      [aPlan('RM-01', { status: 'done' })],
      ['RM-01', 'closed', '2026-11-30', '2026-11-30', 'done'],
    ],
    ['gone', [aPlan('RM-01')], [], ['RM-01', 'closed', '2026-11-30', null, null]],
    [
      'come and done',
      [],
      [aPlan('RM-01', { status: 'done' })],
      ['RM-01', 'closed', null, '2026-11-30', 'done'],
    ],
    [
      'open again',
      [aPlan('RM-01', { status: 'cancelled' })],
      [aPlan('RM-01')],
      ['RM-01', 'opened', '2026-11-30', '2026-11-30', 'open'],
    ],
  ] as const)('%s', (_name, before, now, row) => {
    expect(moved(before, now)).toEqual([row]);
  });

  it('says nothing of those that were closed at both ends', () => {
    expect(moved([aPlan('RM-01', { status: 'done' })], [aPlan('RM-01', { status: 'done' })])).toEqual([]);
  });
});
