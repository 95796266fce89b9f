// Explains line 2 of the table.

import { lookup } from '../../model/lookup.ts';
import type { Rule } from '../rule.ts';

export const reOpened: Rule = {
  id: 're-opened',
  title: 'Text changed since it was answered',
  why: 'The answer was given to other words than the provider publishes now.',
  severity: 'high',
  check: (scene) =>
    scene.answered
      .filter(({ id, duty }) => {
        const locked = scene.inputs.lock === null ? null : lookup(scene.inputs.lock.duties, id);
        return locked !== null && locked !== duty.digest;
      })
      .map(({ id, name, model }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} was answered to a text that ${model.id} at revision ${model.revision} no longer has.`,
        fix: 'Read the duty as it stands now, confirm or change the answer, and lock it again.',
      })),
};
