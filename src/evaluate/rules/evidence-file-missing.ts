// The attestation names a file that the facts do not know.
import type { Rule } from '../rule.ts';
import { servingSaid } from '../say.ts';

export const evidenceFileMissing: Rule = {
  id: 'evidence-file-missing',
  title: 'Evidence file missing',
  why: 'Evidence that cannot be shown proves nothing.',
  severity: 'high',
  check: (scene) =>
    scene.evidence
      .filter(({ file }) => file === 'missing')
      .map(({ id, item, usedBy }) => ({
        duties: usedBy,
        refs: [id],
        sentence: `The file of ${id}${servingSaid(scene, usedBy)} is missing: ${item.file}.`,
        fix: 'Put the file in its place, or correct its path.',
      })),
};
