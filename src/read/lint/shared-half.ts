// Shared, says the page, and lists duties of one party alone: an area whose introduction shares it, or a resource that has duties and is marked as shared.
import { PARTIES, type Party } from '../../model/party.ts';
import { quoted } from '../plain.ts';
import type { Lint, LintScene } from './rule.ts';

const OTHER: Readonly<Record<Party, Party>> = { provider: 'customer', customer: 'provider' };

export const sharedHalf: Lint = {
  rule: 'shared-half',
  find: ({ model }: LintScene) =>
    model.areas.flatMap(({ code, line, title, scope, resources }) => {
      const held = PARTIES.filter((party) => resources.some((one) => one[party].length > 0));
      const [only] = held;
      if (held.length !== 1 || only === undefined || scope?.shared === undefined) return [];
      return [
        {
          rule: 'shared-half',
          line,
          sentence: `The introduction of ${quoted(title)} says that it is shared, and no duty of the ${OTHER[only]} stands below it.`,
          refs: [code],
        },
      ];
    }),
};
