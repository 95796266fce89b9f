// Compares the day taken with the last day the item claims to speak of.

import { ends } from '../../model/calendar.ts';
import type { Rule } from '../rule.ts';
import { servingSaid } from '../say.ts';

export const evidenceTakenEarly: Rule = {
  id: 'evidence-taken-early',
  title: 'Evidence taken before its interval ended',
  why: 'Evidence cannot speak of days that had not come when it was taken.',
  severity: 'moderate',
  check: (scene) =>
    scene.evidence.flatMap(({ id, item, usedBy }) => {
      if (item.at === undefined || item.covers === undefined) return [];
      const { to } = ends(item.covers);
      if (item.at >= to) return [];
      return [
        {
          duties: usedBy,
          refs: [id],
          sentence: `${id}${servingSaid(scene, usedBy)} was taken on ${item.at} but claims to speak of days up to ${to}.`,
          fix: 'Take it again after its interval has ended, or shorten the interval.',
        },
      ];
    }),
};
