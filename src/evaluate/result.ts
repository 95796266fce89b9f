// The table from status to result. What decides is which rules found something on the duty, so that the observation
// that makes a result is the finding that explains it.
import type { Status } from '../model/attestation.ts';
import type { Result } from '../model/report.ts';

/** `status`: the own part's, null when everything is inherited. `inherited`: the source's result, null when nothing is inherited or found. */
export type Judged = {
  readonly status: Status | null;
  readonly observed: ReadonlySet<string>;
  readonly inherited: Result | null;
};

/** `line` is the table's, 1 to 9. */
export type Decision = { readonly result: Result; readonly line: number };

/** Lines 5 to 8: the first with a rule that found something decides. */
export const DECIDING_LINES = [
  { line: 5, result: 'unsupported', rules: ['status-planned', 'status-not-implemented'] },
  {
    line: 6,
    result: 'unsupported',
    rules: [
      'statement-missing',
      'reason-missing',
      'duty-not-locked',
      'evidence-missing',
      'evidence-file-missing',
      'evidence-changed',
      'evidence-not-locked',
      'evidence-outside-period',
      'evidence-out-of-date',
    ],
  },
  {
    line: 7,
    result: 'unsupported',
    rules: ['test-deviation-unanswered', 'test-sample-too-large', 'test-by-owner'],
  },
  {
    line: 8,
    result: 'partly-supported',
    rules: ['status-partial', 'test-deviation-answered', 'instance-worse'],
  },
] as const satisfies readonly { line: number; result: Result; rules: readonly string[] }[];

export const decide = ({ status, observed, inherited }: Judged): Decision => {
  if (observed.has('not-answered') || observed.has('answer-not-confirmed'))
    return { result: 'not-answered', line: 1 };
  if (observed.has('re-opened')) return { result: 're-opened', line: 2 };
  if (observed.has('inherited-not-found')) return { result: 'unsupported', line: 4 };
  const own = decideOwn(status, observed);
  if (inherited === null) return own ?? { result: 'unsupported', line: 4 };
  return own === null || isWorse(inherited, own.result) ? { result: inherited, line: 4 } : own;
};

/** What the team's own part comes to; null when it has none and nothing speaks against that. */
const decideOwn = (status: Status | null, observed: ReadonlySet<string>): Decision | null => {
  if (status === 'not-applicable') {
    return observed.has('reason-missing')
      ? { result: 'unsupported', line: 5 }
      : { result: 'not-applicable', line: 3 };
  }
  const found = DECIDING_LINES.find(({ rules }) => rules.some((rule) => observed.has(rule)));
  if (found !== undefined) return { result: found.result, line: found.line };
  return status === null ? null : { result: 'supported', line: 9 };
};

/** From best to worst, where an own and an inherited result meet. The others never get here. */
const WORSE_LAST: readonly Result[] = ['not-applicable', 'supported', 'partly-supported', 'unsupported'];

const isWorse = (a: Result, b: Result): boolean => WORSE_LAST.indexOf(a) > WORSE_LAST.indexOf(b);
