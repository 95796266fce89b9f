// Expectations of duties, resources or areas that the model does not have.

import { lookup } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import type { Rule } from '../rule.ts';

export const policyDutyUnknown: Rule = {
  id: 'policy-duty-unknown',
  title: 'Policy names an unknown duty',
  why: 'What is expected of a duty that does not exist is expected of nobody.',
  severity: 'low',
  check: (scene) =>
    scene.matrix.services.flatMap(({ model }) =>
      Object.keys(lookup(scene.inputs.policy.duties, model.id) ?? {})
        .filter((key) => !codesOf(model).includes(key))
        .map((key) => ({
          duties: [],
          refs: [`${model.id}/${key}`],
          sentence: `The policy ${scene.inputs.policy.id} expects something of ${model.id}/${key}, which revision ${model.revision} does not have.`,
          fix: 'Correct the key in the policy, or remove it.',
        })),
    ),
};

const codesOf = (model: Model): readonly string[] =>
  model.areas.flatMap((area) => [
    area.code,
    ...area.resources.flatMap(({ code, provider, customer }) => [
      code,
      ...[...provider, ...customer].map(({ id }) => id),
    ]),
  ]);
