// What of an attestation holds in the next period, as a value: what is kept, what is cleared, and which records have had their day.
import { carriedMark, isGiven } from '../../model/answer.ts';
import type { Answer, Attestation, Evidence, OwnAnswer } from '../../model/attestation.ts';
import { sortedEntries } from '../../model/lookup.ts';
import { type PeriodSpan, spanOf } from '../../model/period.ts';

/** A record that is left behind: nothing names it, and its day is over. */
export type LeftBehind =
  | { readonly kind: 'waiver'; readonly id: string; readonly why: 'expired' }
  | { readonly kind: 'remediation'; readonly id: string; readonly why: 'done' | 'cancelled' };

/** Waivers that expired before `next` began and remediations that are no longer open, of those that no answer names; sorted by id. */
export const leftBehind = (attestation: Attestation, next: PeriodSpan): readonly LeftBehind[] => {
  const named = namedIn(attestation);
  const waivers = sortedEntries(attestation.waivers).flatMap(([id, { expires }]): readonly LeftBehind[] =>
    named.has(id) || expires >= next.from ? [] : [{ kind: 'waiver', id, why: 'expired' }],
  );
  const plans = sortedEntries(attestation.remediations).flatMap(([id, { status }]): readonly LeftBehind[] =>
    named.has(id) || status === 'open' ? [] : [{ kind: 'remediation', id, why: status }],
  );
  return [...waivers, ...plans];
};

const namedIn = ({ duties }: Attestation): ReadonlySet<string> =>
  new Set(
    Object.values(duties)
      .flatMap((answers) => Object.values(answers))
      .flatMap(partsOf)
      .flatMap(({ waiver, remediation, except }) => [
        ...[waiver, remediation].filter((id) => id !== undefined),
        ...Object.values(except).flatMap((one) => one.remediation ?? []),
      ]),
  );

/** The answer itself, and what it says under `ours`. */
const partsOf = (answer: Answer): readonly OwnAnswer[] => {
  const ours = answer.inherited?.ours;
  return ours === undefined || ours === 'none' ? [answer] : [answer, ours];
};

export type NextPeriod = {
  /** As a file spells it. */
  readonly period: string;
  /** The path from the new file to the one before. */
  readonly previous: string;
  /** Paths of other files as the new file names them; what is not given stays as it is. */
  readonly paths: {
    readonly policy?: string | undefined;
    readonly assurance?: string | undefined;
    /** By model id. */
    readonly models: Readonly<Record<string, string>>;
  };
};

/** The attestation of the next period, before anybody has looked at it. */
export const carriedForward = (old: Attestation, next: NextPeriod): Attestation => {
  const { 'as-of': _asOf, assertion, duties, evidence, waivers, remediations, ...same } = old;
  const { 'subsequent-events': _events, ...asserted } = assertion;
  const gone = new Set(leftBehind(old, spanOf(next.period)).map(({ id }) => id));
  const { label } = spanOf(old.period);
  const { policy, assurance, models } = next.paths;
  return {
    ...same,
    ...(policy === undefined ? {} : { policy }),
    ...(assurance === undefined ? {} : { assurance }),
    models: old.models.map(({ previous: _moved, ...one }) => {
      const file = models[one.id];
      return file === undefined ? one : { ...one, file };
    }),
    period: next.period,
    previous: next.previous,
    assertion: asserted,
    duties: mapped(duties, (answers) => mapped(answers, (answer) => carriedAnswer(answer, label))),
    evidence: mapped(evidence, recipeOf),
    waivers: without(waivers, gone),
    remediations: without(remediations, gone),
    approvals: [],
  };
};

const carriedAnswer = (answer: Answer, label: string): Answer => {
  const { inherited, ...around } = answer;
  const kept = withoutDays(around);
  const marked = isGiven(answer) && carriedMark(answer) === null ? { ...kept, 'carried-from': label } : kept;
  if (inherited === undefined) return marked;
  const { ours } = inherited;
  return { ...marked, inherited: { ...inherited, ours: ours === 'none' ? ours : withoutDays(ours) } };
};

/** Tests and days of performance are of the period in which they were. */
const withoutDays = (part: OwnAnswer): OwnAnswer => {
  const { 'last-performed': _day, ...kept } = part;
  return { ...kept, tests: [] };
};

/** How evidence is taken, without what was taken. */
const recipeOf = ({ at: _at, covers: _covers, records: _records, ...recipe }: Evidence): Evidence => recipe;

const mapped = <T>(
  record: Readonly<Record<string, T>>,
  change: (value: T) => T,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const without = <T>(
  record: Readonly<Record<string, T>>,
  gone: ReadonlySet<string>,
): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
