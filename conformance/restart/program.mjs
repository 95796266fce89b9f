// The published program building the teams, killed or signalled at a moment, and what it said.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROGRAM, ROOT } from '../example.mjs';

/** Draws in a tenth of the time that the template takes that comes with the program; nothing here is about what is drawn. */
export const TEMPLATE = fileURLToPath(new URL('template', import.meta.url));

/** On the main thread, on two others, and without renaming. */
export const ONE = ['--jobs', '1'];
export const TWO = ['--jobs', '2'];
export const IN_PLACE = ['--jobs', '1', '--no-rename'];

export const wordsToBuild = (files, out, way) => [
  ...[PROGRAM, 'build', ...files, '-o', out],
  ...['--template', TEMPLATE, '--quiet', ...way],
];

/**
 * Builds, and sends `signal` `after` milliseconds from the moment when `teams` teams have ended, with 0 from the start, and what
 * `waits` gives has settled. `hit`: the process was alive then.
 */
export const buildUntil = async (files, out, way, { teams, waits = () => null, after, signal }) => {
  const run = start(files, out, way, teams);
  await Promise.race([run.reached.then(waits), run.ended]);
  await Promise.race([setTimeout(after), run.ended]);
  const hit = run.child.exitCode === null && run.child.signalCode === null && run.child.kill(signal);
  return { ...(await run.ended), hit };
};

export const buildToEnd = (files, out, way) => start(files, out, way, 0).ended;

/** In the end `teams` says how many teams ended, `first` after how many milliseconds the first did, `err` all that is no progress. */
const start = (files, out, way, teams) => {
  const began = performance.now();
  const child = spawn(process.execPath, wordsToBuild(files, out, [...way, '--progress', 'json']), {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const told = { teams: 0, first: 0, err: '' };
  const reached = new Promise((resolve) => {
    if (teams === 0) resolve();
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!line.startsWith('{"event":')) told.err += `${line}\n`;
      if (!line.startsWith('{"event":"team"')) return;
      told.teams += 1;
      if (told.teams === 1) told.first = performance.now() - began;
      if (told.teams === teams) resolve();
    });
  });
  const ended = new Promise((resolve) => {
    child.once('close', (code, signal) =>
      resolve({ code, signal, ...told, milliseconds: performance.now() - began }),
    );
  });
  return { child, reached, ended };
};
