// What the options of `build` ask of every team, and of the run as a whole. Mistakes in them are told before anything is begun.
import { type Shard, shardFrom, type TeamWishes } from '../index.ts';
import { Failure } from '../problem.ts';
import type { Args } from './contract.ts';
import { failAtOption } from './judging.ts';
import { dayOption, paperOption } from './option-values.ts';
import { type ProgressManner, progressOption } from './progress.ts';
import type { World } from './world.ts';

export type RunWishes = {
  /** Null: as many as the machine runs at once, where that pays. */
  readonly jobs: number | null;
  readonly shard: Shard | null;
  readonly progress: ProgressManner;
};

/** Throws `usage`. */
export const wishesOf = (args: Args, world: World): TeamWishes => ({
  out: args.text('out') ?? 'out',
  policy: args.text('policy'),
  asOf: dayOption(args, 'as-of'),
  today: world.today(),
  previous: args.text('previous'),
  amend: args.text('amend'),
  failAt: failAtOption(args),
  language: args.text('lang') ?? 'en',
  paper: paperOption(args),
  zip: args.flag('zip'),
  force: args.flag('force'),
  inPlace: args.flag('no-rename'),
  sealed: args.text('seal') !== null,
  timestamp: args.text('timestamp'),
  pss: args.flag('pss'),
});

/** Throws `usage`. Under `--json` and `--quiet` nothing is told of progress unless somebody asks for it. */
export const runWishesOf = (args: Args, world: World): RunWishes => ({
  jobs: jobsOption(args),
  shard: shardFrom(args.text('shard'), world.shardVariables()),
  progress: progressOption(args) ?? (args.flag('json') || args.flag('quiet') ? 'none' : 'text'),
});

const jobsOption = (args: Args): number | null => {
  const word = args.text('jobs');
  if (word === null) return null;
  if (!/^[1-9]\d{0,2}$/.test(word))
    throw new Failure('usage', `--jobs ${word} is no number of jobs.`, 'Write a number from 1 to 999.');
  return Number(word);
};
