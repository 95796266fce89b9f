// Roles the policy asks for and nobody has filled. A role whose sign-off is void has a finding of its own.
import type { Rule } from '../rule.ts';

export const approvalMissing: Rule = {
  id: 'approval-missing',
  title: 'Approval missing',
  why: 'The pack stays a draft until every role the policy asks for has approved.',
  severity: 'moderate',
  check: ({ approvals, inputs }) => {
    const signed = inputs.policy.approvals.mode === 'signed';
    const told = approvals.signOffs.flatMap(({ facts, standing }) =>
      standing === 'void' ? [facts.role] : [],
    );
    return approvals.missing
      .filter((role) => !signed || !told.includes(role))
      .map((role) => ({
        duties: [],
        refs: [],
        sentence: `The ${role} has not ${signed ? 'signed' : 'approved'}.`,
        fix: signed ? `Have the ${role} sign: countersign sign --role ${role}.` : `Have the ${role} approve.`,
      }));
  },
};
