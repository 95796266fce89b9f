// What an import may be given beside the page: the model whose ids it carries over, and more names.
import { joinNames, type Model, mustRead, type Names, readNamed, readNames } from '../index.ts';
import { Failure } from '../problem.ts';
import type { World } from './world.ts';

/** Throws `input-missing` or `input-invalid`. */
export const previousModel = async (path: string, world: World): Promise<Model> =>
  (await readNamed(world.shelf, path)).model;

/** Those of the file at `path` go before `base`. Throws `input-missing` or `input-invalid`. */
export const joinedNames = async (base: Names, path: string, world: World): Promise<Names> => {
  const file = await world.shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no names file ${path}.`, 'Check the path.');
  return joinNames(base, mustRead(readNames(file)));
};
