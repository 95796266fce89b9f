// docs/templates.md says what the program enforces: each of its tables is the program's own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DOC_TABLES } from './doc-tables.ts';

const text = readFileSync(fileURLToPath(new URL('../../docs/templates.md', import.meta.url)), 'utf8');
const written = new Map(
  [...text.matchAll(/<!-- table: ([a-z-]+) -->\n\n([\s\S]*?)\n\n<!-- end -->/g)].map(
    ([, name = '', body = '']) => [name, body],
  ),
);

test.each(Object.entries(DOC_TABLES))('the table of %s is the one that is enforced', (name, table) => {
  expect(written.get(name)).toBe(table);
});

test('there is no table besides', () => {
  expect([...written.keys()].sort()).toEqual(Object.keys(DOC_TABLES).sort());
});
