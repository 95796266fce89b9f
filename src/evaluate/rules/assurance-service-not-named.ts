// Provider duties of a service that no report names.
import type { Rule } from '../rule.ts';
import { providerObservations } from '../provider-half.ts';

export const assuranceServiceNotNamed: Rule = {
  id: 'assurance-service-not-named',
  title: 'Service not in any report',
  why: 'A report covers the services it names and no others.',
  severity: 'high',
  check: (scene) =>
    providerObservations(scene, ['service-not-named'], ({ service, many }) => ({
      sentence: `${many} of ${service} are not covered: no report names the service.`,
      fix: 'Obtain a report that names this service.',
    })),
};
