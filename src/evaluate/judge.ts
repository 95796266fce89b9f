// Runs every rule over a scene and keeps which of them found something on which duty.
import type { Observation, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import type { Scene } from './scene.ts';

/** `observed`: ids of the rules that found something, by full duty id. */
export type Judgement = {
  readonly scene: Scene;
  readonly observations: readonly { readonly rule: Rule; readonly observation: Observation }[];
  readonly observed: ReadonlyMap<string, ReadonlySet<string>>;
};

export const judge = (scene: Scene): Judgement => {
  const ids = RULES.map((rule) => rule.id);
  const observations = RULES.flatMap((rule) =>
    rule.check(scene, ids).map((observation) => ({ rule, observation })),
  );
  const observed = new Map<string, Set<string>>();
  for (const { rule, observation } of observations) {
    for (const duty of observation.duties) {
      observed.set(duty, (observed.get(duty) ?? new Set()).add(rule.id));
    }
  }
  return { scene, observations, observed };
};
