// What a run was asked for: which works, which engines, and which sections of the page are written.
import { parseArgs } from 'node:util';
import { NAMES, OURS } from './engines.mjs';

const DRAWING = ['w1', 'cold', 'w2', 'growth'];
const WORKS = [...DRAWING, 'startup', 'import', 'verify', 'workbook', 'portfolio'];
/** The goals speak of so many; another number is for trying, and writes nothing. */
const TEAMS = 500;
const QUICK = ['w1', 'cold'];

/** Throws with a sentence when a word means nothing. */
export const readArguments = (args) => {
  const options = { quick: { type: 'boolean' }, only: { type: 'string' }, teams: { type: 'string' } };
  const { values } = parseArgs({ args, options });
  const teams = teamsOf(values.teams);
  const words = (values.only ?? '').split(',').filter((word) => word !== '');
  const asked = words.map((word) => (word === 'ours' ? OURS : word));
  const unknown = asked.find((word) => !WORKS.includes(word) && !NAMES.includes(word));
  if (unknown !== undefined)
    throw new Error(`--only knows ${[...WORKS, 'ours', ...NAMES].join(', ')}, not ${unknown}.`);
  const chosen = WORKS.filter((work) => asked.includes(work));
  const works = chosen.length > 0 ? chosen : worksFor(asked, values.quick);
  const sections = sectionsFor(works, asked, values.quick).filter(
    (section) => section !== 'portfolio' || teams === TEAMS,
  );
  return { works, names: namesFor(works, asked), teams, sections };
};

const teamsOf = (text) => {
  if (text === undefined) return TEAMS;
  const teams = Number(text);
  if (!Number.isInteger(teams) || teams < 50)
    throw new Error(`--teams takes a number from 50 on, not ${text}.`);
  return teams;
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
  ...(works.includes('startup') ? ['started'] : []),
  ...(works.includes('import') ? ['imported'] : []),
  ...(works.includes('verify') ? ['verified'] : []),
  ...(works.includes('workbook') ? ['written'] : []),
  ...(works.includes('portfolio') ? ['portfolio'] : []),
];
