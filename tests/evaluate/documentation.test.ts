// docs/evaluation.md is what somebody else re-performs an evaluation from, so it has to name what the program does.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/evaluate/index.ts';
import { DECIDING_LINES } from '../../src/evaluate/result.ts';

const lines = readFileSync(new URL('../../docs/evaluation.md', import.meta.url), 'utf8').split('\n');
const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const codesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? '');

describe('docs/evaluation.md', () => {
  it('lists every rule with its severity, in the order of the list', () => {
    const severities = ['low', 'moderate', 'high', 'critical'];
    const rows = lines.map(cellsOf).filter(([, severity = '']) => severities.includes(severity));
    expect(rows.map(([id = '', severity]) => `${codesIn(id).join()} ${severity}`)).toEqual(
      RULES.map(({ id, severity }) => `${id} ${severity}`),
    );
  });

  it('names the rules that decide each line of the table', () => {
    for (const { line, result, rules } of DECIDING_LINES) {
      const [, , said, ids = ''] = lines.map(cellsOf).find(([number]) => number === String(line)) ?? [];
      expect(said).toBe(result);
      expect(codesIn(ids).filter((id) => id !== 'reason-missing')).toEqual(
        rules.filter((id) => id !== 'reason-missing'),
      );
    }
  });
});
