// init: which of its ways is meant, and the plain one: one new attestation of the models given.
import { customerDuties, newAttestation } from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { type GivenModel, givenModel } from '../given-model.ts';
import { startCampaign } from '../init-campaign.ts';
import { rollOne } from '../init-roll.ts';
import { neutral } from '../neutral.ts';
import { counted } from '../wrap.ts';

export const run: Command['run'] = async (args, world, terminal) => {
  const [roster, from] = [args.text('roster'), args.text('from')];
  if (roster === null && from === null) return startOne(args, world, terminal);
  refuseBesides(args, roster === null ? '--from' : '--roster');
  const period = needed(args, 'period', 'PERIOD');
  const paths = from === null ? null : await world.attestations([from]);
  const single = roster === null && from !== null && paths?.length === 1 && paths[0] === from;
  const asked = { period, from, roster, out: args.text('out'), paths: paths ?? [] };
  return single ? rollOne(from, asked, world, terminal) : startCampaign(asked, world, terminal);
};

const startOne: Command['run'] = async (args, world, terminal) => {
  if (args.operands.length === 0)
    throw new Failure(
      'usage',
      'init needs a MODEL, or --from or --roster in its place.',
      'Write the id of a model, like ibm-code-engine; see countersign init --help.',
    );
  const team = needed(args, 'team', 'ID');
  const period = needed(args, 'period', 'PERIOD');
  const path = args.text('out') ?? `${team}.attestation.yaml`;
  const models = await Promise.all(args.operands.map((operand) => givenModel(operand, path, world)));
  const text = newAttestation({
    team,
    system: args.text('system') ?? team,
    period,
    models: uniqueById(models),
    schema: world.schemaPath('attestation', path),
  });
  await world.writeNewFile(path, text, 'Name another with -o.');
  const duties = models.reduce((sum, { model }) => sum + customerDuties(model), 0);
  terminal.say([
    { text: neutral(`${path}: ${counted(duties, 'duty', 'duties')} to answer.`), tone: 'good' },
    { text: `Answer them in the file, then run: countersign lock ${neutral(path)}` },
  ]);
  return { code: 0, document: { attestation: path, team, period, duties } };
};

const needed = (args: Args, option: string, takes: string): string => {
  const value = args.text(option);
  if (value === null)
    throw new Failure(
      'usage',
      `init needs --${option}.`,
      `Write --${option} ${takes}; see countersign init --help.`,
    );
  return value;
};

/** Teams, systems and models are what the files say. */
const refuseBesides = (args: Args, option: string): void => {
  const [model] = args.operands;
  const beside = model ?? ['team', 'system'].find((one) => args.text(one) !== null);
  if (beside === undefined) return;
  const word = model === undefined ? `--${beside}` : `the model ${beside}`;
  throw new Failure(
    'usage',
    `With ${option}, ${word} is not needed: ${option === '--from' ? 'the attestation before' : 'the roster'} says it.`,
    'Leave it out.',
  );
};

const uniqueById = (models: readonly GivenModel[]): readonly GivenModel[] => {
  const ids = models.map(({ model }) => model.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new Failure('usage', `The model ${twice} is given twice.`, 'Give each model once.');
  return models;
};
