// Provider duties that every report on the service carves out.
import type { Rule } from '../rule.ts';
import { providerObservations } from '../provider-half.ts';

export const assuranceCarveOut: Rule = {
  id: 'assurance-carve-out',
  title: 'Carved out of the reports',
  why: 'What a report carves out it says nothing about.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['carved-out'], ({ service, many, by }) => ({
      sentence: `${many} of ${service} are not covered: ${by} carves them out.`,
      fix: 'Obtain assurance from whoever performs what is carved out.',
    })),
};
