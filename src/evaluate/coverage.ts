// How far the provider's half is covered: each report's days, and each provider duty against each report; the best stands.
import type { Assurance } from '../model/assurance.ts';
import { addDuration, daysBetween, ends } from '../model/calendar.ts';
import type { AssuranceState, BridgeState, CoverageVerdict } from '../model/evaluation.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup, sortedEntries, sortedUnique } from '../model/lookup.ts';
import type { ProviderRow } from '../model/matrix.ts';
import type { Coverage } from '../model/report.ts';
import { daysCovered, lengthOf, type Stretch, windowOf } from './window.ts';

type Why = CoverageVerdict['why'];

/** From best to worst. */
const COVERAGE_OF = {
  covered: 'covered',
  bridged: 'partly-covered',
  qualified: 'partly-covered',
  'bridge-too-long': 'not-covered',
  'period-not-spanned': 'not-covered',
  'opinion-adverse': 'not-covered',
  'carved-out': 'not-covered',
  'service-not-named': 'not-covered',
  'no-assurance': 'not-covered',
} as const satisfies Record<Why, Coverage>;
const BEST_FIRST = Object.keys(COVERAGE_OF) as readonly Why[];

/** One for each report of the assurance file, sorted by id. */
export const assuranceStates = (inputs: Inputs): readonly AssuranceState[] =>
  inputs.assurance === null
    ? []
    : sortedEntries(inputs.assurance.reports).map(([id, item]) => {
        const bridges = bridgesOf(inputs, inputs.assurance?.bridges ?? {}, id, ends(item.covers).to);
        return { id, item, bridges, ...daysOf(windowOf(inputs), ends(item.covers), bridges) };
      });

const bridgesOf = (
  { policy }: Inputs,
  bridges: Assurance['bridges'],
  report: string,
  end: string,
): readonly BridgeState[] =>
  sortedEntries(bridges)
    .filter(([, bridge]) => bridge.extends === report)
    .map(([id, item]) => {
      const { to } = ends(item.covers);
      const tooLong = to > addDuration(end, policy.thresholds['bridge-longest']);
      return { id, item, days: Math.max(0, daysBetween(end, to)), tooLong };
    });

const daysOf = (
  window: Stretch,
  report: Stretch,
  bridges: readonly BridgeState[],
): Pick<AssuranceState, 'days' | 'tooLongWouldClose'> => {
  const of = lengthOf(window);
  const withBridges = (counted: readonly BridgeState[]): number =>
    daysCovered(window, [report, ...counted.map(({ item }) => ends(item.covers))]);
  const reported = daysCovered(window, [report]);
  const known = withBridges(bridges.filter(({ tooLong }) => !tooLong));
  return {
    days: { of, reported, bridged: known - reported, open: of - known },
    tooLongWouldClose: known < of && withBridges(bridges) === of,
  };
};

/** The best that any report makes of a provider duty, with all the reports that make the same of it. */
export const coverageOf = (row: ProviderRow, states: readonly AssuranceState[]): CoverageVerdict => {
  const made = states.map((state) => ({ state, why: whyOf(row, state) }));
  const why = BEST_FIRST.find((each) => made.some((one) => one.why === each)) ?? 'no-assurance';
  const by = made
    .filter((one) => one.why === why && why !== 'service-not-named')
    .flatMap(({ state }) => idsOf(state));
  return { row, coverage: COVERAGE_OF[why], why, by: sortedUnique(by) };
};

const idsOf = (state: AssuranceState): readonly string[] => [state.id, ...state.bridges.map(({ id }) => id)];

const whyOf = (row: ProviderRow, { item, days, tooLongWouldClose }: AssuranceState): Why => {
  if (!item.services.includes(row.model.id)) return 'service-not-named';
  if (item['carve-outs'].some(({ duties }) => namesDuty(duties, row))) return 'carved-out';
  if (item.opinion === 'adverse' || item.opinion === 'disclaimer') return 'opinion-adverse';
  if (tooLongWouldClose) return 'bridge-too-long';
  if (days.open > 0) return 'period-not-spanned';
  if (item.opinion === 'qualified') return 'qualified';
  return days.bridged > 0 ? 'bridged' : 'covered';
};

/** Whether codes of areas, resources or duties, per model, take in a duty. */
export const namesDuty = (
  places: Readonly<Record<string, readonly string[]>>,
  { model, area, resource, duty }: Pick<ProviderRow, 'model' | 'area' | 'resource' | 'duty'>,
): boolean =>
  (lookup(places, model.id) ?? []).some(
    (code) => code === duty.id || code === resource.code || code === area.code,
  );
