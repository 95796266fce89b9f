// Explains line 7 of the table; needs both numbers.

import { testsOf } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const testSampleTooLarge: Rule = {
  id: 'test-sample-too-large',
  title: 'Sample larger than its population',
  why: 'A test whose numbers cannot be right proves nothing.',
  severity: 'high',
  check: (scene) =>
    scene.answered.flatMap(({ id, name, own }) =>
      testsOf(own).flatMap(({ on, sample, population }) => {
        if (sample === undefined || population === undefined || sample <= population) return [];
        const sentence = `${name}: the test of ${on} took a sample of ${sample} from a population of ${population}.`;
        return [{ duties: [id], refs: [], sentence, fix: 'Correct the sample or the population.' }];
      }),
    ),
};
