// model import: a provider's page becomes a model file.
import {
  importPage,
  isId,
  joinNames,
  type Model,
  mustRead,
  type Names,
  readNamed,
  readNames,
  writeModelYaml,
} from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { countsOf } from '../model-text.ts';
import { neutral } from '../neutral.ts';
import { dayOption } from '../options.ts';
import { diagnosticLines } from '../problem-text.ts';
import type { World } from '../world.ts';

export const modelImport: Command = {
  name: 'model import',
  operands: 'SOURCE',
  atLeast: 1,
  atMost: 1,
  says: "Read a provider's shared-responsibility page into a model: areas, resources and duties, each with an id.",
  more: [
    'SOURCE is the page as the provider publishes it, in Markdown. What cannot be read into the model is named with its line, never dropped in silence. Without --out the model is printed.',
    'Ids stay for good: give --previous with the last model of the same page, and duties that are still there keep their ids, new ones get the next free number, and removed ones are retired.',
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
    { kind: 'text', name: 'revision', takes: 'DAY', says: "The page's date, where the page gives none." },
  ],
  example: 'model import code-engine.md -o models/ibm-code-engine.model.yaml',
  run: async (args, world, terminal) => {
    const path = args.operands[0] ?? '';
    const page = await world.shelf.read(path);
    if (page === null) throw new Failure('input-missing', `There is no page ${path}.`, 'Check the path.');
    const previous = args.text('previous');
    const reading = importPage(page, {
      id: idOf(args),
      names: await namesFor(args, world),
      previous: previous === null ? null : (await readNamed(world.shelf, previous)).model,
      revision: dayOption(args, 'revision'),
    });
    const model = mustRead(reading);
    refuseOtherDay(model, dayOption(args, 'revision'));
    terminal.complain(reading.diagnostics.flatMap(diagnosticLines));
    const out = args.text('out');
    if (out === null) terminal.say([{ text: writeModelYaml(model).trimEnd() }]);
    else {
      await write(out, model, previous, world);
      terminal.say([
        {
          text: neutral(`${out}: ${model.title}, page of ${model.revision}: ${countsOf(model)}`),
          tone: 'good',
        },
      ]);
    }
    return { code: 0, document: model };
  },
};

/** The page's own date is a fact of the provider's, and not for us to change. */
const refuseOtherDay = ({ revision }: Model, day: string | null): void => {
  if (day !== null && day !== revision)
    throw new Failure('usage', `The page is of ${revision}, not of ${day}.`, 'Leave --revision out.');
};

const idOf = (args: Args): string | null => {
  const id = args.text('id');
  if (id !== null && !isId(id))
    throw new Failure(
      'usage',
      `--id ${id} must be lower-case letters, digits and hyphens.`,
      'Take one like ibm-code-engine.',
    );
  return id;
};

const namesFor = async (args: Args, world: World): Promise<Names> => {
  const bundled = mustRead(readNames(await world.bundledNames()));
  const path = args.text('names');
  if (path === null) return bundled;
  const file = await world.shelf.read(path);
  if (file === null) throw new Failure('input-missing', `There is no names file ${path}.`, 'Check the path.');
  return joinNames(bundled, mustRead(readNames(file)));
};

/** A model that is there may have given ids to answers; only one that carries them over may take its place. */
const write = async (out: string, model: Model, previous: string | null, world: World): Promise<void> => {
  const text = writeModelYaml(model, world.schemaPath('model', out));
  if (previous === out) return world.writeFile(out, text);
  return world.writeNewFile(
    out,
    text,
    `Give it as --previous ${out} too, and its ids are carried over; or name another with -o.`,
  );
};
