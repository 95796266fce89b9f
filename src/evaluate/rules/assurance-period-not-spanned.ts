// Provider duties whose best report leaves days of the window open.
import type { AssuranceState } from '../../model/evaluation.ts';
import { providerObservations } from '../provider-half.ts';
import type { Rule } from '../rule.ts';
import { listed } from '../say.ts';
import type { Scene } from '../scene.ts';

export const assurancePeriodNotSpanned: Rule = {
  id: 'assurance-period-not-spanned',
  title: 'Reports leave days open',
  why: 'A report says nothing about days it does not cover.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['period-not-spanned'], ({ head, reports }) => ({
      refs: reports.map(({ id }) => id),
      sentence: `${head} not covered: ${listed(reports.map((report) => leavesOpen(scene, report)))}.`,
      fix: 'Obtain the next report, or a bridge letter for the days in between.',
    })),
};

const leavesOpen = ({ span }: Scene, { id, days }: AssuranceState): string =>
  `${id} leaves ${days.open} of ${days.of} days of ${span.label} open`;
