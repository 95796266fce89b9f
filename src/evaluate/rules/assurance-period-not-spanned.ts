// Provider duties whose best report leaves days of the window open.
import type { Rule } from '../rule.ts';
import { providerObservations } from '../provider-half.ts';

export const assurancePeriodNotSpanned: Rule = {
  id: 'assurance-period-not-spanned',
  title: 'Reports leave days open',
  why: 'A report says nothing about days it does not cover.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['period-not-spanned'], ({ service, many, by }) => ({
      sentence: `${many} of ${service} are not covered: ${by} leave days of ${scene.span.label} open.`,
      fix: 'Obtain the next report, or a bridge letter for the days in between.',
    })),
};
