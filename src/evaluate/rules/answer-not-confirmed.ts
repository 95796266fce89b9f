// An answer of an earlier period says nothing of this one until somebody has looked at it again.
import type { Rule } from '../rule.ts';

export const answerNotConfirmed: Rule = {
  id: 'answer-not-confirmed',
  title: 'Answer not confirmed',
  why: 'What held in an earlier period need not hold in this one.',
  severity: 'high',
  check: (scene) =>
    scene.matrix.customer.flatMap(({ id, name, carriedFrom }) => {
      if (carriedFrom === null) return [];
      return [
        {
          duties: [id],
          refs: [],
          sentence: `${name} has an answer carried from ${carriedFrom} that nobody has confirmed for ${scene.span.label}.`,
          fix: 'Look at the answer, correct it where it no longer holds, then delete `carried-from`.',
        },
      ];
    }),
};
