// Same inputs, same bytes: seconds apart, in other folders, time zones and locales.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { check, reported } from '../checks.mjs';
import { buildExample, membersOf, ROOT, WORK } from '../example.mjs';
import { nodeBinary } from '../tools.mjs';

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
  ];
};

const differences = (one, other) =>
  [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((path) => {
    const [a, b] = [one.get(path), other.get(path)];
    if (a === undefined || b === undefined) return [`${path} is in one pack only`];
    return a.equals(b) ? [] : [`${path} differs at byte ${a.findIndex((byte, index) => byte !== b[index])}`];
  });
