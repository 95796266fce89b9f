// init --roster and init --from FOLDER: a file for every team and system. What goes wrong with one does not stop the others.
import { type EarlierOnes, earlierOnes, isPeriod, rollFile, spanOf, theEarlier } from '../index.ts';
import { Failure } from '../problem.ts';
import type { Outcome } from './contract.ts';
import { exitCodeOf, worst } from './exit-code.ts';
import { folderPlan, type Planned, rosterPlan } from './init-plan.ts';
import { folderFor, type InitAsked, nameOf } from './init-roll.ts';
import type { InitRow } from './init-row.ts';
import { campaignLines } from './init-text.ts';
import { failureJson, failureLines } from './problem-text.ts';
import type { Terminal } from './terminal.ts';
import type { World } from './world.ts';

export const startCampaign = async (asked: InitAsked, world: World, terminal: Terminal): Promise<Outcome> => {
  const { period, roster, from } = asked;
  if (!isPeriod(period))
    throw new Failure('usage', `--period ${period} is no period.`, 'Write it like 2026-Q4, 2026-11 or 2026.');
  const earlier = await earlierOnes(world.shelf, asked.paths, spanOf(period).from);
  for (const { error } of earlier.unreadable) terminal.complain(failureLines(error));
  const out =
    asked.out ??
    (roster === null ? folderFor(from ?? '.', period, world) : world.shelf.beside(roster, period));
  const plan =
    roster === null
      ? folderPlan(earlier, from ?? '.', out, world)
      : await rosterPlan(roster, out, period, world);
  const rows: InitRow[] = [];
  const taken = new Map<string, InitRow>();
  const codes = earlier.unreadable.map(({ error }) => exitCodeOf(error));
  for (const one of plan) {
    world.goOn();
    const { row, error } = await attempt(one, earlier, asked, world, taken.get(one.to) ?? null);
    taken.set(one.to, row);
    rows.push(row);
    if (error === null) continue;
    terminal.complain(failureLines(error));
    codes.push(exitCodeOf(error));
  }
  terminal.say(campaignLines(out, rows, earlier.unreadable.length));
  return { code: worst(codes), document: documentOf(out, period, rows, earlier) };
};

type Attempt = { readonly row: InitRow; readonly error: unknown };

const attempt = async (
  one: Planned,
  earlier: EarlierOnes,
  asked: InitAsked,
  world: World,
  other: InitRow | null,
): Promise<Attempt> => {
  const { team, system, to } = one;
  const row = {
    team,
    system,
    attestation: to,
    previous: null,
    carried: null,
    duties: null,
    'left-behind': [],
    failure: null,
  };
  try {
    if (other !== null) throw sameFile(one, other);
    if ((await world.shelf.read(to)) !== null) return { row: { ...row, outcome: 'kept' }, error: null };
    const made = await make(one, earlier, asked, world);
    await world.writeNewFile(to, made.text, 'It was written meanwhile; run again.');
    const { text: _text, ...said } = made;
    return { row: { ...row, ...said }, error: null };
  } catch (error) {
    if (error instanceof Failure && error.code === 'interrupted') throw error;
    return { row: { ...row, outcome: 'failed', failure: failureJson(error) }, error };
  }
};

const sameFile = ({ team, system, to }: Planned, other: InitRow): Failure =>
  new Failure(
    'usage',
    `${team}.${system} would have the same file as ${other.team}.${other.system}, ${to}.`,
    'Roll it forward by itself, with --from FILE and -o.',
  );

type Made = Pick<InitRow, 'outcome'> & Partial<InitRow> & { readonly text: string };

const make = async (
  one: Planned,
  earlier: EarlierOnes,
  { period }: InitAsked,
  world: World,
): Promise<Made> => {
  const before = theEarlier(earlier.found.get(`${one.team}.${one.system}`) ?? []);
  if (before !== null) {
    const rolled = await rollFile(world.shelf, world.pathFrom, { from: before.path, to: one.to, period });
    const { text, carried, leftBehind } = rolled;
    return { outcome: 'rolled-forward', text, previous: before.path, carried, 'left-behind': leftBehind };
  }
  const broken = earlier.unreadable.find(({ path }) => nameOf(path) === nameOf(one.to));
  if (broken !== undefined) throw unreadable(one, broken.path);
  const { text, duties } = await one.start();
  return { outcome: 'started', text, duties };
};

/** A team whose answers are there and cannot be read must not begin from nothing. */
const unreadable = ({ team, system }: Planned, path: string): Failure =>
  new Failure(
    'input-invalid',
    `${team}.${system} is not started anew, because ${path} may hold its answers and cannot be read.`,
    'Correct that file, or take it out of the folder, and run again.',
  );

const documentOf = (
  folder: string,
  period: string,
  rows: readonly InitRow[],
  { unreadable: broken }: EarlierOnes,
): unknown => {
  const number = (outcome: InitRow['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  return {
    folder,
    period,
    started: number('started'),
    'rolled-forward': number('rolled-forward'),
    kept: number('kept'),
    failed: number('failed'),
    teams: rows,
    unreadable: broken.map(({ path, error }) => ({ attestation: path, failure: failureJson(error) })),
  };
};
