// model show: a provider's model for people to read, or in its file's own shape for programs.

import { lintModel, modelsAtHand } from '../../index.ts';
import type { Command } from '../contract.ts';
import { givenModel } from '../given-model.ts';
import { findingLines } from '../import-text.ts';
import { modelLines } from '../model-text.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const { model } = await givenModel(args.operands[0] ?? '', '.', world);
  const findings = lintModel(model, await modelsAtHand(world.shelf, '.'));
  terminal.say([...modelLines(model), ...findingLines(findings)]);
  return { code: 0, document: model };
};
