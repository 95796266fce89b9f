// Neighbouring roles whose later one is dated earlier.
import type { Rule } from '../rule.ts';
import { personSaid } from '../say.ts';

export const approvalOutOfOrder: Rule = {
  id: 'approval-out-of-order',
  title: 'Approvals out of order',
  why: 'Who approves first has not seen what the one before them did.',
  severity: 'high',
  check: (scene) =>
    scene.approvals.outOfOrder.map(([earlier, later]) => ({
      duties: [],
      refs: [earlier.person, later.person],
      sentence: `The ${later.role}, ${personSaid(scene, later.person)}, approved on ${later.date}, before the ${earlier.role}, ${personSaid(scene, earlier.person)}, on ${earlier.date}.`,
      fix: `Have the ${later.role} approve again.`,
    })),
};
