// Only waivers that an answer names.
import type { Rule } from '../rule.ts';
import { dutiesSaid } from '../say.ts';

export const waiverExpired: Rule = {
  id: 'waiver-expired',
  title: 'Waiver expired',
  why: 'After its last day nobody accepts the risk any more.',
  severity: 'high',
  check: (scene) =>
    scene.waivers
      .filter(({ state }) => state === 'expired')
      .map(({ id, item, usedBy }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `${id} for ${dutiesSaid(scene, usedBy)} expired on ${item.expires}.`,
        fix: 'Close the gap, or have the risk accepted anew.',
      })),
};
