// Same inputs, same bytes: seconds apart, in other folders, time zones and locales, on one thread and on several.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { check, reported } from '../checks.mjs';
import { buildExample, membersOf, PROGRAM, ROOT, WORK } from '../example.mjs';
import { writeTeams } from '../rollup/teams.mjs';
import { output } from '../shell.mjs';
import { nodeBinary } from '../tools.mjs';

/** Enough that each of two threads builds more than one. */
const TEAMS = 5;
const SURROUNDINGS = { TZ: 'Pacific/Chatham', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };

export const sameBytes = async ({ members }) => {
  await setTimeout(2100);
  const data = join(WORK, 'elsewhere/data');
  mkdirSync(join(WORK, 'elsewhere/home'), { recursive: true });
  cpSync(join(ROOT, 'data'), data, { recursive: true });
  const options = {
    cwd: join(WORK, 'elsewhere'),
    env: { ...process.env, ...SURROUNDINGS, HOME: join(WORK, 'elsewhere/home') },
  };
  const again = membersOf(buildExample(join(WORK, 'elsewhere/out'), { data, options }));
  const current = membersOf(buildExample(join(WORK, 'current'), { node: nodeBinary('current') }));
  return [
    check(
      'a build elsewhere and later has the same bytes',
      differences(members, again),
      `${members.size} members; ${SURROUNDINGS.TZ}, ${SURROUNDINGS.LC_ALL}`,
    ),
    reported(
      'a build under the current Node has the same bytes',
      differences(members, current),
      `${members.size} members`,
    ),
    check(
      'teams that are built beside each other have the same bytes',
      onThreads(),
      `${TEAMS} teams, --jobs 1 and 2`,
    ),
  ];
};

const onThreads = () => {
  const home = join(WORK, 'threads');
  rmSync(home, { recursive: true, force: true });
  const attestations = join(home, 'attestations');
  output(process.execPath, [PROGRAM, 'lock', ...writeTeams(attestations, TEAMS)], { cwd: ROOT });
  const [one, two] = [1, 2].map((jobs) => {
    const out = join(home, `jobs-${jobs}`);
    const said = output(
      process.execPath,
      [PROGRAM, 'build', attestations, '-o', out, '--jobs', String(jobs), '--json'],
      { cwd: ROOT },
    );
    const built = JSON.parse(said).filter(({ outcome }) => outcome === 'built').length;
    if (built !== TEAMS) throw new Error(`--jobs ${jobs} built ${built} of ${TEAMS}`);
    return membersOf(join(out, '2026-Q3'));
  });
  return differences(one, two);
};

const differences = (one, other) =>
  [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((path) => {
    const [a, b] = [one.get(path), other.get(path)];
    if (a === undefined || b === undefined) return [`${path} is in one pack only`];
    return a.equals(b) ? [] : [`${path} differs at byte ${a.findIndex((byte, index) => byte !== b[index])}`];
  });
