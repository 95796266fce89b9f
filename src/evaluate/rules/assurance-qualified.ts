// Provider duties whose best report is qualified, adverse or a disclaimer.
import type { Rule } from '../rule.ts';
import { providerObservations } from '../provider-half.ts';

export const assuranceQualified: Rule = {
  id: 'assurance-qualified',
  title: 'Opinion not unqualified',
  why: 'The issuer found that something did not hold.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['qualified', 'opinion-adverse'], ({ service, many, by }) => ({
      sentence: `${many} of ${service} rest on ${by}, whose opinion is not unqualified.`,
      fix: 'Read what the issuer found and weigh what it means for this system.',
    })),
};
