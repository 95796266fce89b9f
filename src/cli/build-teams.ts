// Many teams: first what nothing has changed for, then the others, right here or on several threads.
import { makeTeam, type Standing, type TeamWishes, upToDate, type Workshop } from '../index.ts';
import { thrownFromData } from '../io/thrown.ts';
import type { Settled } from '../io/worker-pool.ts';
import { Failure } from '../problem.ts';
import type { TeamDone, TeamSetup } from './team-job.ts';
import type { TeamOutcome } from './team-outcome.ts';
import type { World } from './world.ts';

export type TeamsRun = {
  readonly world: World;
  readonly workshop: Workshop;
  readonly wishes: TeamWishes;
  readonly standing: Standing;
  /** Told as each ends. */
  readonly ended: (outcome: TeamOutcome) => void;
};

/** Of these files, those that have to be built. Throws `interrupted`. */
export const withoutUpToDate = async (
  run: TeamsRun,
  paths: readonly string[],
): Promise<readonly string[]> => {
  const { world, workshop, wishes, standing } = run;
  const left: string[] = [];
  for (const path of paths) {
    await world.turn();
    world.goOn();
    const start = world.milliseconds();
    const result = await upToDate(workshop, wishes, standing, path);
    if (result === null) left.push(path);
    else end(run, path, start, { kind: 'result', result });
  }
  return left;
};

const end = (
  { world, ended }: TeamsRun,
  attestation: string,
  start: number,
  how: TeamOutcome['ended'],
): void => ended({ attestation, milliseconds: world.milliseconds() - start, ended: how });

/** One after the other, on this thread. Throws `interrupted`. */
export const buildHere = async (run: TeamsRun, paths: readonly string[]): Promise<void> => {
  const { world, workshop, wishes, standing } = run;
  for (const path of paths) {
    await world.turn();
    world.goOn();
    const start = world.milliseconds();
    try {
      const result = await makeTeam(workshop, wishes, standing, path);
      end(run, path, start, { kind: 'result', result });
    } catch (error) {
      // An interruption is meant for all of them.
      if (error instanceof Failure && error.code === 'interrupted') throw error;
      end(run, path, start, { kind: 'failed', error });
    }
  }
};

/** On several threads; which of them ends first is left to chance, what they write is not. Throws `interrupted`. */
export const buildInPool = async (
  run: TeamsRun,
  paths: readonly string[],
  size: number,
  setup: TeamSetup,
): Promise<void> => {
  const { world, workshop, ended } = run;
  await world.teamPool({
    ...{ size, setup, jobs: paths },
    settled: (index, settled) => {
      if (settled.kind === 'done') workshop.warn(settled.done.warnings);
      const outcome = outcomeOf(paths[index] ?? '', settled);
      if (outcome !== null) ended(outcome);
    },
  });
  world.goOn();
};

/** Null for a team that was left, or stopped halfway, because somebody wanted an end. */
const outcomeOf = (attestation: string, settled: Settled<TeamDone>): TeamOutcome | null => {
  if (settled.kind === 'left') return null;
  if (settled.kind === 'died')
    return { attestation, milliseconds: 0, ended: { kind: 'failed', error: deathOf(settled) } };
  const { milliseconds, ended } = settled.done;
  if (ended.kind === 'result') return { attestation, milliseconds, ended };
  const error = thrownFromData(ended.thrown);
  if (error instanceof Failure && error.code === 'interrupted') return null;
  return { attestation, milliseconds, ended: { kind: 'failed', error } };
};

const deathOf = ({ memory, error }: Settled<TeamDone> & { readonly kind: 'died' }): unknown =>
  memory
    ? new Failure(
        'out-of-memory',
        'The memory of one thread was not enough for this team.',
        'Build it on its own with --jobs 1, or give Node more: NODE_OPTIONS=--max-old-space-size=8192. Nothing of it was written.',
      )
    : error;
