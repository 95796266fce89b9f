// Sign-offs name people by their id in the attestation.
import { lookup } from '../../model/lookup.ts';
import type { Rule } from '../rule.ts';

export const signOffPersonUnknown: Rule = {
  id: 'sign-off-person-unknown',
  title: 'Signed by somebody who is not listed',
  why: 'A reader has to be told who signed.',
  severity: 'moderate',
  check: ({ approvals, inputs }) =>
    approvals.held.flatMap(({ signOff, person, role }) =>
      signOff === null || lookup(inputs.attestation.people, person) !== null
        ? []
        : [
            {
              duties: [],
              refs: [person],
              sentence: `The ${role} signed as ${person}, whom the attestation does not list.`,
              fix: `Add ${person} to people, and have it signed again.`,
            },
          ],
    ),
};
