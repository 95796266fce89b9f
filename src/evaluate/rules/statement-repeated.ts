// Counts the answers that give a statement: one under a resource's key is given once, however many duties it answers.
import type { CustomerRow } from '../../model/matrix.ts';
import { statementReuse } from '../../model/policy.ts';
import type { Rule } from '../rule.ts';
import { counted, dutiesSaid } from '../say.ts';

export const statementRepeated: Rule = {
  id: 'statement-repeated',
  title: 'Statement repeated',
  why: 'One text that answers many duties seldom says how each of them is met.',
  severity: 'low',
  check: (scene) => {
    const allowed = statementReuse(scene.inputs.policy);
    return [...rowsByStatement(scene.answered)].flatMap(([statement, rows]) => {
      const answers = new Set(rows.map(keyOf)).size;
      if (answers <= allowed) return [];
      const duties = rows.map(({ id }) => id);
      return [
        {
          duties,
          refs: [],
          sentence: `${dutiesSaid(scene, duties)} are answered with one and the same statement, given ${counted(answers, 'time', 'times')}: “${shortened(statement)}” The policy allows ${allowed}.`,
          fix: 'Say of each duty what is done for it.',
        },
      ];
    });
  },
};

const rowsByStatement = (rows: readonly CustomerRow[]): ReadonlyMap<string, readonly CustomerRow[]> => {
  const found = new Map<string, CustomerRow[]>();
  for (const row of rows) {
    const statement = row.own?.statement?.trim().replace(/\s+/gu, ' ') ?? '';
    if (statement !== '') found.set(statement, [...(found.get(statement) ?? []), row]);
  }
  return found;
};

const keyOf = ({ model, answeredBy, resource, duty }: CustomerRow): string =>
  `${model.id}/${answeredBy === 'resource' ? resource.code : duty.id}`;

/** Characters of a statement that a sentence quotes. */
const QUOTED = 60;

const shortened = (statement: string): string => {
  const letters = Array.from(statement);
  return letters.length <= QUOTED ? statement : `${letters.slice(0, QUOTED).join('').trimEnd()} …`;
};
