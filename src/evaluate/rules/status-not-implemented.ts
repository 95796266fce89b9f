// Explains line 5 of the table.
import type { Rule } from '../rule.ts';

export const statusNotImplemented: Rule = {
  id: 'status-not-implemented',
  title: 'Not implemented',
  why: 'The duty is the customer’s and is not met.',
  severity: 'high',
  check: (scene) =>
    scene.answered
      .filter(({ own }) => own?.status === 'not-implemented')
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} is not implemented.`,
        fix: 'Put it in place, or have the risk accepted.',
      })),
};
