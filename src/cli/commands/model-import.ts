// model import: what it takes and what the help says of it. `runs/model-import.ts` does it.
import type { Command } from '../contract.ts';

export const modelImport: Command = {
  name: 'model import',
  operands: 'SOURCE',
  atLeast: 1,
  atMost: 1,
  says: "Read a provider's shared-responsibility page into a model: areas, resources and duties, each with an id.",
  more: [
    'SOURCE is the page as the provider publishes it, in Markdown, HTML or AsciiDoc. Every row and item of it is a duty, or is named with its line and why it is none. Without --out the model is printed; --json prints the model and a report with every text that was left out.',
    'Ids stay for good: give --previous with the last model of the same page, and duties that are still there keep their ids, reworded ones too where they are clearly the same (see docs/model.md), new ones get the next free number, and removed ones are retired.',
  ],
  options: [
    { kind: 'text', name: 'out', short: 'o', takes: 'FILE', says: 'The model file to write.' },
    {
      kind: 'text',
      name: 'id',
      takes: 'ID',
      says: "The model's id, where the page's own title would give another.",
    },
    {
      kind: 'text',
      name: 'previous',
      takes: 'MODEL',
      says: 'The model file whose ids are carried over. It may be the one to write.',
    },
    {
      kind: 'text',
      name: 'names',
      takes: 'FILE',
      says: 'Names behind the keys of the page, before the ones that come with countersign.',
    },
    {
      kind: 'text',
      name: 'revision',
      takes: 'DAY',
      says: "The page's date, where the page gives none. Without it, today's.",
    },
  ],
  example: 'model import code-engine.md -o models/ibm-code-engine.model.yaml',
  run: async (...given) => (await import('../runs/model-import.ts')).run(...given),
};
