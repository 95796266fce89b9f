// Verifying held against building: by turns in one warm process, as whole processes of the program, and a thousand packs in one process.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HERE, PROGRAM, WORK } from '../places.mjs';
import { writeSigned } from '../work/signed.mjs';
import { median, ratio } from './numbers.mjs';

/** Rounds and turns of each; whole processes once a round. */
const SIZES = {
  example: { rounds: 7, turns: 3, whole: 5 },
  thousand: { rounds: 3, turns: 1, whole: 3 },
};
const MANY = { work: 'twenty', distinct: 24, marks: [200, 400, 600, 800, 1000] };

const folderOf = (name) => join(WORK, 'verify', name);

/** What a process printed. Throws when it did not end well, because then there is nothing to compare. */
const run = (args) => {
  const { stdout, status, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`node ${args[0]} ended with ${status}: ${error?.message ?? stdout}`);
  return stdout;
};

const inChild = (mode, args, flags = []) =>
  JSON.parse(run([...flags, join(HERE, 'verify-child.mjs'), mode, ...args]));

const program = (args) => {
  const start = performance.now();
  run([PROGRAM, ...args, '--quiet']);
  return performance.now() - start;
};

/** The folder of the one final pack below another. */
const packIn = (out) =>
  join(
    out,
    readdirSync(out, { recursive: true }).find((name) => basename(name) === 'v1'),
  );

/** The program as anybody calls it: a final pack built into a new folder, and then verified there. */
const wholeOnce = ({ attestation, key, certificate, trust }, out) => {
  rmSync(out, { recursive: true, force: true });
  const build = program(['build', attestation, '--seal', key, '--certificate', certificate, '-o', out]);
  return { build, verify: program(['verify', packIn(out), '--trust', trust]) };
};

const wholeRounds = (team, name, count) =>
  Array.from({ length: count }, () => wholeOnce(team, join(folderOf(name), 'out')));

const measureSize = async (name, tell) => {
  const { rounds, turns, whole } = SIZES[name];
  const team = await writeSigned(folderOf(name), name, 1);
  const warm = inChild('warm', [JSON.stringify(team), rounds, turns].map(String));
  const result = { ...warm, whole: wholeRounds(team, name, whole) };
  tell(`verify    ${name.padEnd(12)} ${lineOf(result.rounds, 'warm')}; ${lineOf(result.whole, 'whole')}`);
  return result;
};

const lineOf = (rounds, what) => {
  const [verify, build] = ['verify', 'build'].map((field) => rounds.map((round) => round[field]));
  return `${what} ${median(verify).toFixed(0)} ms, built in ${median(build).toFixed(0)} ms (${ratio(verify, build).toFixed(2)})`;
};

const measureMany = async (tell) => {
  const teams = [];
  for (let seed = 1; seed <= MANY.distinct; seed += 1) {
    const folder = folderOf(`many-${seed}`);
    teams.push({ ...(await writeSigned(folder, MANY.work, seed)), zip: join(folder, 'pack.zip') });
  }
  const words = teams.map((team) => JSON.stringify(team));
  inChild('make', words);
  const result = inChild('many', [JSON.stringify(MANY.marks), ...words], ['--expose-gc']);
  for (const { packs, rss, heap } of result.marks)
    tell(`verify    ${String(packs).padEnd(12)} packs: ${megabytes(rss)} MB, ${megabytes(heap)} MB of heap`);
  return result;
};

const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(0);

/** `{ example, thousand, many }`: rounds in milliseconds, facts of the packs, and memory in bytes. */
export const measureVerify = async (tell) => ({
  example: await measureSize('example', tell),
  thousand: await measureSize('thousand', tell),
  many: await measureMany(tell),
});
