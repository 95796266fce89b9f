// Reading providers' pages: whole imports of the page with the most duties beside a Node that does nothing, and of pages of 5, 10 and 20 MB.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HERE, PROGRAM, WORK } from '../places.mjs';
import { largePage, letteredPage, SHAPES } from '../work/pages.mjs';
import { median, ratio, rotated } from './numbers.mjs';

const HOME = join(WORK, 'import');
const ROUNDS = 25;
export const MEGABYTES = [5, 10, 20];
const DAY = '2026-06-01';
const DATED = ['--revision', DAY];

/** Of providers' own pages, which are not ours to pass on, the one with the most duties; where they are at hand. */
const REAL = 'cloud-temple-iaas-raci.md';

const importing = (page) => [process.execPath, PROGRAM, 'model', 'import', page];

/** Milliseconds of the whole process, as the shell counts them: `{ wall, cpu }`. Throws when it did not end well. */
const timed = (name, command) => {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" 2>&1 >/dev/null';
  const { status, stderr, error } = spawnSync('bash', ['-c', script, 'bash', ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${error?.message ?? stderr}`);
  const [wall, user, system] = stderr
    .trim()
    .split(/\s+/)
    .map((seconds) => Number(seconds) * 1000);
  return { wall, cpu: user + system };
};

const commands = () => {
  const page = join(HOME, 'most-duties.md');
  writeFileSync(page, letteredPage(1));
  const folder = process.env.COUNTERSIGN_CORPUS;
  const real = folder === undefined ? null : join(folder, REAL);
  return {
    node: [process.execPath, '-e', '0'],
    made: importing(page),
    ...(real !== null && existsSync(real) ? { real: [...importing(real), ...DATED] } : {}),
  };
};

/** By command, one result a round, the order another each round; the first of each is not counted. */
const measureSmall = (tell) => {
  const all = commands();
  const names = Object.keys(all);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) timed(name, all[name]);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of rotated(names, round)) results[name].push(timed(name, all[name]));
  for (const name of names) {
    const of = (field) => results[name].map((one) => one[field]);
    const beside = ratio(
      of('wall'),
      results.node.map(({ wall }) => wall),
    );
    tell(`import    ${name.padEnd(12)} ${median(of('wall')).toFixed(0)} ms (${beside.toFixed(2)})`);
  }
  return results;
};

/** What a page that is refused ends with; any other end is no result. */
const REFUSED = 2;

const measureLarge = (shape, megabytes) => {
  const [page, out, usage] = ['page', 'model.yaml', 'usage.json'].map((name) => join(HOME, name));
  writeFileSync(page, largePage(shape, megabytes));
  for (const file of [out, usage]) rmSync(file, { force: true });
  const [file, ...words] = importing(page);
  const preload = ['--import', pathToFileURL(join(HERE, 'usage.mjs')).href];
  const start = performance.now();
  const { status, signal, stderr } = spawnSync(file, [...preload, ...words, ...DATED, '-o', out, '--quiet'], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, BENCH_USAGE: usage },
  });
  const wall = performance.now() - start;
  if (status !== 0 && status !== REFUSED)
    throw new Error(`A page of ${megabytes} MB (${shape}) ended with ${status ?? signal}: ${stderr}`);
  return { wall, refused: status === REFUSED, ...JSON.parse(readFileSync(usage, 'utf8')) };
};

/** `{ small, large }`: rounds by command, and by shape one result for each size; times in milliseconds, memory in bytes. */
export const measureImport = (tell) => {
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true });
  const small = measureSmall(tell);
  const large = Object.fromEntries(SHAPES.map((shape) => [shape, {}]));
  for (const shape of SHAPES)
    for (const megabytes of MEGABYTES) {
      const one = measureLarge(shape, megabytes);
      large[shape][megabytes] = one;
      tell(
        `import    ${shape.padEnd(12)} ${megabytes} MB in ${(one.wall / 1000).toFixed(1)} s, ${(one.rss / 2 ** 20).toFixed(0)} MB`,
      );
    }
  return { small, large };
};
