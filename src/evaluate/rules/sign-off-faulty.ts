// Signatures that do not hold, lines that do not follow one another, sign-offs made elsewhere.
import type { Rule } from '../rule.ts';
import { signOffSaid } from '../say.ts';

export const signOffFaulty: Rule = {
  id: 'sign-off-faulty',
  title: 'Sign-off faulty',
  why: 'A sign-off that can be shown to be wrong proves nothing, and somebody has changed the file that holds it.',
  severity: 'critical',
  check: (scene) =>
    scene.approvals.signOffs.flatMap(({ facts }) =>
      facts.faults.map(({ sentence }) => ({
        duties: [],
        refs: [facts.person],
        sentence: `${signOffSaid(scene, facts)}, line ${facts.number}, does not count. ${sentence}`,
        fix: 'Restore the file of sign-offs as it was, or remove it and have everybody sign again.',
      })),
    ),
};
