// What moved since the previous pack: one row for each customer duty of either pack, and counts that lead from its open duties to ours.
import { daysBetween } from '../model/calendar.ts';
import type { Previous, PreviousDuty, PreviousStanding } from '../model/previous.ts';
import type { CustomerDuty, Movement, Report } from '../model/report.ts';
import { CHANGES, type Change } from '../model/report-movement.ts';
import type { Day } from '../model/scalar.ts';
import { movedRemediations } from './movement-remediations.ts';
import { customerTotals } from './totals.ts';

/** Where this pack stands at its as-of day. `unchanged`: packs before this one in which the answer stood word for word. */
export type Closing = {
  readonly asOf: Day;
  readonly duties: readonly (Pick<CustomerDuty, 'id' | 'text' | 'digest' | 'result'> & {
    readonly unchanged: number;
  })[];
  readonly remediations: Report['remediations'];
};

type Moved = Movement['duties'][number];
type Here = Closing['duties'][number];

/** Counts reconcile because every one of them is counted from the rows, and each duty of either pack has exactly one row. */
export const movementOf = (previous: Previous, closing: Closing): Movement => {
  const duties = [...movedDuties(previous, closing), ...removedDuties(previous, closing)];
  const remediations = movedRemediations(previous, closing);
  return {
    opening: openingOf(previous),
    counts: tally(duties),
    closing: { open: closing.duties.filter(isOpen).length },
    ageing: {
      duties: ageingOf(duties.flatMap((row) => row['days-open'] ?? [])),
      remediations: ageingOf(
        closing.remediations.filter(({ status }) => status === 'open').map(({ age }) => Math.max(0, age)),
      ),
    },
    duties,
    'longest-open': longestOpen(duties),
    'longest-unchanged': longestUnchanged(duties),
    remediations,
  };
};

const isOpen = ({ result }: Pick<CustomerDuty, 'result'>): boolean =>
  result !== 'supported' && result !== 'not-applicable';

const openingOf = (previous: Previous): Movement['opening'] => ({
  'pack-id': previous.packId,
  manifest: previous.manifest,
  period: previous.period,
  'as-of': previous.asOf,
  state: previous.state,
  version: previous.version,
  totals: customerTotals(previous.duties),
  open: previous.duties.filter(isOpen).length,
});

const movedDuties = (previous: Previous, { asOf, duties }: Closing): readonly Moved[] => {
  const before = new Map(previous.duties.map((duty) => [duty.id, duty]));
  const standings = new Map(previous.standings.map((one) => [one.id, one]));
  return duties.map((duty) => {
    const there = before.get(duty.id) ?? null;
    const standing = there === null ? null : (standings.get(duty.id) ?? null);
    return movedDuty(duty, { there, standing, previous, asOf });
  });
};

type Before = {
  readonly there: PreviousDuty | null;
  /** The previous pack's own row of movement. */
  readonly standing: PreviousStanding | null;
  readonly previous: Previous;
  readonly asOf: Day;
};

const movedDuty = (duty: Here, before: Before): Moved => {
  const { there, asOf } = before;
  const since = isOpen(duty) ? openSince(before) : null;
  return {
    id: duty.id,
    text: duty.text,
    change: changeOf(duty, before),
    before: there?.result ?? null,
    after: duty.result,
    reworded: there !== null && there.digest !== duty.digest,
    'open-since': since,
    'days-open': since === null ? null : Math.max(0, daysBetween(since, asOf)),
    'opened-before': wasOpen(before),
    unchanged: duty.unchanged,
  };
};

const changeOf = (duty: Here, before: Before): Change => {
  const { there } = before;
  if (there === null) return isOpen(duty) ? 'added-open' : 'added-met';
  if (isOpen(there)) return isOpen(duty) ? 'still-open' : 'closed';
  if (!isOpen(duty)) return 'still-met';
  return wasOpen(before) ? 're-opened' : 'opened';
};

const wasOpen = ({ there, standing }: Pick<Before, 'there' | 'standing'>): boolean =>
  there !== null && (isOpen(there) || standing?.['opened-before'] === true);

/** For a duty that is open now. The first pack of a chain tells since when only by its own as-of day. */
const openSince = ({ there, standing, previous, asOf }: Before): Day =>
  there !== null && isOpen(there) ? (standing?.['open-since'] ?? previous.asOf) : asOf;

const removedDuties = (previous: Previous, { duties }: Closing): readonly Moved[] => {
  const here = new Set(duties.map(({ id }) => id));
  const standings = new Map(previous.standings.map((one) => [one.id, one]));
  return previous.duties
    .filter(({ id }) => !here.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((there) => ({
      id: there.id,
      text: there.text,
      change: isOpen(there) ? 'removed-open' : 'removed-met',
      before: there.result,
      after: null,
      reworded: false,
      'open-since': null,
      'days-open': null,
      'opened-before': wasOpen({ there, standing: standings.get(there.id) ?? null }),
      unchanged: 0,
    }));
};

const tally = (duties: readonly Moved[]): Movement['counts'] => {
  const count = (change: Change): number => duties.filter((row) => row.change === change).length;
  return Object.fromEntries(CHANGES.map((change) => [change, count(change)])) as Record<Change, number>;
};

const ageingOf = (days: readonly number[]): Movement['ageing']['duties'] => {
  const within = (over: number, to: number): number => days.filter((one) => one > over && one <= to).length;
  return {
    'to-30': within(-1, 30),
    'to-90': within(30, 90),
    'to-180': within(90, 180),
    'over-180': within(180, Number.POSITIVE_INFINITY),
  };
};

/** Equally long ones stay in the order of the report. */
const longestOpen = (duties: readonly Moved[]): Movement['longest-open'] =>
  duties
    .filter(({ change }) => change === 'still-open')
    .toSorted((a, b) => (b['days-open'] ?? 0) - (a['days-open'] ?? 0))
    .map(({ id }) => id);

/** Two packs and this one: from there on somebody should look whether the words were only copied. */
const longestUnchanged = (duties: readonly Moved[]): Movement['longest-unchanged'] =>
  duties
    .filter(({ unchanged }) => unchanged >= 2)
    .toSorted((a, b) => b.unchanged - a.unchanged)
    .map(({ id }) => id);
