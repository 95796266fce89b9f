// From nothing to a result: help beside a Node that does nothing, and one pack beside Chromium's command line printing the same HTML.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHROMIUM, HERE, PROGRAM, ROOT, WORK } from '../places.mjs';
import { makePack } from '../work/pack.mjs';
import { median, rotated } from './numbers.mjs';

const HOME = join(WORK, 'startup');
const ROUNDS = 15;
const EXAMPLE = 'data/attestations/2026-Q3/payments.attestation.yaml';

const node = (...args) => [process.execPath, ...args];
const program = (...words) => node(PROGRAM, ...words);

/** Rounds over the quick ones are cheap, and their differences small. */
const COMMANDS = {
  node: node('-e', '0'),
  help: program('--help'),
  version: program('--version'),
};

const SLOW = {
  check: program('check', join(HOME, EXAMPLE), '--quiet', '--fail-at', 'critical'),
  build: program('build', join(HOME, EXAMPLE), '-o', join(HOME, 'out'), '--quiet'),
  pack: node(join(HERE, 'startup-child.mjs'), join(HOME, 'w1.json'), join(HOME, 'w1')),
  chromium: [
    CHROMIUM,
    ...['--headless', '--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
    ...['--no-pdf-header-footer', `--user-data-dir=${join(HOME, 'profile')}`],
    `--print-to-pdf=${join(HOME, 'chromium.pdf')}`,
    pathToFileURL(join(HOME, 'w1.html')).href,
  ],
};

const prepare = async () => {
  // Loaded only now, with the packages it needs.
  const { htmlOf } = await import('../peers/chromium/html.mjs');
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true });
  cpSync(join(ROOT, 'data'), join(HOME, 'data'), { recursive: true });
  const pack = makePack('w1', 1);
  writeFileSync(join(HOME, 'w1.json'), JSON.stringify(pack));
  writeFileSync(join(HOME, 'w1.html'), htmlOf(pack));
};

/** Milliseconds from start to end. Throws when it did not end well: then there is nothing to compare. */
const timed = (name, [file, ...args]) => {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${error?.message ?? stderr}`);
  return wall;
};

/** The order another each round; the first of each, which finds nothing in the machine's caches, is not counted. */
const measure = (commands, rounds, tell) => {
  const names = Object.keys(commands);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) timed(name, commands[name]);
  for (let round = 0; round < rounds; round += 1)
    for (const name of rotated(names, round)) results[name].push(timed(name, commands[name]));
  for (const name of names) tell(`startup   ${name.padEnd(12)} ${median(results[name]).toFixed(0)} ms`);
  return results;
};

/** Milliseconds by command, one for each round. */
export const measureStartup = async (tell) => {
  await prepare();
  return { ...measure(COMMANDS, 2 * ROUNDS, tell), ...measure(SLOW, ROUNDS, tell) };
};
