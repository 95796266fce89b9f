// What a run was asked for: which works, which engines, and which sections of the page are written.
import { parseArgs } from 'node:util';
import { NAMES, OURS } from './engines.mjs';

const DRAWING = ['w1', 'cold', 'w2', 'growth'];
const WORKS = [...DRAWING, 'verify', 'workbook'];
const QUICK = ['w1', 'cold'];

/** Throws with a sentence when a word means nothing. */
export const readArguments = (args) => {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
  const words = (values.only ?? '').split(',').filter((word) => word !== '');
  const asked = words.map((word) => (word === 'ours' ? OURS : word));
  const unknown = asked.find((word) => !WORKS.includes(word) && !NAMES.includes(word));
  if (unknown !== undefined)
    throw new Error(`--only knows ${[...WORKS, 'ours', ...NAMES].join(', ')}, not ${unknown}.`);
  const chosen = WORKS.filter((work) => asked.includes(work));
  const works = chosen.length > 0 ? chosen : worksFor(asked, values.quick);
  return { works, names: namesFor(works, asked), sections: sectionsFor(works, asked, values.quick) };
};

const worksFor = (asked, quick) => {
  if (quick) return QUICK;
  return asked.length > 0 ? DRAWING : WORKS;
};

/** Verifying is ours alone, and workbooks are written beside a library that comes with the product. */
const namesFor = (works, asked) => {
  const names = NAMES.filter((name) => asked.includes(name));
  if (!works.some((work) => DRAWING.includes(work))) return [];
  return names.length > 0 ? names : NAMES;
};

/** A section is written when all of it was measured: drawing by a run that was asked for nothing less, the others by any that has them. */
const sectionsFor = (works, asked, quick) => [
  ...(asked.length === 0 && !quick ? ['measured'] : []),
  ...(works.includes('verify') ? ['verified'] : []),
  ...(works.includes('workbook') ? ['written'] : []),
];
