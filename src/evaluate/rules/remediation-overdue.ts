// Open remediations past their day, named by an answer or not.
import type { Rule } from '../rule.ts';
import { counted, servingSaid } from '../say.ts';

export const remediationOverdue: Rule = {
  id: 'remediation-overdue',
  title: 'Remediation overdue',
  why: 'A gap was to be closed by now and is not.',
  severity: 'high',
  check: (scene) =>
    scene.remediations
      .filter(({ overdue }) => overdue)
      .map(({ id, item, usedBy, daysLeft }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `${id}${servingSaid(scene, usedBy)} was due on ${item.due} and is ${counted(-daysLeft, 'day', 'days')} overdue.`,
        fix: 'Finish it, or agree on a new day and say why.',
      })),
};
