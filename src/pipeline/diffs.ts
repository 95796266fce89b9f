// What the provider changed since the revision that an attestation was moved from, service by service.
import { diffModels } from '../drift/diff-models.ts';
import type { Inputs } from '../model/inputs.ts';
import { lookup, sortedEntries } from '../model/lookup.ts';
import type { ModelDiff } from '../model/model-diff.ts';

/** By model id; only where both models are at hand. */
export const diffsOf = ({ models, previousModels }: Inputs): Readonly<Record<string, ModelDiff>> =>
  Object.fromEntries(
    sortedEntries(previousModels).flatMap(([id, before]) => {
      const after = lookup(models, id);
      return after === null ? [] : [[id, diffModels(before, after)] as const];
    }),
  );
