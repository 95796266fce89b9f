// Provider duties that only a bridge letter beyond the policy’s limit would cover.

import { providerObservations } from '../provider-half.ts';
import type { Rule } from '../rule.ts';
import { counted, listed } from '../say.ts';

export const bridgeTooLong: Rule = {
  id: 'bridge-too-long',
  title: 'Bridge letter reaches too far',
  why: 'A bridge letter is the provider’s own word, and worth little long after the report it extends.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['bridge-too-long'], ({ head, reports }) => {
      const letters = reports.flatMap(({ id, bridges }) =>
        bridges.filter(({ tooLong }) => tooLong).map((bridge) => ({ ...bridge, report: id })),
      );
      const reaches = letters.map(
        ({ id, days, report }) => `${id} reaches ${counted(days, 'day', 'days')} beyond ${report}`,
      );
      const longest = scene.inputs.policy.thresholds['bridge-longest'];
      return {
        refs: letters.flatMap(({ id, report }) => [id, report]),
        sentence: `${head} not covered: ${listed(reaches)}, and the policy allows ${longest}.`,
        fix: 'Obtain the next report.',
      };
    }),
};
