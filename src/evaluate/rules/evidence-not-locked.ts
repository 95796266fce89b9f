// The file is there but the lock says nothing of it.
import type { Rule } from '../rule.ts';
import { servingSaid } from '../say.ts';

export const evidenceNotLocked: Rule = {
  id: 'evidence-not-locked',
  title: 'Evidence not locked',
  why: 'Nothing would show if an unlocked file were exchanged.',
  severity: 'high',
  check: (scene) =>
    scene.evidence
      .filter(({ file }) => file === 'not-locked')
      .map(({ id, item, usedBy }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `The file of ${id}${servingSaid(scene, usedBy)} is not locked: ${item.file}.`,
        fix: 'Check the file and run `countersign lock`.',
      })),
};
