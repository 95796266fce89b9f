// All sign-offs in a few minutes: possible, and worth a question.
import { minutesBetween } from '../../model/calendar.ts';
import { signOffMinutes } from '../../model/policy.ts';
import type { Rule } from '../rule.ts';
import { counted } from '../say.ts';

export const signOffsWithinMinutes: Rule = {
  id: 'sign-offs-within-minutes',
  title: 'Signed within minutes',
  why: 'A review that takes no time is likely to be a formality.',
  severity: 'moderate',
  check: ({ approvals, inputs }) => {
    const times = approvals.held.flatMap(({ at, signOff }) => (signOff === null ? [] : [at])).sort();
    const [first, last] = [times[0], times.at(-1)];
    const within = signOffMinutes(inputs.policy);
    if (first === undefined || last === undefined || times.length < 2) return [];
    const minutes = minutesBetween(first, last);
    if (minutes >= within) return [];
    const apart = minutes < 1 ? 'less than a minute' : counted(minutes, 'minute', 'minutes');
    return [
      {
        duties: [],
        refs: [],
        sentence: `All ${times.length} sign-offs were made within ${apart}.`,
        fix: 'Ask what was looked at between them, or have it signed again.',
      },
    ];
  },
};
