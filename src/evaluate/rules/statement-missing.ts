// Answers that something is in place must say what.

import { isInPlace } from '../answer.ts';
import type { Rule } from '../rule.ts';

export const statementMissing: Rule = {
  id: 'statement-missing',
  title: 'Statement missing',
  why: 'Without a statement nobody can tell what was done, and nobody can check it.',
  severity: 'high',
  check: (scene) =>
    scene.answered
      .filter(({ own }) => isInPlace(own) && own.statement === undefined)
      .map(({ id, name }) => ({
        duties: [id],
        refs: [],
        sentence: `${name} says that something is in place but has no statement of what it is.`,
        fix: 'Say in one or two sentences what is done, where and how often.',
      })),
};
