// How far a run is: one line that is painted over on a terminal, plain lines every so often without one, JSON lines for machines.
import { Failure } from '../problem.ts';
import type { Args } from './contract.ts';
import type { ExitCode } from './exit-code.ts';
import { failureJson } from './problem-text.ts';
import { barText, progressText, type Tally } from './progress-text.ts';
import { type OutcomeWord, type TeamOutcome, wordOf } from './team-outcome.ts';
import type { Terminal } from './terminal.ts';

export type ProgressManner = 'text' | 'json' | 'none';

/** What a run tells of itself. `shard` is like `3/10`. */
export type Progress = {
  readonly start: (about: {
    readonly total: number;
    readonly jobs: number;
    readonly shard: string | null;
  }) => void;
  readonly team: (outcome: TeamOutcome) => void;
  readonly end: (code: ExitCode) => void;
  /** How many have ended, by how. */
  readonly counts: () => Readonly<Record<OutcomeWord, number>>;
};

/** The way of `--progress`; null where nobody said one. Throws `usage`. */
export const progressOption = (args: Args): ProgressManner | null => {
  const word = args.text('progress');
  if (word === null || word === 'text' || word === 'json' || word === 'none') return word;
  throw new Failure(
    'usage',
    `--progress ${word} is no way to tell of progress.`,
    'Write text, json or none.',
  );
};

/** `clock` gives milliseconds since some moment. */
export const makeProgress = (manner: ProgressManner, terminal: Terminal, clock: () => number): Progress => {
  const counts = { built: 0, 'up-to-date': 0, failed: 0 };
  const tellers: Record<ProgressManner, () => Teller> = {
    json: () => jsonTeller(terminal, counts),
    text: () => textTeller(terminal, clock, counts),
    none: () => ({ start: nothing, team: nothing, end: nothing }),
  };
  const teller = tellers[manner]();
  return {
    ...teller,
    team: (outcome) => {
      counts[wordOf(outcome)] += 1;
      teller.team(outcome);
    },
    counts: () => counts,
  };
};

type Teller = Omit<Progress, 'counts'>;
type Counts = Readonly<Record<OutcomeWord, number>>;

const nothing = (): void => undefined;

const jsonTeller = (terminal: Terminal, counts: Counts): Teller => {
  const tell = (event: object): void => terminal.progress(JSON.stringify(event));
  return {
    start: (about) => tell({ event: 'start', ...about }),
    team: (outcome) => tell({ event: 'team', ...teamEvent(outcome) }),
    end: (code) => tell({ event: 'end', ...counts, code }),
  };
};

const teamEvent = (outcome: TeamOutcome): object => {
  const { attestation, ended } = outcome;
  const milliseconds = Math.round(outcome.milliseconds);
  if (ended.kind === 'failed')
    return { attestation, outcome: 'failed', failure: failureJson(ended.error), milliseconds };
  const { name, pack, packId, outcome: word } = ended.result;
  return { attestation, team: name, outcome: word, pack, 'pack-id': packId, milliseconds };
};

/** Without a terminal, a line comes when a tenth more is done, or when this many milliseconds have passed. */
const INTERVAL = 10_000;

const textTeller = (terminal: Terminal, clock: () => number, counts: Counts): Teller => {
  const state = { total: 0, begun: 0, told: 0, toldAt: 0 };
  const { bar } = terminal;
  const tally = (): Tally => ({ ...counts, total: state.total, seconds: (clock() - state.begun) / 1000 });
  const tellLine = (): void => {
    const done = counts.built + counts['up-to-date'] + counts.failed;
    const due = done - state.told >= state.total / 10 || clock() - state.toldAt >= INTERVAL;
    if (done === state.total || (!due && state.told > 0)) return;
    Object.assign(state, { told: done, toldAt: clock() });
    terminal.progress(progressText(tally()));
  };
  return {
    start: ({ total }) => {
      Object.assign(state, { total, begun: clock(), toldAt: clock() });
      bar?.(barText(tally()));
    },
    team: () => (bar === null ? tellLine() : bar(barText(tally()))),
    end: () => bar?.(''),
  };
};
