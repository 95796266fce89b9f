// Explains line 4 of the table.
import type { NotFoundReason } from '../../model/evaluation.ts';
import type { Rule } from '../rule.ts';

export const inheritedNotFound: Rule = {
  id: 'inherited-not-found',
  title: 'Inherited answer not found',
  why: 'What is taken over from another team must be there to be taken.',
  severity: 'high',
  check: (scene) =>
    scene.answered.flatMap(({ id, name }) => {
      const link = scene.links.get(id);
      if (link === undefined || link.found) return [];
      return [
        {
          duties: [id],
          refs: [link.from],
          sentence: `${name} is inherited from ${link.from} (${link.duty}), but ${REASONS[link.why]}.`,
          fix: `Agree with ${link.from} on the duty and have its attestation answered and locked, or answer it here.`,
        },
      ];
    }),
};

const REASONS = {
  'team-missing': 'that team’s attestation is not at hand',
  'model-not-attested': 'that team does not attest the service',
  'duty-unknown': 'the customer has no such duty',
  'not-answered': 'that team has not answered it',
  'not-locked': 'that team has not locked its answer',
  'digest-differs': 'that team answered another text',
  cycle: 'the inheritance comes back to where it began',
} as const satisfies Record<NotFoundReason, string>;
