// Explains line 5 of the table.
import type { Rule } from '../rule.ts';

export const statusPlanned: Rule = {
  id: 'status-planned',
  title: 'Planned, not yet in place',
  why: 'What is planned protects nobody today.',
  severity: 'moderate',
  check: (scene) =>
    scene.answered
      .filter(({ own }) => own?.status === 'planned')
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} is planned and not yet in place.`,
        fix: 'Put it in place, or have the risk accepted until it is.',
      })),
};
