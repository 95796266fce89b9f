// Puts the tables into docs/performance.md between the markers of their section; the words around them are written by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../places.mjs';

const FILE = join(ROOT, 'docs/performance.md');

/** `section` is the name in the markers; what stands between other markers stays. */
export const writeSection = (section, markdown) => {
  const [open, close] = [`<!-- ${section}: begin -->`, `<!-- ${section}: end -->`];
  const text = readFileSync(FILE, 'utf8');
  const [from, to] = [text.indexOf(open), text.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no ${open} … ${close}.`);
  writeFileSync(FILE, `${text.slice(0, from + open.length)}\n\n${markdown}\n\n${text.slice(to)}`);
};
