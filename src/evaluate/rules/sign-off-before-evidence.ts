// By the day of the sign-off and the day each item was taken: both are claims, and they contradict each other.
import { dayOfInstant } from '../../model/calendar.ts';
import { sortedUnique } from '../../model/lookup.ts';
import type { Rule } from '../rule.ts';
import { dutiesSaid, heldSaid, listed } from '../say.ts';

export const signOffBeforeEvidence: Rule = {
  id: 'sign-off-before-evidence',
  title: 'Signed before evidence was taken',
  why: 'Nobody can have seen evidence that did not exist yet.',
  severity: 'high',
  check: (scene) =>
    scene.approvals.held.flatMap((held) => {
      if (held.signOff === null) return [];
      const day = dayOfInstant(held.at);
      const later = scene.evidence.filter(({ item, usedBy }) => usedBy.length > 0 && (item.at ?? '') > day);
      if (later.length === 0) return [];
      const ids = later.map(({ id }) => id);
      const duties = sortedUnique(later.flatMap(({ usedBy }) => usedBy));
      return [
        {
          duties,
          refs: [...ids, held.person],
          sentence: `The ${heldSaid(scene, held)}, signed on ${held.at}, before ${listed(ids)}, of ${dutiesSaid(scene, duties)}, ${ids.length === 1 ? 'was' : 'were'} taken.`,
          fix: 'Correct the days, or have it signed again.',
        },
      ];
    }),
};
