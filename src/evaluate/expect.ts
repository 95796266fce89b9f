// What the policy expects of a duty: the narrower key wins, field by field.

import { lookup } from '../model/lookup.ts';
import type { Expected } from '../model/matrix.ts';
import type { Expectation, Policy } from '../model/policy.ts';

/** `keys` are the duty's id, its resource's code and its area's code, narrowest first. */
export const expectedOf = (policy: Policy, model: string, keys: readonly string[]): Expected => {
  const ofModel = lookup(policy.duties, model) ?? {};
  const found = keys.map((key) => lookup(ofModel, key)).filter((entry) => entry !== null);
  const first = <K extends keyof Expectation>(key: K): Expectation[K] =>
    found.find((entry) => entry[key] !== undefined)?.[key];
  return {
    criticality: first('criticality') ?? policy.defaults.criticality,
    evidence: first('evidence') ?? policy.defaults.evidence,
    types: first('evidence-types') ?? [],
    frequency: first('frequency') ?? null,
    crosswalk: first('crosswalk') ?? {},
  };
};
