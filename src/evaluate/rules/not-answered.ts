// An answer is a status; an owner or a statement alone is none. One that only waits to be confirmed has a rule of its own.
import { keysSaid } from '../../model/answer.ts';
import type { CustomerRow } from '../../model/matrix.ts';
import type { Rule } from '../rule.ts';
import { listed } from '../say.ts';

export const notAnswered: Rule = {
  id: 'not-answered',
  title: 'Not answered',
  why: 'A duty without an answer is a gap that nobody has looked at.',
  severity: 'high',
  check: (scene) =>
    scene.matrix.customer
      .filter(({ answered, carriedFrom }) => !answered && carriedFrom === null)
      .map((row) => ({
        duties: [row.id],
        refs: [],
        sentence: sentenceFor(row),
        fix: 'Answer it with a status.',
      })),
};

const sentenceFor = ({ name, answer, answeredBy, resource }: CustomerRow): string => {
  if (answer === null) return `${name} is not answered.`;
  if (answer.inherited !== undefined) return `${name} is inherited in part, but its own part has no status.`;
  const key = answeredBy === 'resource' ? `${name}, under ${resource.code},` : name;
  return `${key} gives ${listed(keysSaid(answer))} but no status, so it is not answered.`;
};
