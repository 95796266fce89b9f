// Answers the matrix has no row for; each says why.
import type { OrphanReason } from '../../model/matrix.ts';
import type { Rule } from '../rule.ts';

export const answerWithoutDuty: Rule = {
  id: 'answer-without-duty',
  title: 'Answer without a duty',
  why: 'What was answered but belongs to no duty would otherwise vanish from the report.',
  severity: 'moderate',
  check: (scene) =>
    scene.matrix.orphans.map(({ model, key, why }) => ({
      duties: [],
      refs: [`${model}/${key}`],
      sentence: `The answer ${model}/${key} counts for no duty: ${REASONS[why]}.`,
      fix: 'Move the answer to the duty it is meant for, or remove it.',
    })),
};

const REASONS = {
  'model-not-listed': 'the attestation does not list that model',
  'model-missing': 'that model is not at hand',
  'duty-unknown': 'the model has no such duty',
  'duty-retired': 'the provider has dropped that duty',
  'duty-of-provider': 'the duty is the provider’s',
  'resource-unknown': 'the model has no such resource',
  'resource-without-duties': 'the customer has no duty in that resource',
  'resource-overridden': 'each duty of that resource has an answer of its own',
} as const satisfies Record<OrphanReason, string>;
