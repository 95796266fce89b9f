// The pack id: one digest over everything an evaluation depends on.
import { canonicalJson } from '../codec/canonical-json.ts';
import { sha256 } from '../codec/digest.ts';
import type { Inputs } from '../model/inputs.ts';
import type { PreviousDigests } from '../model/previous.ts';
import { RULES_VERSION } from '../model/report.ts';
import type { Digest } from '../model/scalar.ts';

/** What the pack id is made of; of a previous pack only the digests of its report and its manifest. */
export type Identifying = Omit<Inputs, 'signOffs' | 'previous'> & {
  readonly previous: PreviousDigests | null;
};

/** SHA-256 of the canonical JSON of all inputs as parsed values, the as-of day and the version of the rules. */
export const packIdOf = (inputs: Identifying): Digest => {
  const { asOf, attestation, lock, models, policy, assurance, facts, inherited, previous } = inputs;
  const moved = Object.keys(inputs.previousModels).length > 0;
  return sha256(
    canonicalJson({
      attestation,
      lock,
      models,
      // Left out where there is none, as in packs from before there were any.
      ...(moved ? { 'previous-models': inputs.previousModels } : {}),
      policy,
      assurance,
      facts,
      inherited,
      previous: previous === null ? null : { report: previous.report, manifest: previous.manifest },
      'as-of': asOf,
      rules: RULES_VERSION,
    }),
  );
};
