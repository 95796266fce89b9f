// Explains line 8 of the table.

import { testsOf } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { counted } from '../say.ts';

export const testDeviationAnswered: Rule = {
  id: 'test-deviation-answered',
  title: 'Deviations found by a test',
  why: 'Even with a response, the control failed in the cases named.',
  severity: 'low',
  check: (scene) =>
    scene.answered.flatMap(({ id, name, own }) =>
      testsOf(own).flatMap((test) => {
        const met = test.deviations.filter(({ response }) => response !== undefined);
        if (met.length === 0) return [];
        const sentence = `${name}: the test of ${test.on} found ${counted(met.length, 'deviation', 'deviations')} with a response.`;
        return [{ duties: [id], refs: [], sentence, fix: 'See that the responses hold, and test again.' }];
      }),
    ),
};
