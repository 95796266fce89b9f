// A service's page leaves part of the responsibilities to other services, and the attestation speaks of none of those.

import { delegationEdges } from '../../model/delegation-edges.ts';
import { sortedUnique } from '../../model/lookup.ts';
import type { Rule } from '../rule.ts';
import { counted, listed } from '../say.ts';

export const delegationUnresolved: Rule = {
  id: 'delegation-unresolved',
  title: 'Left to services that are not attested',
  why: 'What the page of one service leaves to another stands in no duty of this report, unless that service is attested, too.',
  severity: 'low',
  check: ({ matrix, inputs }) => {
    const attested = new Set(inputs.attestation.models.map(({ id }) => id));
    return matrix.services.flatMap(({ model }) => {
      const open = sortedUnique(delegationEdges(model).map(({ delegate }) => delegate.to)).filter(
        (to) => !attested.has(to),
      );
      if (open.length === 0) return [];
      return [
        {
          duties: [],
          refs: open,
          sentence: `The page of ${model.title} leaves something to ${counted(open.length, 'service', 'services')} that the attestation does not list: ${listed(open)}.`,
          fix: 'Attest these services as well, or say under limitations who answers for them.',
        },
      ];
    });
  },
};
