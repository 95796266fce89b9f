// A service whose model is not at hand has no rows, which a reader must be told.

import { sortedUnique } from '../../model/lookup.ts';
import type { Rule } from '../rule.ts';

export const modelMissing: Rule = {
  id: 'model-missing',
  title: 'Model not at hand',
  why: 'Without its model no duty of the service can be listed or judged.',
  severity: 'high',
  check: (scene) =>
    sortedUnique(scene.matrix.missing).map((id) => ({
      duties: [],
      refs: [id],
      sentence: `The attestation lists ${id}, but there is no such model, so none of its duties is in this report.`,
      fix: 'Supply the model, or take it off the list.',
    })),
};
