// The pack id: one digest over everything an evaluation depends on.
import { canonicalJson } from '../codec/canonical-json.ts';
import { sha256 } from '../codec/digest.ts';
import type { Inputs } from '../model/inputs.ts';
import { RULES_VERSION } from '../model/report.ts';
import type { Digest } from '../model/scalar.ts';

/** SHA-256 of the canonical JSON of all inputs as parsed values, the as-of day and the version of the rules. */
export const packIdOf = (inputs: Omit<Inputs, 'signOffs'>): Digest => {
  const { asOf, attestation, lock, models, policy, assurance, facts, inherited } = inputs;
  return sha256(
    canonicalJson({
      attestation,
      lock,
      models,
      policy,
      assurance,
      facts,
      inherited,
      'as-of': asOf,
      rules: RULES_VERSION,
    }),
  );
};
