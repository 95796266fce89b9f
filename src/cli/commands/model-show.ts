// model show: a provider's model for people to read, or in its file's own shape for programs.
import type { Command } from '../contract.ts';
import { givenModel } from '../given-model.ts';
import { modelLines } from '../model-text.ts';

export const modelShow: Command = {
  name: 'model show',
  operands: 'MODEL',
  atLeast: 1,
  atMost: 1,
  says: "Look at a model: who holds what, duty by duty, with the line of the provider's page.",
  more: [
    'MODEL is the id of a model, in models/ here or bundled with countersign, or the path of a model file.',
  ],
  options: [],
  example: 'model show ibm-code-engine',
  run: async (args, world, terminal) => {
    const { model } = await givenModel(args.operands[0] ?? '', '.', world);
    terminal.say(modelLines(model));
    return { code: 0, document: model };
  },
};
