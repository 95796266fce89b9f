// Whole processes, from node's start to the written file: wall time, CPU time and peak memory.
import { spawn } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE, WORK } from '../places.mjs';
import { makePack } from '../work/pack.mjs';
import { rotated } from './numbers.mjs';
import { watchTree } from './process-tree.mjs';

const LONGEST_MS = 480_000;

/** Its processes are not this process's alone to count. */
const IS_TREE = new Set(['chromium']);

export const packFile = (work) => join(WORK, `${work}.json`);
export const outFile = (work, name) => join(WORK, `${work}-${name}.pdf`);

export const writePack = (work) => {
  mkdirSync(WORK, { recursive: true });
  writeFileSync(packFile(work), JSON.stringify(makePack(work, 1)));
};

const ended = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });

/** One process: `{ wall, cpu, rss, size }`, or `{ failure }` when it did not write its file. */
export const runOnce = async (name, work) => {
  const file = outFile(work, name);
  const args = [join(HERE, 'child.mjs'), 'once', name, packFile(work), file];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: LONGEST_MS });
  const stop = IS_TREE.has(name) ? watchTree(child.pid) : null;
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const code = await ended(child);
  const wall = performance.now() - start;
  const tree = stop?.();
  if (code !== 0) return { failure: `ended with ${code} after ${(wall / 1000).toFixed(0)} s` };
  return { wall, size: statSync(file).size, ...(tree ?? JSON.parse(printed)) };
};

/** By engine: one result a repetition, the order another each time. A failed engine is not tried again. */
export const measureWhole = async (names, work, repetitions, tell) => {
  writePack(work);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < repetitions; round += 1)
    for (const name of rotated(names, round)) {
      if (results[name].some(({ failure }) => failure !== undefined)) continue;
      const result = await runOnce(name, work);
      results[name].push(result);
      tell(`${work.padEnd(9)} ${name.padEnd(12)} ${lineOf(result)}`);
    }
  return results;
};

const lineOf = ({ failure, wall, cpu, rss }) =>
  failure ??
  `${(wall / 1000).toFixed(2)} s, ${(cpu / 1000).toFixed(2)} s of CPU, ${(rss / 2 ** 20).toFixed(0)} MB`;
