// init: a new attestation, every duty with its text and no answers.
import { type Model, newAttestation } from '../../index.ts';
import { Failure } from '../../problem.ts';
import type { Args, Command } from '../contract.ts';
import { type GivenModel, givenModel } from '../given-model.ts';
import { neutral } from '../neutral.ts';
import { counted } from '../wrap.ts';

export const init: Command = {
  name: 'init',
  operands: 'MODEL…',
  atLeast: 1,
  atMost: Number.POSITIVE_INFINITY,
  says: 'Start an attestation: every duty of the customer with its text. Then answer them in the file.',
  more: [
    'MODEL is the id of a model, in models/ beside the new file or bundled with countersign, or the path of a model file. A file that exists is never overwritten.',
    'What the new file says in its comments is all a team needs to fill it in.',
  ],
  options: [
    { kind: 'text', name: 'team', takes: 'ID', says: 'The team that answers, like payments. Needed.' },
    {
      kind: 'text',
      name: 'period',
      takes: 'PERIOD',
      says: 'What it answers for: 2026-Q3, 2026-08 or 2026. Needed.',
    },
    {
      kind: 'text',
      name: 'system',
      takes: 'ID',
      says: "The system it answers for; the team's id unless said otherwise.",
    },
    {
      kind: 'text',
      name: 'out',
      short: 'o',
      takes: 'FILE',
      says: 'The file to write; TEAM.attestation.yaml unless said otherwise.',
    },
  ],
  example: 'init ibm-code-engine --team payments --system checkout --period 2026-Q3',
  run: async (args, world, terminal) => {
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
    const duties = models.reduce((sum, { model }) => sum + dutiesIn(model), 0);
    terminal.say([
      { text: neutral(`${path}: ${counted(duties, 'duty', 'duties')} to answer.`), tone: 'good' },
      { text: `Answer them in the file, then run: countersign lock ${neutral(path)}` },
    ]);
    return { code: 0, document: { attestation: path, team, period, duties } };
  },
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

const uniqueById = (models: readonly GivenModel[]): readonly GivenModel[] => {
  const ids = models.map(({ model }) => model.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new Failure('usage', `The model ${twice} is given twice.`, 'Give each model once.');
  return models;
};

const dutiesIn = (model: Model): number =>
  model.areas.flatMap(({ resources }) => resources.flatMap(({ customer }) => customer)).length;
