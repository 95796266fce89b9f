// Only for answers without a frequency; those with one are measured from the day last performed.
import type { Evidence } from '../../model/attestation.ts';
import { ends } from '../../model/calendar.ts';
import type { Rule } from '../rule.ts';
import { servingSaid } from '../say.ts';
import type { Scene } from '../scene.ts';

export const evidenceOutsidePeriod: Rule = {
  id: 'evidence-outside-period',
  title: 'Evidence outside the period',
  why: 'Evidence of another time says nothing about this one.',
  severity: 'high',
  check: (scene) => {
    const dated = new Set(scene.answered.filter(({ frequency }) => frequency === null).map(({ id }) => id));
    return scene.evidence.flatMap((state) => {
      const duties = state.usedBy.filter((id) => dated.has(id));
      if (state.inPeriod || duties.length === 0) return [];
      const sentence = `${state.id}${servingSaid(scene, duties)} ${whenSaid(scene, state.item)}.`;
      const fix =
        'Take evidence that speaks of the period, or say with `covers` which days this one speaks of.';
      return [{ duties, refs: [state.id], sentence, fix }];
    });
  },
};

const whenSaid = ({ span, inputs }: Scene, { at, covers }: Evidence): string => {
  if (at === undefined && covers === undefined)
    return `has no day, so it cannot be placed in the period ${span.label}`;
  const taken = at === undefined ? '' : `was taken on ${at}`;
  const speaks = covers === undefined ? '' : `speaks of ${ends(covers).from} to ${ends(covers).to}`;
  const when = [taken, speaks].filter((words) => words !== '').join(' and ');
  return (covers === undefined ? (at ?? '') : ends(covers).from) < span.from
    ? `${when}, before the period ${span.label} began on ${span.from}`
    : `${when}, after ${inputs.asOf < span.to || covers === undefined ? `the as-of day ${inputs.asOf}` : `the period ${span.label} ended on ${span.to}`}`;
};
