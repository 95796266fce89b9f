// From the day of acceptance, against the policy’s longest.

import { addDuration } from '../../model/calendar.ts';
import type { Rule } from '../rule.ts';
import { dutiesSaid } from '../say.ts';

export const waiverTooLong: Rule = {
  id: 'waiver-too-long',
  title: 'Waiver runs too long',
  why: 'A risk accepted for too long is a decision that nobody looks at again.',
  severity: 'moderate',
  check: (scene) =>
    scene.waivers.flatMap(({ id, item, usedBy }) => {
      const longest = scene.inputs.policy.thresholds['waiver-longest'];
      const limit = addDuration(item.accepted, longest);
      if (usedBy.length === 0 || item.expires <= limit) return [];
      return [
        {
          duties: usedBy,
          refs: [id],
          sentence: `${id} for ${dutiesSaid(scene, usedBy)} runs from ${item.accepted} to ${item.expires}; the policy allows ${longest}, to ${limit}.`,
          fix: `Have it accepted until ${limit} at the latest.`,
        },
      ];
    }),
};
