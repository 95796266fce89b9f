// Explains line 7 of the table.

import { testsOf } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { listed, quoted } from '../say.ts';

export const testDeviationUnanswered: Rule = {
  id: 'test-deviation-unanswered',
  title: 'Deviation without a response',
  why: 'A deviation that nobody has answered stands against the duty.',
  severity: 'high',
  check: (scene) =>
    scene.answered.flatMap(({ id, name, own }) =>
      testsOf(own).flatMap((test) => {
        const open = test.deviations
          .filter(({ response }) => response === undefined)
          .map(({ what }) => quoted(what));
        if (open.length === 0) return [];
        const sentence = `${name}: the test of ${test.on} found ${listed(open)}, and nobody has responded.`;
        return [{ duties: [id], refs: [], sentence, fix: 'Say what was done about each deviation.' }];
      }),
    ),
};
