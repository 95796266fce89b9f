// Provider duties that every report on the service carves out.

import { providerObservations } from '../provider-half.ts';
import type { Rule } from '../rule.ts';
import { listed } from '../say.ts';

export const assuranceCarveOut: Rule = {
  id: 'assurance-carve-out',
  title: 'Carved out of the reports',
  why: 'What a report carves out it says nothing about.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['carved-out'], ({ head, reports }) => ({
      refs: reports.map(({ id }) => id),
      sentence: `${head} not covered, being carved out of ${listed(reports.map(({ id }) => id))}.`,
      fix: 'Obtain assurance from whoever performs what is carved out.',
    })),
};
