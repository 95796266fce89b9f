// Neighbouring roles whose later one came earlier.
import type { Rule } from '../rule.ts';
import { heldSaid } from '../say.ts';

export const approvalOutOfOrder: Rule = {
  id: 'approval-out-of-order',
  title: 'Approvals out of order',
  why: 'Who approves first has not seen what the one before them did.',
  severity: 'high',
  check: (scene) =>
    scene.approvals.outOfOrder.map(([earlier, later]) => ({
      duties: [],
      refs: [earlier.person, later.person],
      sentence: `The ${heldSaid(scene, later)}, approved on ${later.at}, before the ${heldSaid(scene, earlier)}, on ${earlier.at}.`,
      fix: `Have the ${later.role} approve again.`,
    })),
};
