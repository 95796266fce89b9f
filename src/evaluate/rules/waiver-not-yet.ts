// Only waivers that an answer names.
import type { Rule } from '../rule.ts';
import { dutiesSaid } from '../say.ts';

export const waiverNotYet: Rule = {
  id: 'waiver-not-yet',
  title: 'Waiver not yet accepted',
  why: 'On the as-of day nobody had accepted the risk.',
  severity: 'moderate',
  check: (scene) =>
    scene.waivers
      .filter(({ state }) => state === 'not-yet')
      .map(({ id, item, usedBy }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `${id} for ${dutiesSaid(scene, usedBy)} was accepted on ${item.accepted}, after the as-of day ${scene.inputs.asOf}.`,
        fix: 'Correct the day, or judge at a later one.',
      })),
};
