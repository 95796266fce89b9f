// Two roles in one hand, against the policy’s separation. A second certificate makes nobody a second person.
import type { Rule } from '../rule.ts';
import { heldSaid, personSaid } from '../say.ts';

export const approvalSamePerson: Rule = {
  id: 'approval-same-person',
  title: 'One person in two roles',
  why: 'Nobody reviews or approves their own work.',
  severity: 'high',
  check: (scene) =>
    scene.approvals.oneHand.map(({ first, second, shared }) => ({
      duties: [],
      refs: [first.person, second.person],
      sentence:
        first.person === second.person
          ? `${personSaid(scene, first.person)} is both ${first.role} and ${second.role}, which the policy does not allow.`
          : `The ${heldSaid(scene, first)}, and the ${heldSaid(scene, second)}, share ${shared}: the policy asks for different people.`,
      fix: `Have somebody else approve as ${second.role}.`,
    })),
};
