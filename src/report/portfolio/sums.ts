// Adding up counts. Every total of a portfolio is a sum over its lines, made here and nowhere else.
import type { LineTotals, MovedCounts } from '../../model/portfolio-team.ts';
import type { CustomerTotals, ProviderTotals, Result } from '../../model/report.ts';

/** Key by key; every addend has the keys of `zero`. */
const sumOf = <K extends string>(
  zero: Readonly<Record<K, number>>,
  addends: readonly Readonly<Record<K, number>>[],
): Readonly<Record<K, number>> => {
  const sum: Record<K, number> = { ...zero };
  for (const key of Object.keys(zero) as K[])
    sum[key] = addends.reduce((total, one) => total + one[key], zero[key]);
  return sum;
};

const NO_CUSTOMER: CustomerTotals = {
  of: 0,
  'in-scope': 0,
  supported: 0,
  'partly-supported': 0,
  unsupported: 0,
  'not-applicable': 0,
  'not-answered': 0,
  're-opened': 0,
};
const NO_PROVIDER: ProviderTotals = { of: 0, covered: 0, 'partly-covered': 0, 'not-covered': 0 };
const NO_FINDINGS: LineTotals['findings'] = { of: 0, low: 0, moderate: 0, high: 0, critical: 0 };
const NO_COUNTS: MovedCounts['counts'] = {
  opened: 0,
  're-opened': 0,
  'still-open': 0,
  closed: 0,
  'still-met': 0,
  'added-open': 0,
  'added-met': 0,
  'removed-open': 0,
  'removed-met': 0,
};
const NO_AGES = { 'to-30': 0, 'to-90': 0, 'to-180': 0, 'over-180': 0 };

export const sumCustomer = (all: readonly CustomerTotals[]): CustomerTotals => sumOf(NO_CUSTOMER, all);
export const sumProvider = (all: readonly ProviderTotals[]): ProviderTotals => sumOf(NO_PROVIDER, all);

export const sumLines = (all: readonly LineTotals[]): LineTotals => ({
  customer: sumCustomer(all.map(({ customer }) => customer)),
  provider: sumProvider(all.map(({ provider }) => provider)),
  findings: sumOf(
    NO_FINDINGS,
    all.map(({ findings }) => findings),
  ),
  'risk-accepted': plain(all.map((one) => one['risk-accepted'])),
  remediations: sumOf(
    { of: 0, overdue: 0 },
    all.map(({ remediations }) => remediations),
  ),
  waivers: sumOf(
    { of: 0, expired: 0, expiring: 0 },
    all.map(({ waivers }) => waivers),
  ),
  open: plain(all.map(({ open }) => open)),
});

/** The equation of movement holds of the sum because it holds of each. */
export const sumMoved = (all: readonly MovedCounts[]): MovedCounts => ({
  opening: { open: plain(all.map(({ opening }) => opening.open)) },
  counts: sumOf(
    NO_COUNTS,
    all.map(({ counts }) => counts),
  ),
  closing: { open: plain(all.map(({ closing }) => closing.open)) },
  ageing: {
    duties: sumOf(
      NO_AGES,
      all.map(({ ageing }) => ageing.duties),
    ),
    remediations: sumOf(
      NO_AGES,
      all.map(({ ageing }) => ageing.remediations),
    ),
  },
});

const plain = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Duties in scope that are not supported. */
export const openOf = (totals: CustomerTotals): number => totals['in-scope'] - totals.supported;

/** From the gravest: what a reader must not miss in an area. */
const WORST_FIRST: readonly Result[] = [
  'unsupported',
  're-opened',
  'not-answered',
  'partly-supported',
  'supported',
  'not-applicable',
];

/** The worst result that a count of customer duties holds; null where it counts none. */
export const worstOf = (totals: CustomerTotals): Result | null =>
  WORST_FIRST.find((result) => totals[result] > 0) ?? null;
