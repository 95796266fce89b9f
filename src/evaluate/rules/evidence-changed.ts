// The file is there but its digest or size is not the locked one.
import type { Rule } from '../rule.ts';
import { servingSaid } from '../say.ts';

export const evidenceChanged: Rule = {
  id: 'evidence-changed',
  title: 'Evidence changed since it was locked',
  why: 'Evidence that changed after it was answered on may no longer show what the answer says.',
  severity: 'critical',
  check: (scene) =>
    scene.evidence
      .filter(({ file }) => file === 'changed')
      .map(({ id, item, usedBy }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `The file of ${id}${servingSaid(scene, usedBy)} is not the one that was locked: ${item.file}.`,
        fix: 'Restore the locked file; or check the new one against the answers and lock it with `--replace`.',
      })),
};
