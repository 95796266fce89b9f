// A run killed at random moments, again and again, from an empty folder or into what earlier kills left; then run to its end.
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { differences, leftoversIn, misfits } from './places.mjs';
import { buildToEnd, buildUntil, IN_PLACE, ONE, TWO } from './program.mjs';

const SEED = 20261009;
/** Kills between two runs to the end, whose bytes are compared. */
const ROUND = 10;
/** Chains of runs beside each other, each in a folder of its own. */
const CHAINS = 2;
/** Milliseconds that a pack is being written, or some more. */
const WRITING = 10;
const WAYS = [ONE, TWO, IN_PLACE];

/** Numbers from 0 to 1, the same in every run. */
const randomFrom = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** `times` are those of a whole run. Says how many kills hit a living process, which part of the teams had ended then, and all faults. */
export const killOften = async (place, kills) => {
  const chains = await Promise.all(
    Array.from({ length: CHAINS }, (_, chain) => runChain({ ...place, chain, kills: kills / CHAINS })),
  );
  return {
    hits: chains.reduce((sum, { hits }) => sum + hits, 0),
    ends: chains.reduce((sum, { ends }) => sum + ends, 0),
    moments: chains.flatMap(({ moments }) => moments).sort((a, b) => a - b),
    faults: chains.flatMap(({ faults }) => faults),
  };
};

const runChain = async ({ work, files, reference, times, chain, kills }) => {
  const [random, out] = [randomFrom(SEED + chain), join(work, `killed-${chain}`)];
  const result = { hits: 0, ends: 0, moments: [], faults: [] };
  // A run that fails of itself is never hit.
  while (result.hits < kills && result.faults.length === 0) {
    if (random() < 0.25) rmSync(out, { recursive: true, force: true });
    const way = WAYS[Math.floor(random() * WAYS.length)];
    // Without it a run goes on from what is there; with it drafts are replaced.
    const again = random() < 0.5 ? ['--force'] : [];
    const order = turned(files, random);
    const moment = momentOf(order, out, times, random);
    const { hit, signal, teams, code, err } = await buildUntil(order, out, [...way, ...again], {
      ...moment,
      signal: 'SIGKILL',
    });
    const killed = hit && signal === 'SIGKILL';
    if (killed) {
      result.hits += 1;
      result.moments.push(teams / files.length);
    } else if (code !== 0) result.faults.push(`a run that was not killed gave ${code}: ${err.slice(0, 300)}`);
    result.faults.push(...misfits(out).map((fault) => `after kill ${result.hits}: ${fault}`));
    if (killed && (result.hits % ROUND === 0 || result.hits === kills))
      await finish(out, files, reference, way, result);
  }
  return result;
};

/**
 * Some number of teams into the run, however fast this machine is today, and then somewhere in the time that the next one takes; or, every
 * second time, while that one's pack is being written, which takes a few milliseconds of it.
 */
const momentOf = (files, out, { first, each }, random) => {
  const teams = Math.floor(random() * files.length);
  const [aimed, part] = [random() < 0.5, random()];
  if (!aimed) return { teams, after: part * (teams === 0 ? first : each) };
  const series = join(out, '2026-Q3', `${basename(files[teams], '.attestation.yaml')}.main`);
  return { teams, waits: () => written(series, 3 * (teams === 0 ? first : each)), after: part * WRITING };
};

/** Settles when something is being written in the folder, or after so many milliseconds. */
const written = async (series, patience) => {
  const until = performance.now() + patience;
  while (leftoversIn(series).length === 0 && performance.now() < until) await setTimeout(1);
};

/** The same files, beginning with another: so that what is killed in the middle of is every team in turn. */
const turned = (files, random) => {
  const at = Math.floor(random() * files.length);
  return [...files.slice(at), ...files.slice(0, at)];
};

const finish = async (out, files, reference, way, result) => {
  const { code, err } = await buildToEnd(files, out, way);
  result.ends += 1;
  if (code !== 0) result.faults.push(`the run to the end gave ${code}: ${err.slice(0, 300)}`);
  result.faults.push(...leftoversIn(out).map((path) => `${path} was left behind`));
  result.faults.push(...differences(out, reference));
};
