// Explains line 8 of the table: an exception for one instance that is worse than the whole.

import { worseInstances } from '../answer.ts';
import type { Rule } from '../rule.ts';
import { listed } from '../say.ts';

export const instanceWorse: Rule = {
  id: 'instance-worse',
  title: 'An instance is worse',
  why: 'What holds for the system as a whole does not hold everywhere.',
  severity: 'moderate',
  check: (scene) =>
    scene.answered.flatMap(({ id, name, own }) => {
      const worse = own === null ? [] : worseInstances(own);
      if (worse.length === 0) return [];
      const said = listed(worse.map(([instance, { status }]) => `${instance} (${status})`));
      return [
        {
          duties: [id],
          refs: worse.map(([instance]) => instance),
          sentence: `${name} is worse than elsewhere in ${said}.`,
          fix: 'Bring these instances up to the others.',
        },
      ];
    }),
};
