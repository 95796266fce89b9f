// Explains line 8 of the table.
import type { Rule } from '../rule.ts';

export const statusPartial: Rule = {
  id: 'status-partial',
  title: 'Only partly in place',
  why: 'Part of the duty is not met.',
  severity: 'moderate',
  check: (scene) =>
    scene.answered
      .filter(({ own }) => own?.status === 'partial')
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} is only partly in place.`,
        fix: 'Close the rest of the gap.',
      })),
};
