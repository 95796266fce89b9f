// Word for word as in that many packs before this one, by the chain that the previous pack carries on.
import { unchangedLongest } from '../../model/policy.ts';
import type { Rule } from '../rule.ts';
import { counted } from '../say.ts';

export const answerUnchangedLong: Rule = {
  id: 'answer-unchanged-long',
  title: 'Answer unchanged for long',
  why: 'Words that never change may have been copied and not looked at.',
  severity: 'low',
  check: (scene) => {
    const longest = unchangedLongest(scene.inputs.policy);
    return scene.answered.flatMap(({ id, name }) => {
      const packs = scene.unchanged.get(id) ?? 0;
      if (packs === 0 || packs < longest) return [];
      return [
        {
          duties: [id],
          refs: [],
          sentence: `${name} is answered word for word as in ${counted(packs, 'pack', 'packs')} before this one; the policy asks again from ${longest} on.`,
          fix: 'Look at the duty anew, and say what is so in this period.',
        },
      ];
    });
  },
};
