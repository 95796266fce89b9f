// Counts of duties. They are counted from the rows themselves, so that every total adds up to its parts.
import {
  COVERAGES,
  type Coverage,
  type CustomerTotals,
  type Finding,
  type ProviderTotals,
  RESULTS,
  type Report,
  type Result,
} from '../model/report.ts';

const tally = <K extends string>(words: readonly K[], found: readonly K[]): Readonly<Record<K, number>> =>
  Object.fromEntries(words.map((word) => [word, found.filter((one) => one === word).length])) as Record<
    K,
    number
  >;

export const customerTotals = (duties: readonly { readonly result: Result }[]): CustomerTotals => {
  const counts = tally(
    RESULTS,
    duties.map(({ result }) => result),
  );
  return { of: duties.length, 'in-scope': duties.length - counts['not-applicable'], ...counts };
};

export const providerTotals = (duties: readonly { readonly coverage: Coverage }[]): ProviderTotals => ({
  of: duties.length,
  ...tally(
    COVERAGES,
    duties.map(({ coverage }) => coverage),
  ),
});

export const findingTotals = (findings: readonly Finding[]): Report['totals']['findings'] => ({
  of: findings.length,
  ...tally(
    ['low', 'moderate', 'high', 'critical'],
    findings.map(({ severity }) => severity),
  ),
});
