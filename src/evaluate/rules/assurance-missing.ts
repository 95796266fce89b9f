// Provider duties for which there is no assurance file at all.

import { providerObservations } from '../provider-half.ts';
import type { Rule } from '../rule.ts';

export const assuranceMissing: Rule = {
  id: 'assurance-missing',
  title: 'No assurance for the provider’s half',
  why: 'Nobody but the provider says that it meets its duties.',
  severity: 'high',
  check: (scene) =>
    providerObservations(scene, ['no-assurance'], ({ head }) => ({
      refs: [],
      sentence: `${head} not covered: there is no assurance file.`,
      fix: 'Obtain the provider’s report and list it in an assurance file.',
    })),
};
