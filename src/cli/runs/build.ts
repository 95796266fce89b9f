// The work of `build`: which teams, which of them have to be built, where, and what is told of it.
import { type SealMaking, shardName, standingOf, type TeamWishes } from '../../index.ts';
import { buildHere, buildInPool, type TeamsRun, withoutUpToDate } from '../build-teams.ts';
import { type RunWishes, runWishesOf, wishesOf } from '../build-wishes.ts';
import { type Claim, claimsOf, claimsOfShard, doubledClaims } from '../claims.ts';
import type { Args, Command, Outcome } from '../contract.ts';
import { exitCodeOf, worst } from '../exit-code.ts';
import { diagnosticLines, failedLines } from '../problem-text.ts';
import { makeProgress, type Progress } from '../progress.ts';
import { countsText } from '../progress-text.ts';
import { sealOf } from '../signing.ts';
import type { Sealing } from '../team-job.ts';
import {
  codeOf,
  documentOf,
  resultLine,
  resultLines,
  type TeamOutcome,
  untracedLines,
} from '../team-outcome.ts';
import type { Terminal } from '../terminal.ts';
import { openWorkshop } from '../workshop.ts';
import type { World } from '../world.ts';

/** Below this many teams, starting threads and warming them up takes longer than they save. */
const POOL_PAYS = 30;

export const run: Command['run'] = async (args, world, terminal) => {
  const wishes = wishesOf(args, world);
  const asked = runWishesOf(args, world);
  const secret: { passphrase: string | null } = { passphrase: null };
  const seal = sealOf(args, {
    ...world,
    passphrase: async (about) => {
      secret.passphrase ??= await world.passphrase(about);
      return secret.passphrase;
    },
  });
  const paths = await world.attestations(args.operands);
  const alone = args.operands.length === 1 && paths[0] === args.operands[0] && asked.shard === null;
  const claims = alone ? [] : await claimsOf(world, paths);
  const mine = asked.shard === null ? claims : claimsOfShard(claims, asked.shard);
  const todo = { args, wishes, asked, seal, secret, alone, claims: mine };
  return buildAll(todo, alone ? paths : mine.map(({ path }) => path), world, terminal);
};

type Todo = {
  readonly args: Args;
  readonly wishes: TeamWishes;
  readonly asked: RunWishes;
  readonly seal: () => Promise<SealMaking | null>;
  readonly secret: { readonly passphrase: string | null };
  /** One file named by itself: all of its pack is told, and nothing of progress. */
  readonly alone: boolean;
  readonly claims: readonly Claim[];
};

const buildAll = async (
  todo: Todo,
  paths: readonly string[],
  world: World,
  terminal: Terminal,
): Promise<Outcome> => {
  const { args, wishes, asked, alone } = todo;
  const manner = alone && args.text('progress') === null ? 'none' : asked.progress;
  const progress = makeProgress(manner, terminal, world.milliseconds);
  const outcomes = new Map<string, TeamOutcome>();
  const ended = (outcome: TeamOutcome): void => {
    outcomes.set(outcome.attestation, outcome);
    tell(outcome, alone, terminal);
    progress.team(outcome);
  };
  const { workshop, close } = openWorkshop(world, args.text('template'), todo.seal, (diagnostics) =>
    terminal.complain(diagnostics.flatMap(diagnosticLines)),
  );
  try {
    await world.sweep(wishes.out);
    progress.start({
      total: paths.length,
      jobs: jobsFor(asked.jobs, paths.length, world),
      shard: asked.shard === null ? null : shardName(asked.shard),
    });
    const standing = await standingOf(workshop, wishes);
    await work(todo, { world, workshop, wishes, standing, ended }, paths);
  } catch (error) {
    progress.end(exitCodeOf(error));
    throw error;
  } finally {
    await close();
  }
  return summed(paths, outcomes, progress, alone, terminal);
};

/** Never more than there are teams, and without a wish only where it pays. */
const jobsFor = (asked: number | null, teams: number, world: World): number =>
  Math.min(asked ?? (teams < POOL_PAYS ? 1 : world.cores()), Math.max(1, teams));

const work = async (todo: Todo, run: TeamsRun, paths: readonly string[]): Promise<void> => {
  const doubled = doubledClaims(run.world, todo.claims);
  for (const [attestation, error] of doubled)
    run.ended({ attestation, milliseconds: 0, ended: { kind: 'failed', error } });
  const left = await withoutUpToDate(
    run,
    paths.filter((path) => !doubled.has(path)),
  );
  const jobs = jobsFor(todo.asked.jobs, left.length, run.world);
  const template = todo.args.text('template');
  // A stranger's template is drawn on a thread of its own, which may as well do all of a team: its report need not be sent over.
  const here = jobs === 1 && (template === null || left.length < 2);
  if (here || !(await keyOpens(todo))) return buildHere(run, left);
  return buildInPool(run, left, jobs, { wishes: run.wishes, template, sealing: sealingOf(todo) });
};

/** Opened here before any thread needs it, so that a passphrase is asked for once. A key that does not open is told by each team, here. */
const keyOpens = async ({ seal }: Todo): Promise<boolean> => {
  const [opened] = await Promise.allSettled([seal()]);
  return opened.status === 'fulfilled';
};

const sealingOf = ({ args, secret }: Todo): Sealing => ({
  texts: Object.fromEntries(
    ['seal', 'certificate', 'passphrase-file', 'timestamp'].map((name) => [name, args.text(name)]),
  ),
  pss: args.flag('pss'),
  passphrase: secret.passphrase,
});

const tell = ({ attestation, ended }: TeamOutcome, alone: boolean, terminal: Terminal): void => {
  if (ended.kind === 'failed') {
    terminal.complain(failedLines(attestation, ended.error, alone));
    return;
  }
  terminal.complain(untracedLines(attestation, ended.result));
  if (alone) terminal.say(resultLines(ended.result));
  else if (ended.result.outcome === 'built') terminal.say([resultLine(ended.result)]);
};

/** In the order of the operands, whichever ended first. */
const summed = (
  paths: readonly string[],
  outcomes: ReadonlyMap<string, TeamOutcome>,
  progress: Progress,
  alone: boolean,
  terminal: Terminal,
): Outcome => {
  const inOrder = paths.flatMap((path) => outcomes.get(path) ?? []);
  const code = worst(inOrder.map(codeOf));
  progress.end(code);
  if (!alone) terminal.say([{ text: countsText(progress.counts()), tone: code === 0 ? 'good' : 'heading' }]);
  return { code, document: inOrder.map(documentOf) };
};
