// The owner is the own part’s.
import type { Rule } from '../rule.ts';
import { dutiesSaid, personSaid } from '../say.ts';

export const waiverByOwner: Rule = {
  id: 'waiver-by-owner',
  title: 'Risk accepted by the owner',
  why: 'Who has to meet a duty must not be the one who excuses it.',
  severity: 'high',
  check: (scene) =>
    scene.waivers.flatMap(({ id, item, usedBy }) => {
      const accepter = item['accepted-by'];
      const duties = scene.answered
        .filter((row) => usedBy.includes(row.id) && row.own?.owner === accepter)
        .map((row) => row.id);
      if (duties.length === 0) return [];
      return [
        {
          duties,
          refs: [id, accepter],
          sentence: `${id} was accepted by ${personSaid(scene, accepter)}, who also owns ${dutiesSaid(scene, duties)}.`,
          fix: 'Have somebody accept the risk who does not own the duty.',
        },
      ];
    }),
};
