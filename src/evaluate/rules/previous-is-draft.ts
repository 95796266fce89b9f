// The opening position is the previous pack's closing position, whoever handed it in.
import type { Rule } from '../rule.ts';

export const previousIsDraft: Rule = {
  id: 'previous-is-draft',
  title: 'Opening position from a draft',
  why: 'A draft was never approved, so what moved since then rests on nobody’s word.',
  severity: 'moderate',
  check: ({ inputs: { previous } }) =>
    previous?.state === 'draft'
      ? [
          {
            duties: [],
            refs: [previous.period.label],
            sentence: `The previous pack, for ${previous.period.label} as of ${previous.asOf}, is a draft.`,
            fix: 'Have the previous period approved, build its final pack, and build this one again.',
          },
        ]
      : [],
};
