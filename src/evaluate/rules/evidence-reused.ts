// Counts the duties whose answers name the item, against the policy’s threshold.
import type { Rule } from '../rule.ts';
import { counted } from '../say.ts';

export const evidenceReused: Rule = {
  id: 'evidence-reused',
  title: 'Evidence serves many duties',
  why: 'One item that is to prove many things seldom proves each of them.',
  severity: 'low',
  check: (scene) =>
    scene.evidence
      .filter(({ usedBy }) => usedBy.length > scene.inputs.policy.thresholds['evidence-reuse'])
      .map(({ id, usedBy }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `${id} serves ${counted(usedBy.length, 'duty', 'duties')}; the policy allows ${scene.inputs.policy.thresholds['evidence-reuse']}.`,
        fix: 'Give these duties evidence of their own.',
      })),
};
