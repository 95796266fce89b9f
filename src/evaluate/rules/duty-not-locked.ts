// Without a lock entry there is nothing to compare the duty with.

import { lookup } from '../../model/lookup.ts';
import type { Rule } from '../rule.ts';

export const dutyNotLocked: Rule = {
  id: 'duty-not-locked',
  title: 'Answer not locked',
  why: 'An answer that is not bound to the text it answers may have been given to another one.',
  severity: 'high',
  check: (scene) =>
    scene.answered
      .filter(({ id }) => scene.inputs.lock === null || lookup(scene.inputs.lock.duties, id) === null)
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} is answered but not locked, so its answer is bound to no text.`,
        fix: 'Check the answer and run `countersign lock`.',
      })),
};
