// model diff: what changed from one model to another, for people or as one document.
import { diffModels } from '../../index.ts';
import type { Command } from '../contract.ts';
import { givenModel } from '../given-model.ts';
import { modelDiffLines } from '../model-diff-text.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const [old = '', fresh = ''] = args.operands;
  const before = await givenModel(old, '.', world);
  const after = await givenModel(fresh, '.', world);
  const diff = diffModels(before.model, after.model);
  terminal.say(modelDiffLines(diff));
  return { code: diff.material > 0 ? 1 : 0, document: diff };
};
