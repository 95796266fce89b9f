// Explains line 4 of the table.
import type { Result } from '../../model/report.ts';
import type { Rule } from '../rule.ts';

export const inheritedWorse: Rule = {
  id: 'inherited-worse',
  title: 'Inherited answer is not supported',
  why: 'No answer is better than the one it rests on.',
  severity: 'moderate',
  check: (scene) =>
    scene.answered.flatMap(({ id, name }) => {
      const link = scene.links.get(id);
      if (link?.found !== true || !WEAK.includes(link.result)) return [];
      return [
        {
          duties: [id],
          refs: [link.from],
          sentence: `${name} is inherited from ${link.from}, where ${link.duty} is ${link.result}.`,
          fix: `See with ${link.from} that its gap is closed.`,
        },
      ];
    }),
};

const WEAK: readonly Result[] = ['partly-supported', 'unsupported'];
