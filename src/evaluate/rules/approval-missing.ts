// Roles the policy asks for and nobody has filled.
import type { Rule } from '../rule.ts';

export const approvalMissing: Rule = {
  id: 'approval-missing',
  title: 'Approval missing',
  why: 'The pack stays a draft until every role the policy asks for has approved.',
  severity: 'moderate',
  check: (scene) =>
    scene.approvals.missing.map((role) => ({
      duties: [],
      refs: [],
      sentence:
        scene.inputs.policy.approvals.mode === 'signed'
          ? `The ${role} has not signed; the policy asks for signatures, and recorded approvals do not count.`
          : `The ${role} has not approved.`,
      fix: `Have the ${role} approve.`,
    })),
};
