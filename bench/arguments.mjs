// What a run was asked for: which works, which engines, and whether the page is written.
import { parseArgs } from 'node:util';
import { NAMES, OURS } from './engines.mjs';

const WORKS = ['w1', 'cold', 'w2', 'growth'];
const QUICK = ['w1', 'cold'];

/** Throws with a sentence when a word means nothing. */
export const readArguments = (args) => {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
  const words = (values.only ?? '').split(',').filter((word) => word !== '');
  const asked = words.map((word) => (word === 'ours' ? OURS : word));
  const unknown = asked.find((word) => !WORKS.includes(word) && !NAMES.includes(word));
  if (unknown !== undefined)
    throw new Error(`--only knows ${[...WORKS, 'ours', ...NAMES].join(', ')}, not ${unknown}.`);
  const works = WORKS.filter((work) => asked.includes(work));
  const names = NAMES.filter((name) => asked.includes(name));
  return {
    works: works.length > 0 ? works : values.quick ? QUICK : WORKS,
    names: names.length > 0 ? names : NAMES,
    whole: works.length === 0 && names.length === 0 && !values.quick,
  };
};
