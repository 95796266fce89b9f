// Two roles in one hand, against the policy’s separation.
import type { Rule } from '../rule.ts';
import { personSaid } from '../say.ts';

export const approvalSamePerson: Rule = {
  id: 'approval-same-person',
  title: 'One person in two roles',
  why: 'Nobody reviews or approves their own work.',
  severity: 'high',
  check: (scene) =>
    scene.approvals.samePerson.map(([one, other]) => ({
      duties: [],
      refs: [one.person],
      sentence: `${personSaid(scene, one.person)} is both ${one.role} and ${other.role}, which the policy does not allow.`,
      fix: `Have somebody else approve as ${other.role}.`,
    })),
};
