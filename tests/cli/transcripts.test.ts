// Every transcript in this folder, run anew. COUNTERSIGN_REWRITE=1 writes down what really happens; read it before you commit it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { replay } from './transcript.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const transcripts = readdirSync(here).filter((name) => name.endsWith('.txt'));

test('there are transcripts', () => {
  expect(transcripts.length).toBeGreaterThan(3);
});

test.each(transcripts)('%s', async (name) => {
  const told = readFileSync(here + name, 'utf8');
  const happened = await replay(told);
  if (process.env.COUNTERSIGN_REWRITE === '1') writeFileSync(here + name, happened);
  else expect(happened).toBe(told);
});
