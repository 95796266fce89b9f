// Resources that the page lists and gives to nobody: both halves are missing.
import { quoted } from '../plain.ts';
import { type Lint, resourcesOf } from './rule.ts';

export const halvesMissing: Lint = {
  rule: 'halves-missing',
  find: ({ model }) =>
    resourcesOf(model)
      .filter(({ resource }) => resource.allocation === 'none' && resource.raci === undefined)
      .map(({ resource: { code, line, title } }) => ({
        rule: 'halves-missing',
        line,
        sentence: `${quoted(title)} has duties of neither the provider nor the customer.`,
        refs: [code],
      })),
};
