// Provider duties whose best report is qualified, adverse or a disclaimer.

import type { AssuranceState } from '../../model/evaluation.ts';
import { providerObservations } from '../provider-half.ts';
import type { Rule } from '../rule.ts';
import { listed } from '../say.ts';

export const assuranceQualified: Rule = {
  id: 'assurance-qualified',
  title: 'Opinion not unqualified',
  why: 'The issuer found that something did not hold.',
  severity: 'moderate',
  check: (scene) =>
    providerObservations(scene, ['qualified', 'opinion-adverse'], ({ head, reports }) => ({
      refs: reports.map(({ id }) => id),
      sentence: `${head} covered in part at most: ${listed(reports.map(opinionOf))}.`,
      fix: 'Read what the issuer found and weigh what it means for this system.',
    })),
};

const opinionOf = ({ id, item }: AssuranceState): string => `the opinion of ${id} is “${item.opinion}”`;
