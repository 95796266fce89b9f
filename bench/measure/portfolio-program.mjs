// The program as anybody calls it, over many teams: one command from start to end.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PROGRAM } from '../places.mjs';
import { watchTree } from './process-tree.mjs';

const TICK_MS = 10;
const ALL = { stdio: ['ignore', 'ignore', 'inherit'] };

/** Whether this build of the program has workers; then it takes a folder for all the files in it, too. */
export const abilities = () => {
  const { stdout } = spawnSync(process.execPath, [PROGRAM, 'build', '--help'], { encoding: 'utf8' });
  return { jobs: stdout.includes('--jobs') };
};

export const lockTeams = (files) => {
  const { status } = spawnSync(process.execPath, [PROGRAM, 'lock', ...files, '--quiet'], ALL);
  if (status !== 0) throw new Error(`countersign lock ended with ${status}.`);
};

/** CPU time of the processes that this one has waited for, with all below them. */
const waitedCpu = () => {
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
};

const ended = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });

/** All teams of a folder are named by it; some of them, or all where the program takes no folder, one by one. */
const operandsOf = (files, { jobs }) => {
  const folder = dirname(files[0]);
  const there = readdirSync(folder).filter((name) => name.endsWith('.attestation.yaml'));
  return jobs && there.length === files.length ? [folder] : files;
};

/**
 * `{ ms, cpu }` of building the files' packs into `out`, and with `watched` the peak of memory too. Null for the template is the one
 * that comes with the program. Throws when a pack was not built: then there is nothing to compare.
 */
export const buildTeams = async ({ files, out, jobs, template, watched }) => {
  const can = abilities();
  const args = [
    ...['build', ...operandsOf(files, can), '-o', out, '--quiet'],
    ...(template === null ? [] : ['--template', template]),
    ...(can.jobs ? ['--jobs', String(jobs)] : []),
  ];
  const [start, before] = [performance.now(), waitedCpu()];
  const child = spawn(process.execPath, [PROGRAM, ...args], ALL);
  const stop = watched ? watchTree(child.pid) : null;
  const code = await ended(child);
  const taken = { ms: performance.now() - start, cpu: waitedCpu() - before };
  const seen = stop?.();
  if (code !== 0) throw new Error(`countersign build ended with ${code}.`);
  return seen === undefined ? taken : { ...taken, rss: seen.rss };
};
