// The page on the pack format and the program name the same codes and steps.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STEPS, VERIFY_CODES } from '../../src/pack/index.ts';

const page = readFileSync(new URL('../../docs/pack-format.md', import.meta.url), 'utf8');
const verification = page.slice(page.indexOf('## 6.'), page.indexOf('## 7.'));
const rows = verification.split('\n').filter((line) => line.startsWith('|'));

test('every step has its row, in order', () => {
  const steps = rows.flatMap((row) => /^\| (\d+) \| `([a-z-]+)`/.exec(row)?.slice(1, 3).join(' ') ?? []);
  expect(steps).toEqual(STEPS.map((id, index) => `${index + 1} ${id}`));
});

test('every code is on the page, and no other', () => {
  const inRows = rows.flatMap((row) =>
    [...(row.split('|').at(-2) ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => code),
  );
  expect(new Set([...inRows, 'earlier-step-failed'])).toEqual(new Set(VERIFY_CODES));
  expect(verification).toContain('`earlier-step-failed`');
});
