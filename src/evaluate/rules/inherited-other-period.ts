// An answer taken from an attestation whose period does not take in all of the window judged here.
import { lookup } from '../../model/lookup.ts';
import { spanOf } from '../../model/period.ts';
import type { Rule } from '../rule.ts';
import { windowOf } from '../window.ts';

export const inheritedOtherPeriod: Rule = {
  id: 'inherited-other-period',
  title: 'Inherited from another period',
  why: 'An answer about another time says nothing about this one.',
  severity: 'high',
  check: (scene) =>
    scene.answered.flatMap(({ id, name }) => {
      const link = scene.links.get(id);
      const source = link?.found === true ? lookup(scene.inputs.inherited, link.from) : null;
      if (link === undefined || source === null) return [];
      const theirs = spanOf(source.attestation.period);
      const window = windowOf(scene.inputs);
      if (theirs.from <= window.from && window.to <= theirs.to) return [];
      return [
        {
          duties: [id],
          refs: [link.from],
          sentence: `${name} is inherited from ${link.from}, whose attestation speaks of ${theirs.label} (${theirs.from} to ${theirs.to}) and not of all of ${scene.span.label}.`,
          fix: `Inherit from the attestation of ${link.from} for ${scene.span.label}.`,
        },
      ];
    }),
};
