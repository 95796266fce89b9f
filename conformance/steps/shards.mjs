// Ten shards as ten processes at once on one output folder, as batch engines start them: the bytes of one run, and no team built twice.
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { check } from '../checks.mjs';
import { PROGRAM, ROOT, WORK } from '../example.mjs';
import { differences, leftoversIn, packsIn } from '../restart/places.mjs';
import { ONE, TEMPLATE, TWO } from '../restart/program.mjs';
import { writeTeams } from '../restart/teams.mjs';
import { lastLines, output, runBeside } from '../shell.mjs';

const HOME = join(WORK, 'shards');
const INPUTS = join(HOME, 'inputs');
const SHARDS = 10;

/** How a run of shard `index` of all is told which it is. */
const TOLD = {
  'JOB_INDEX of JOB_ARRAY_SIZE': (index) => ({ env: { JOB_INDEX: `${index}`, JOB_ARRAY_SIZE: `${SHARDS}` } }),
  'JOB_COMPLETION_INDEX of JOB_COMPLETIONS': (index) => ({
    env: { JOB_COMPLETION_INDEX: `${index}`, JOB_COMPLETIONS: `${SHARDS}` },
  }),
  '--shard': (index) => ({ words: ['--shard', `${index + 1}/${SHARDS}`] }),
};

export const shards = async () => {
  rmSync(HOME, { recursive: true, force: true });
  const names = writeTeams(INPUTS).map((file) => basename(file, '.attestation.yaml'));
  const [one, two] = [join(HOME, 'one'), join(HOME, 'two')];
  const whole = await build(one, { words: ONE });
  if (whole.code !== 0) throw new Error(`the run of all teams gave ${whole.code}: ${lastLines(whole.err)}`);
  rollUp(one);
  const checks = [await onThreads(two, one)];
  for (const [how, told] of Object.entries(TOLD))
    checks.push(await inShards(how, told, join(HOME, `shards-${checks.length}`), one, names));
  return checks;
};

const onThreads = async (out, reference) => {
  const { code, err } = await build(out, { words: TWO });
  const faults = code === 0 ? [] : [`it gave ${code}: ${err.slice(0, 300)}`];
  rollUp(out);
  faults.push(...differences(out, reference));
  return check('two threads: packs and roll-up have the bytes of one thread', faults, grounds(out));
};

const inShards = async (how, told, out, reference, names) => {
  const runs = await Promise.all(
    Array.from({ length: SHARDS }, (_, index) => build(out, { words: [], ...told(index) })),
  );
  const faults = runs.flatMap(({ code, err }) =>
    code === 0 ? [] : [`one gave ${code}: ${err.slice(0, 300)}`],
  );
  faults.push(...shareFaults(runs, names), ...leftoversIn(out));
  rollUp(out);
  faults.push(...differences(out, reference));
  const again = await build(out, { words: [] });
  const anew = again.teams.filter(({ outcome }) => outcome !== 'up-to-date').length;
  if (again.code !== 0 || anew > 0)
    faults.push(`a run of all after them gave ${again.code}, with ${anew} not up-to-date`);
  return check(
    `${SHARDS} shards at once by ${how}: each team built by one, and packs and roll-up have the bytes of one run`,
    faults,
    grounds(out),
  );
};

/** Every team once, by a shard that says it is what it was told to be, and shards that differ by one team at most. */
const shareFaults = (runs, names) => {
  const faults = runs.flatMap(({ shard }, index) =>
    shard === `${index + 1}/${SHARDS}` ? [] : [`shard ${index + 1} said it was ${shard}`],
  );
  const built = runs.flatMap(({ teams }) => teams.filter(({ outcome }) => outcome === 'built'));
  for (const name of names) {
    const times = built.filter(({ team }) => team === `${name}.main`).length;
    if (times !== 1) faults.push(`${name} was built ${times} times`);
  }
  const sizes = runs.map(({ teams }) => teams.length);
  if (Math.max(...sizes) - Math.min(...sizes) > 1) faults.push(`shards of ${sizes.join(', ')} teams`);
  return faults;
};

/** Of all teams below the folder, or of a shard of them; what it told of itself, event by event. */
const build = async (out, { words = [], env = {} }) => {
  const { code, err } = await runBeside(
    process.execPath,
    [PROGRAM, 'build', INPUTS, '-o', out, '--template', TEMPLATE, '--quiet', '--progress', 'json', ...words],
    { cwd: ROOT, env: { ...surroundings(), ...env } },
  );
  const events = err.split('\n').filter((line) => line.startsWith('{"event":'));
  const told = events.map((line) => JSON.parse(line));
  return {
    code,
    err,
    shard: told.find(({ event }) => event === 'start')?.shard ?? null,
    teams: told.filter(({ event }) => event === 'team'),
  };
};

/** Without what a batch engine that runs this very check may have set. */
const surroundings = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^JOB_[A-Z_]+$/.test(name)));

const rollUp = (out) =>
  output(process.execPath, [PROGRAM, 'rollup', join(out, '2026-Q3'), '--quiet'], { cwd: ROOT });

const grounds = (out) => `${packsIn(out).length - 1} packs and a roll-up`;
