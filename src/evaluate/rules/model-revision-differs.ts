// The attestation names the revision it was written to; the model at hand may be another.

import { lookup } from '../../model/lookup.ts';
import type { Rule } from '../rule.ts';

export const modelRevisionDiffers: Rule = {
  id: 'model-revision-differs',
  title: 'Another revision of the provider’s page',
  why: 'Answers to one revision may miss what another one asks.',
  severity: 'moderate',
  check: (scene) =>
    scene.inputs.attestation.models.flatMap(({ id, revision }) => {
      const model = lookup(scene.inputs.models, id);
      if (model === null || model.revision === revision) return [];
      return [
        {
          duties: [],
          refs: [id],
          sentence: `The attestation speaks of ${id} at revision ${revision}; it was evaluated under revision ${model.revision}.`,
          fix: `Move the attestation to revision ${model.revision}, or supply the model at revision ${revision}.`,
        },
      ];
    }),
};
