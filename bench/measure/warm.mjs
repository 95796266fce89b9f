// Warm renders: one process per engine, all alive, every engine in each round; four packs in rotation so that nobody can remember one.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { HERE } from '../places.mjs';
import { median, rotated } from './numbers.mjs';

const SEEDS = [1, 2, 3, 4];
/** Packs that no engine has drawn before, each once, two a round: what a cache of words is worth on new text. */
const UNSEEN = [101, 103, 105, 107, 109, 111].map((seed) => [seed, seed + 1]);
const ROUNDS = 9;
/** Warm until the compiler of the engine's own language is done: time and number both. */
const WARM = { ms: 6000, least: 16, most: 64 };
const ROUND_MS = 1500;
const RENDERS = { least: 4, most: 40 };

const answer = (child) =>
  new Promise((resolve, reject) => {
    const gone = (code) => reject(new Error(`ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
  });

const ask = (child, message) => {
  child.send(message);
  return answer(child);
};

const warmUp = async (child) => {
  const times = [];
  for (let spent = 0; times.length < WARM.most && (spent < WARM.ms || times.length < WARM.least); ) {
    const { times: more } = await ask(child, { kind: 'render', count: SEEDS.length });
    times.push(...more);
    spent += more.reduce((sum, one) => sum + one, 0);
  }
  return times;
};

/** As many whole rotations as fit into a round. */
const rendersFor = (times) => {
  const fitting = ROUND_MS / median(times.slice(-8));
  const rotations = Math.round(Math.min(RENDERS.most, Math.max(RENDERS.least, fitting)) / SEEDS.length);
  return rotations * SEEDS.length;
};

const open = async (name) => {
  const child = fork(join(HERE, 'child.mjs'), ['serve', name]);
  await answer(child);
  child.send({ kind: 'packs', work: 'w1', seeds: SEEDS });
  const count = rendersFor(await warmUp(child));
  return { name, child, count, medians: [], cpus: [], unseen: [] };
};

const runRound = async ({ child, count, medians, cpus }) => {
  const { times, cpu } = await ask(child, { kind: 'render', count });
  medians.push(median(times));
  cpus.push(cpu / count);
};

const runUnseen = async ({ child, unseen }, seeds) => {
  child.send({ kind: 'packs', work: 'w1', seeds });
  unseen.push(...(await ask(child, { kind: 'render', count: seeds.length })).times);
};

const close = ({ child }) =>
  new Promise((resolve) => {
    child.once('exit', resolve);
    child.disconnect();
  });

/** By engine, in milliseconds: of each round the median render and the CPU time of its own process for one; the render of each unseen pack. */
export const measureWarm = async (names, tell) => {
  const engines = [];
  for (const name of names) engines.push(await open(name));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const engine of rotated(engines, round)) await runRound(engine);
  for (const [round, seeds] of UNSEEN.entries())
    for (const engine of rotated(engines, round)) await runUnseen(engine, seeds);
  for (const engine of engines) await close(engine);
  for (const { name, medians, count } of engines)
    tell(`W1 warm   ${name.padEnd(12)} ${median(medians).toFixed(1)} ms (${count} renders in each round)`);
  return Object.fromEntries(
    engines.map(({ name, medians, cpus, unseen }) => [name, { medians, cpus, unseen }]),
  );
};
