// Proof is evidence that is listed and whose file, if it has one, is there.
import type { Rule } from '../rule.ts';
import { dutiesSaid } from '../say.ts';
import type { Scene } from '../scene.ts';

export const waiverWithoutProof: Rule = {
  id: 'waiver-without-proof',
  title: 'Waiver without proof',
  why: 'Nothing shows that the risk was really accepted.',
  severity: 'moderate',
  check: (scene) =>
    scene.waivers.flatMap(({ id, item, usedBy }) => {
      const lack = usedBy.length === 0 ? null : lackOf(scene, item.proof);
      if (lack === null) return [];
      return [
        {
          duties: usedBy,
          refs: item.proof === undefined ? [id] : [id, item.proof],
          sentence: `${id} for ${dutiesSaid(scene, usedBy)} ${lack}.`,
          fix: 'Add the record of the acceptance as evidence and name it under `proof`.',
        },
      ];
    }),
};

const lackOf = (scene: Scene, proof: string | undefined): string | null => {
  if (proof === undefined) return 'names no proof that the risk was accepted';
  const state = scene.evidence.find(({ id }) => id === proof);
  if (state === undefined) return `names ${proof} as its proof, which is not listed`;
  return state.file === 'missing' ? `names ${proof} as its proof, whose file is missing` : null;
};
