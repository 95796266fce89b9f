// model show: a provider's model for people to read, or in its file's own shape for programs.
import type { Command } from '../contract.ts';
import { givenModel } from '../given-model.ts';
import { modelLines } from '../model-text.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const { model } = await givenModel(args.operands[0] ?? '', '.', world);
  terminal.say(modelLines(model));
  return { code: 0, document: model };
};
