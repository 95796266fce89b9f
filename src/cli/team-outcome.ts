// How a team ended, as `build` tells it: lines for people, a document for machines.
import type { Built, TeamResult } from '../index.ts';
import { packLines, upToDateLines } from './build-text.ts';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { neutral } from './neutral.ts';
import { failureJson } from './problem-text.ts';
import type { Line } from './terminal.ts';

export type TeamOutcome = {
  /** The path of its attestation. */
  readonly attestation: string;
  readonly milliseconds: number;
  readonly ended:
    | { readonly kind: 'result'; readonly result: TeamResult }
    | { readonly kind: 'failed'; readonly error: unknown };
};

export type OutcomeWord = 'built' | 'up-to-date' | 'failed';

export const wordOf = ({ ended }: TeamOutcome): OutcomeWord =>
  ended.kind === 'failed' ? 'failed' : ended.result.outcome;

export const codeOf = ({ ended }: TeamOutcome): ExitCode =>
  ended.kind === 'failed' ? exitCodeOf(ended.error) : ended.result.code;

/** Its entry in the document of `--json`. */
export const documentOf = ({ attestation, ended }: TeamOutcome): unknown => {
  if (ended.kind === 'failed') return { attestation, outcome: 'failed', failure: failureJson(ended.error) };
  const { result } = ended;
  if (result.outcome === 'built') return builtDocument(attestation, result);
  const { pack, packId } = result;
  return { attestation, outcome: 'up-to-date', pack, 'up-to-date': true, 'pack-id': packId };
};

const builtDocument = (attestation: string, { pack, zip, packId, summary, members }: Built): unknown => ({
  ...{ attestation, outcome: 'built', pack, zip, 'up-to-date': false, 'pack-id': packId },
  edition: summary.edition,
  'as-of': summary.asOf,
  totals: summary.totals,
  members,
});

/** All that there is to say of one pack. */
export const resultLines = (result: TeamResult): readonly Line[] =>
  result.outcome === 'built' ? packLines(result) : upToDateLines(result);

/** One line of a pack among many. */
export const resultLine = ({ outcome, pack }: TeamResult): Line => ({
  text: neutral(`${outcome === 'built' ? 'built' : 'up to date'}  ${pack}`),
});

/** What stands beside a result that is as it should be. */
export const untracedLines = (attestation: string, { untraced }: TeamResult): readonly Line[] =>
  untraced === null
    ? []
    : [
        {
          text: neutral(
            `${attestation}: warning: the next run cannot tell that nothing has changed. ${untraced}`,
          ),
          tone: 'warning',
        },
      ];
