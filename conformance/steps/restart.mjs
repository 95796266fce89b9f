// Runs of fifty teams that are killed, signalled, short of disk or not alone: what carries a manifest is whole, and the next run finishes.
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check } from '../checks.mjs';
import { membersOf, ROOT, WORK } from '../example.mjs';
import { killOften } from '../restart/kills.mjs';
import { fullAndReadOnly } from '../restart/namespace.mjs';
import { differences, leftoversIn, misfits, packsIn } from '../restart/places.mjs';
import { buildToEnd, buildUntil, IN_PLACE, ONE, TWO } from '../restart/program.mjs';
import { writeTeams } from '../restart/teams.mjs';
import { lastLines, run } from '../shell.mjs';

/** Kills that hit a living process. */
const KILLS = 200;
/** Teams of the runs that are not killed: every tenth is final. */
const FEW = 10;

export const restart = async (_pack, kills = KILLS) => {
  const work = join(WORK, 'restart');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const files = writeTeams(join(work, 'inputs'));
  const reference = join(work, 'reference');
  const { code, err, first, milliseconds } = await buildToEnd(files, reference, ONE);
  if (code !== 0) throw new Error(`the undisturbed run gave ${code}: ${lastLines(err)}`);
  const times = { first, each: (milliseconds - first) / (files.length - 1) };
  const few = fewOf(files);
  return [
    await killed({ work, files, reference, times }, kills),
    await verified(reference),
    ...fullAndReadOnly({ work, reference, ...few }),
    await atOnce({ work, reference, ...few }),
    await signalled('SIGINT', 130, { work, reference, ...few }),
    await signalled('SIGTERM', 143, { work, reference, ...few }),
    everyStep(),
  ];
};

const fewOf = (files) => {
  const few = files.slice(0, FEW);
  const teams = few.map((file) => `/${basename(file, '.attestation.yaml')}.`);
  return { files: few, isOf: (path) => teams.some((team) => `/${path}`.includes(team)) };
};

const killed = async (place, kills) => {
  const { hits, ends, moments, faults } = await killOften(place, kills);
  const at = (part) => `${Math.round(100 * (moments[Math.floor(part * (moments.length - 1))] ?? 0))} %`;
  if (hits !== kills) faults.push(`${hits} kills hit a living process`);
  const spread = `when ${at(0)} to ${at(1)} of the teams had ended, half of them after ${at(0.5)}`;
  return check(
    `${kills} kills of a run of ${place.files.length} teams: nothing mixed, and run to the end the same bytes`,
    faults,
    `${hits} hit a living process, ${spread}; ${ends} runs to the end`,
  );
};

/** By the library, in this process: starting the program for each would take a minute. */
const verified = async (reference) => {
  const { reperform, verifyPack } = await import(pathToFileURL(join(ROOT, 'dist/index.js')).href);
  const [packs, faults] = [packsIn(reference), []];
  for (const pack of packs) {
    const { steps } = await verifyPack(membersOf(pack), { reperform, trust: null, require: [] });
    const sentences = steps.flatMap(({ outcome, details }) => (outcome === 'failed' ? details : []));
    faults.push(...sentences.map(({ sentence }) => `${pack}: ${sentence}`));
  }
  return check(
    'every pack of them verifies',
    faults,
    `${packs.length} packs, to whose bytes all runs were held`,
  );
};

/** Into an empty folder, and over the drafts and final packs that are there. */
const atOnce = async ({ work, files, reference, isOf }) => {
  const [out, faults] = [join(work, 'at-once'), []];
  for (const round of ['empty', 'filled'])
    for (const way of [ONE, TWO, IN_PLACE]) {
      if (round === 'empty') rmSync(out, { recursive: true, force: true });
      const both = await Promise.all([way, way].map((one) => buildToEnd(files, out, one)));
      faults.push(
        ...both.filter(({ code }) => code !== 0).map(({ code, err }) => `${code}: ${err.slice(0, 300)}`),
      );
      faults.push(...misfits(out), ...leftoversIn(out), ...differences(out, reference, isOf));
    }
  return check(
    'two runs at once on one folder end well, with the same bytes',
    faults,
    `${files.length} teams`,
  );
};

const signalled = async (signal, expected, { work, files, reference, isOf }) => {
  const faults = [];
  const counts = [];
  for (const way of [ONE, TWO, IN_PLACE]) {
    const out = join(work, `${signal}-${counts.length}`);
    const { code, hit, err } = await buildUntil(files, out, way, { teams: FEW / 2, after: 0, signal });
    if (!hit || code !== expected) faults.push(`exit code ${code}: ${err.slice(0, 300)}`);
    faults.push(...misfits(out), ...leftoversIn(out));
    counts.push(packsIn(out).length);
    if (counts.at(-1) === files.length) faults.push('the signal did not end the run');
    const after = await buildToEnd(files, out, way);
    if (after.code !== 0) faults.push(`the next run gave ${after.code}: ${after.err.slice(0, 300)}`);
    faults.push(...differences(out, reference, isOf));
  }
  const what = `${signal} in the middle: exit code ${expected}, nothing half-written, and the next run finishes`;
  return check(what, faults, `${counts.join(', ')} of ${files.length} packs were there`);
};

/** In one process, before every step, on disks and on simulated bucket mounts. */
const everyStep = () => {
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, COUNTERSIGN_KILLS: 'all', CI: 'true', NO_COLOR: '1' };
  const { code, out, err } = run(process.execPath, [vitest, 'run', 'tests/io/killed-anywhere.test.ts'], {
    cwd: ROOT,
    env,
  });
  const tests = /Tests\s+(\d+ passed)/.exec(out)?.[1];
  return check(
    'a kill before every step, on every kind of mount: nothing mixed, and the next run finishes',
    code === 0 ? [] : [lastLines(out + err)],
    `${tests}: disks, and buckets that refuse to rename or pretend to`,
  );
};
