// `not-applicable` and `alternative` need a reason.
import type { Rule } from '../rule.ts';

export const reasonMissing: Rule = {
  id: 'reason-missing',
  title: 'Reason missing',
  why: 'A duty may be set aside or met another way only for a reason that a reader can weigh.',
  severity: 'high',
  check: (scene) =>
    scene.answered
      .filter(
        ({ own }) =>
          own !== null &&
          (own.status === 'not-applicable' || own.status === 'alternative') &&
          own.reason === undefined,
      )
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} gives no reason for its status.`,
        fix: 'Give the reason, or choose another status.',
      })),
};
