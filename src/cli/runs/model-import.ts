// model import: a provider's page becomes a model file.
import { importPage, isId, type Model, modelsAtHand, modelYaml, mustRead, type Names } from '../../index.ts';
import { BUNDLED_NAMES } from '../../io/bundled-names.ts';
import { growHeapLeast } from '../../io/heap.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { importLines } from '../import-text.ts';
import { countsOf } from '../model-text.ts';
import { neutral } from '../neutral.ts';
import { dayOption } from '../option-values.ts';
import { diagnosticLines } from '../problem-text.ts';
import type { World } from '../world.ts';

/** Bytes of a page that is larger than any that providers publish. */
const LARGE = 2_000_000;

export const run: Command['run'] = async (args, world, terminal) => {
  const path = args.operands[0] ?? '';
  const page = await world.shelf.read(path);
  if (page === null) throw noPage(path);
  if (page.bytes.length > LARGE) growHeapLeast();
  const previous = args.text('previous');
  const reading = importPage(page, {
    id: idOf(args),
    names: await namesFor(args, world),
    previous: previous === null ? null : await (await besides()).previousModel(previous, world),
    providerGiven: args.text('names') !== null,
    revision: dayOption(args, 'revision'),
    readOn: world.today(),
    known: await modelsAtHand(world.shelf, '.'),
  });
  const model = mustRead(reading);
  refuseOtherDay(model, dayOption(args, 'revision'));
  terminal.complain(reading.diagnostics.flatMap(diagnosticLines));
  const out = args.text('out');
  const { report } = reading;
  // Without a file the model itself goes to standard output, where nothing may stand between its lines.
  if (out === null) terminal.say([{ text: (await modelYaml(model)).trimEnd() }]);
  else {
    await write(out, model, previous, world);
    terminal.say([
      {
        text: neutral(`${out}: ${model.title}, page of ${model.revision}: ${countsOf(model)}`),
        tone: 'good',
      },
      ...(report === null ? [] : importLines(report)),
    ]);
  }
  return { code: 0, document: { model, report } };
};

const noPage = (path: string): Failure =>
  /^https?:\/\//i.test(path)
    ? new Failure(
        'usage',
        `${path} is an address, and no page is loaded from the network here.`,
        'Save the page or its source, and give the file.',
      )
    : new Failure('input-missing', `There is no page ${path}.`, 'Check the path.');

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
  const path = args.text('names');
  return path === null ? BUNDLED_NAMES : (await besides()).joinedNames(BUNDLED_NAMES, path, world);
};

/** Most imports are given nothing beside the page, and do without what reads it. */
const besides = (): Promise<typeof import('../import-besides.ts')> => import('../import-besides.ts');

/** A model that is there may have given ids to answers; only one that carries them over may take its place. */
const write = async (out: string, model: Model, previous: string | null, world: World): Promise<void> => {
  const text = await modelYaml(model, world.schemaPath('model', out));
  if (previous === out) return world.writeFile(out, text);
  return world.writeNewFile(
    out,
    text,
    `Give it as --previous ${out} too, and its ids are carried over; or name another with -o.`,
  );
};
