// For answers with a frequency: from the day last performed, on the calendar.

import { addDuration } from '../../model/calendar.ts';
import { isInPlace } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const evidenceOutOfDate: Rule = {
  id: 'evidence-out-of-date',
  title: 'Out of date',
  why: 'What is to be done regularly holds only as long as it was last done.',
  severity: 'high',
  check: (scene) =>
    scene.answered.flatMap((row) => {
      const { frequency, own, id, name } = row;
      if (frequency === null || !isInPlace(own)) return [];
      const said = lateness(own['last-performed'], frequency, scene.inputs.asOf);
      const fix = 'Perform it, and record the day and the evidence.';
      return said === null ? [] : [{ duties: [id], refs: [], sentence: `${name} ${said}.`, fix }];
    }),
};

const lateness = (last: string | undefined, frequency: string, asOf: string): string | null => {
  if (last === undefined) return `is to be performed every ${frequency} but has no last-performed day`;
  if (last > asOf) return `was last performed on ${last}, after the as-of day ${asOf}`;
  const due = addDuration(last, frequency);
  return due < asOf ? `was last performed on ${last} and was due again on ${due} (every ${frequency})` : null;
};
