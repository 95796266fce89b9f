// Every answer needs somebody who stands for it; what is wholly inherited has them elsewhere.
import type { Rule } from '../rule.ts';

export const ownerMissing: Rule = {
  id: 'owner-missing',
  title: 'Owner missing',
  why: 'An answer that nobody stands for cannot be followed up.',
  severity: 'moderate',
  check: (scene) =>
    scene.answered
      .filter(({ own }) => own?.status !== undefined && own.owner === undefined)
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} is answered but has no owner.`,
        fix: 'Name the person who stands for this answer.',
      })),
};
