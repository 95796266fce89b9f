// An answer around `inherited` and another inside it.
import type { Rule } from '../rule.ts';

export const inheritedUnclear: Rule = {
  id: 'inherited-unclear',
  title: 'Inherited and answered twice',
  why: 'Two statuses for one part leave open which of them is meant.',
  severity: 'moderate',
  check: (scene) =>
    scene.answered.flatMap(({ id, name, answer }) => {
      const inherited = answer?.inherited;
      if (inherited === undefined || answer?.status === undefined) return [];
      const inner = inherited.ours === 'none' ? 'nothing of its own' : inherited.ours.status;
      if (inner === undefined) return [];
      return [
        {
          duties: [id],
          refs: [inherited.from],
          sentence: `${name} is answered ${answer.status}, and inherited from ${inherited.from} with ${inner}.`,
          fix: 'Keep one of the two: put the own part under `ours`, or say `ours: none` and nothing else.',
        },
      ];
    }),
};
