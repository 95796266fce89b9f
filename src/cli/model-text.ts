// A model for people: areas, resources and duties in the order of the provider's page.
import type { Delegate, Model, Resource } from '../index.ts';
import { neutral } from './neutral.ts';
import type { Line } from './terminal.ts';
import { counted, wrap } from './wrap.ts';

export const modelLines = (model: Model): readonly Line[] => [
  { text: neutral(`${model.title} (${model.id})`), tone: 'heading' },
  {
    text: neutral(
      `${model.provider.name}, page of ${model.revision}, ${model.text === 'verbatim' ? 'in its own words' : 'in our words'}`,
    ),
  },
  {
    text: neutral(
      `Original: ${model.source.title}${model.source.url === undefined ? '' : `, ${model.source.url}`}`,
    ),
  },
  ...model.delegates.map((edge) => edgeLine(edge, 2)),
  ...model.areas.flatMap((area) => [
    { text: '' },
    { text: neutral(`${area.code}  ${area.title} (${area.allocation})`), tone: 'heading' as const },
    ...area.delegates.map((edge) => edgeLine(edge, 2)),
    ...area.resources.flatMap(resourceLines),
  ]),
  { text: '' },
  { text: countsOf(model) },
];

const resourceLines = (resource: Resource): readonly Line[] => [
  { text: neutral(`  ${resource.code}  ${resource.title} (${resource.allocation})`) },
  ...(['provider', 'customer'] as const).flatMap((party) =>
    resource[party].flatMap(({ id, line, text }) =>
      wrap(neutral(`${id} ${party}, line ${line}: ${text}`), 6).map((wrapped, index) => ({
        text: index === 0 ? wrapped : `  ${wrapped}`,
      })),
    ),
  ),
  ...resource.delegates.map((edge) => edgeLine(edge, 6)),
];

/** What the page leaves to another service. */
const edgeLine = ({ to, note }: Delegate, indent: number): Line => ({
  text: neutral(`${' '.repeat(indent)}→ ${to}: ${note}`),
  tone: 'faint',
});

/** `5 areas, 9 resources, …` */
export const countsOf = ({ areas }: Model): string => {
  const resources = areas.flatMap((area) => area.resources);
  const count = (party: 'provider' | 'customer'): number =>
    resources.flatMap((resource) => resource[party]).length;
  return `${counted(areas.length, 'area', 'areas')}, ${counted(resources.length, 'resource', 'resources')}, ${counted(count('provider'), 'duty', 'duties')} of the provider, ${count('customer')} of the customer.`;
};
