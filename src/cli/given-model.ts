// The operand MODEL: the path of a model file, or the id of a model in `models/` or bundled.
import { findModel, type Model, readNamed } from '../index.ts';
import { Failure } from '../problem.ts';
import type { World } from './world.ts';

/** `file` is the path from `beside` to the file, where one was given. */
export type GivenModel = { readonly model: Model; readonly file: string | null };

/**
 * A word with a slash or a file ending is a path; an id is looked for in `models/` next to `beside`, then among the bundled ones. `ID@DAY` is
 * the revision of that day and no other, `ID` the newest.
 */
export const givenModel = async (operand: string, beside: string, world: World): Promise<GivenModel> => {
  if (/\.(md|markdown|html?)$/i.test(operand))
    throw new Failure(
      'usage',
      `${operand} is a page, not a model.`,
      `Read it into a model first: countersign model import ${operand} -o FILE`,
    );
  if (!/[/\\]|\.ya?ml$/i.test(operand))
    return { model: await modelCalled(operand, beside, world), file: null };
  const { model } = await readNamed(world.shelf, operand);
  return { model, file: world.pathFrom(beside, operand) };
};

const modelCalled = async (operand: string, beside: string, world: World): Promise<Model> => {
  const [id = '', revision] = operand.split('@', 2);
  const { model } = await findModel(world.shelf, beside, { id, revision });
  if (revision !== undefined && model.revision !== revision)
    throw new Failure(
      'model-not-found',
      `There is no model ${id} of ${revision}; the newest there is of ${model.revision}.`,
      'Give the path of its file, or import that revision of the page into models/.',
    );
  return model;
};
