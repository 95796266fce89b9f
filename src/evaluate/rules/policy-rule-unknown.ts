// Severities for rules that do not exist.
import type { Rule } from '../rule.ts';

export const policyRuleUnknown: Rule = {
  id: 'policy-rule-unknown',
  title: 'Policy names an unknown rule',
  why: 'A severity set for a rule that does not exist has no effect.',
  severity: 'low',
  check: (scene, rules) =>
    Object.keys(scene.inputs.policy.severities)
      .filter((id) => !rules.includes(id))
      .map((id) => ({
        duties: [],
        refs: [id],
        sentence: `The policy ${scene.inputs.policy.id} sets a severity for ${id}, which is no rule.`,
        fix: 'Correct the rule’s id in the policy.',
      })),
};
