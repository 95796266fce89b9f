// Explains line 7 of the table: a test is done by somebody other than the owner.

import { testsOf } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { personSaid } from '../say.ts';

export const testByOwner: Rule = {
  id: 'test-by-owner',
  title: 'Tested by the owner',
  why: 'Nobody checks their own answer.',
  severity: 'high',
  check: (scene) =>
    scene.answered.flatMap(({ id, name, own }) =>
      testsOf(own).flatMap(({ on, by }) => {
        if (by !== own?.owner) return [];
        const sentence = `${name}: the test of ${on} was done by its own owner, ${personSaid(scene, by)}.`;
        return [{ duties: [id], refs: [by], sentence, fix: 'Have somebody else test it.' }];
      }),
    ),
};
