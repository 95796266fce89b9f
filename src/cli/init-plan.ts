// Which files a campaign comes to: those of a roster's teams, or of the teams whose earlier attestations lie in a folder.
import {
  type EarlierOnes,
  mustRead,
  type Roster,
  readRoster,
  rosterFile,
  rosterModels,
  startFile,
} from '../index.ts';
import { Failure } from '../problem.ts';
import type { World } from './world.ts';

export type Planned = {
  readonly team: string;
  readonly system: string;
  /** The file to write. */
  readonly to: string;
  /** Makes it from nothing. */
  readonly start: () => Promise<{ readonly text: string; readonly duties: number }>;
};

/** In the roster's order. Throws `input-missing`, or `input-invalid` with all that is wrong with the roster. */
export const rosterPlan = async (
  path: string,
  out: string,
  period: string,
  world: World,
): Promise<readonly Planned[]> => {
  const file = await world.shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no roster ${path}.`, 'Check the path.');
  const roster = mustRead(readRoster(file));
  await refuseMissing(roster, path, world);
  const find = rosterModels(world.shelf, path);
  return roster.teams.map((one) => {
    const to = world.shelf.beside(`${out}/x`, rosterFile(roster, one, period));
    const schema = world.schemaPath('attestation', to);
    const starting = { roster, rosterPath: path, to, period, schema, find, pathFrom: world.pathFrom };
    return {
      team: one.team.id,
      system: one.system.id,
      to,
      start: () => startFile(world.shelf, one, starting),
    };
  });
};

/** A slip in one path would otherwise make files that cannot be judged, one for every team. */
const refuseMissing = async ({ defaults, teams }: Roster, path: string, world: World): Promise<void> => {
  const named = [defaults, ...teams].flatMap(({ policy, assurance }) => [policy, assurance]);
  for (const one of new Set(named)) {
    if (one === undefined || (await world.shelf.read(world.shelf.beside(path, one))) !== null) continue;
    throw new Failure(
      'input-missing',
      `${path} names ${one}, and there is no such file.`,
      'Correct the path; all paths are from the roster.',
    );
  }
};

/** By team and system; each file keeps its place below the folder. */
export const folderPlan = (
  { found }: EarlierOnes,
  from: string,
  out: string,
  world: World,
): readonly Planned[] =>
  [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, [first]]) => {
      if (first === undefined) return [];
      const place = world.pathFrom(`${from}/x`, first.path);
      // A folder of all periods has one for each, and the new one is named by `out` already.
      const below = place.startsWith(`${first.span.label}/`)
        ? place.slice(first.span.label.length + 1)
        : place;
      const [team = '', system = ''] = name.split('.');
      return [{ team, system, to: world.shelf.beside(`${out}/x`, below), start: () => nothingBefore(name) }];
    });

const nothingBefore = (name: string): Promise<never> =>
  Promise.reject(new Failure('bug', `${name} has nothing to be rolled forward.`, 'Please report this.'));
