// Puts the tables into docs/performance.md between its markers; the words around them are written by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../places.mjs';

const FILE = join(ROOT, 'docs/performance.md');
const [OPEN, CLOSE] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

export const writePage = (markdown) => {
  const text = readFileSync(FILE, 'utf8');
  const [from, to] = [text.indexOf(OPEN), text.indexOf(CLOSE)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${OPEN} … ${CLOSE}.`);
  writeFileSync(FILE, `${text.slice(0, from + OPEN.length)}\n\n${markdown}\n\n${text.slice(to)}`);
};
