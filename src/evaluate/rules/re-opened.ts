// Explains line 2 of the table.
import { type Lock, NO_TEXT } from '../../model/lock.ts';
import { lookup } from '../../model/lookup.ts';
import type { CustomerRow } from '../../model/matrix.ts';
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
      .map((row) => ({
        duties: [row.id],
        refs: [],
        sentence: sentenceFor(row, scene.inputs.lock),
        fix: 'Read the duty as it stands now, confirm or change the answer, and lock it again.',
      })),
};

const sentenceFor = ({ id, name, model, resource }: CustomerRow, lock: Lock | null): string =>
  lookup(lock?.duties ?? {}, id) === NO_TEXT
    ? `${name} is new in ${model.id} at revision ${model.revision}; ${resource.code} was answered as a whole before it was there.`
    : `${name} was answered to a text that ${model.id} at revision ${model.revision} no longer has.`;
