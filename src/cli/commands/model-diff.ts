// model diff: what it takes and what the help says of it. `runs/model-diff.ts` does it.
import type { Command } from '../contract.ts';

export const modelDiff: Command = {
  name: 'model diff',
  operands: 'OLD NEW',
  atLeast: 2,
  atMost: 2,
  says: 'See what a provider changed from one revision of its page to another, duty by duty and word by word.',
  more: [
    'OLD and NEW are models: the path of a model file, the id of a model in models/ here or bundled with countersign, or ID@DAY where there are several revisions of it.',
    'Added, removed, reworded and moved duties are material, and so are areas whose introduction gives something else to somebody, and resources that are given to somebody else without a duty that shows it. Markup, names, case and punctuation are editorial. What goes is shown as [-out-], what comes as {+in+}.',
    'An id is the same duty in both where NEW was imported with --previous OLD. Where the two were imported apart, duties are matched by what they say, and shown by the ids of NEW, removed ones by those of OLD.',
    'The exit code is 1 when something material changed.',
  ],
  options: [],
  example: 'model diff models/last.model.yaml ibm-code-engine',
  run: async (...given) => (await import('../runs/model-diff.ts')).run(...given),
};
