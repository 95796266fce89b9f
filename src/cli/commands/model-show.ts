// model show: a provider's model for people to read, or in its file's own shape for programs.
import { findModel, type Model, type Resource, readNamed } from '../../index.ts';
import type { Command } from '../contract.ts';
import { neutral } from '../neutral.ts';
import type { Line } from '../terminal.ts';
import { wrap } from '../wrap.ts';

export const modelShow: Command = {
  name: 'model show',
  operands: 'MODEL',
  atLeast: 1,
  atMost: 1,
  says: "Look at a model: who holds what, duty by duty, with the line of the provider's page.",
  more: ['MODEL is the id of a model, in models/ here or bundled with countersign, or the path of a model file.'],
  options: [],
  example: 'model show ibm-code-engine',
  run: async (args, world, terminal) => {
    const operand = args.operands[0] ?? '';
    const isPath = /[/\\]|\.ya?ml$/i.test(operand);
    const { model } = isPath ? await readNamed(world.shelf, operand) : await findModel(world.shelf, '.', { id: operand });
    terminal.say(modelLines(model));
    return { code: 0, document: model };
  },
};

const modelLines = (model: Model): readonly Line[] => [
  { text: neutral(`${model.title} (${model.id})`), tone: 'heading' },
  { text: neutral(`${model.provider.name}, page of ${model.revision}, ${model.text === 'verbatim' ? 'in its own words' : 'in our words'}`) },
  { text: neutral(`Original: ${model.source.title}${model.source.url === undefined ? '' : `, ${model.source.url}`}`) },
  ...model.areas.flatMap((area) => [
    { text: '' },
    { text: neutral(`${area.code}  ${area.title} (${area.allocation})`), tone: 'heading' as const },
    ...area.resources.flatMap(resourceLines),
  ]),
  { text: '' },
  { text: countsOf(model) },
];

const resourceLines = (resource: Resource): readonly Line[] => [
  { text: neutral(`  ${resource.code}  ${resource.title} (${resource.allocation})`) },
  ...(['provider', 'customer'] as const).flatMap((party) =>
    resource[party].flatMap(({ id, line, text }) =>
      wrap(neutral(`${id} ${party}, line ${line}: ${text}`), 6).map((wrapped, index) => ({ text: index === 0 ? wrapped : `  ${wrapped}` })),
    ),
  ),
  ...resource.delegates.map(({ to, note }) => ({ text: neutral(`      → ${to}: ${note}`), tone: 'faint' as const })),
];

const countsOf = ({ areas }: Model): string => {
  const resources = areas.flatMap((area) => area.resources);
  const count = (party: 'provider' | 'customer'): number => resources.flatMap((resource) => resource[party]).length;
  return `${areas.length} areas, ${resources.length} resources, ${count('provider')} duties of the provider, ${count('customer')} of the customer.`;
};
