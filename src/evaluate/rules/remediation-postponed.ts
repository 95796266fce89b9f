// Open remediations due later than first promised.
import type { Rule } from '../rule.ts';
import { servingSaid } from '../say.ts';

export const remediationPostponed: Rule = {
  id: 'remediation-postponed',
  title: 'Remediation postponed',
  why: 'A day that moves once often moves again.',
  severity: 'low',
  check: (scene) =>
    scene.remediations
      .filter(({ postponed }) => postponed)
      .map(({ id, item, usedBy }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `${id}${servingSaid(scene, usedBy)} was first due on ${item['original-due']} and is now due on ${item.due}.`,
        fix: 'Say why it was postponed, and keep to the new day.',
      })),
};
