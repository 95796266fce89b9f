// model show: what it takes and what the help says of it. `runs/model-show.ts` does it.
import type { Command } from '../contract.ts';

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
  run: async (...given) => (await import('../runs/model-show.ts')).run(...given),
};
