// Provider duties that only a bridge letter beyond the policy’s limit would cover.
import type { Rule } from '../rule.ts';
import { providerObservations } from '../provider-half.ts';

export const bridgeTooLong: Rule = {
  id: 'bridge-too-long',
  title: 'Bridge letter reaches too far',
  why: 'A bridge letter is the provider’s own word, and worth little long after the report it extends.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['bridge-too-long'], ({ service, many, by }) => ({
      sentence: `${many} of ${service} are not covered: a bridge letter among ${by} reaches more than ${scene.inputs.policy.thresholds['bridge-longest']} beyond its report.`,
      fix: 'Obtain the next report.',
    })),
};
