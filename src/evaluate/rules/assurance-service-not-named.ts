// Provider duties of a service that no report names.

import { providerObservations } from '../provider-half.ts';
import type { Rule } from '../rule.ts';

export const assuranceServiceNotNamed: Rule = {
  id: 'assurance-service-not-named',
  title: 'Service not in any report',
  why: 'A report covers the services it names and no others.',
  severity: 'high',
  check: (scene) =>
    providerObservations(scene, ['service-not-named'], ({ head }) => ({
      refs: [],
      sentence: `${head} not covered: no report names the service.`,
      fix: 'Obtain a report that names this service.',
    })),
};
