// run-quarter.sh around a program that ends as it is told: what is tried again, what is not, and what comes out in the end.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { WORK } from '../example.mjs';
import { run } from '../shell.mjs';
import { deployed } from './formats.mjs';

const HOME = join(WORK, 'wrapper');
/** Writes down what it was called with, and ends with the next code of a file; without one with 0. */
const FAKE = `#!/bin/sh
echo "$*" >>calls
read -r code rest <codes || :
echo "\${rest:-}" >codes
exit "\${code:-0}"
`;

/** Runs the script in a folder of its own; the program ends with `codes` in turn. */
const quarter = (name, codes, { args = ['2026-Q3'], env = {} } = {}) => {
  const folder = prepared(name, FAKE);
  writeFileSync(join(folder, 'codes'), `${codes.join(' ')}\n`);
  const { code, err } = run('sh', [deployed('run-quarter.sh'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, COUNTERSIGN: join(folder, 'program'), COUNTERSIGN_WAIT: '0', ...env },
  });
  return { code, calls: linesOf(join(folder, 'calls')), events: err.trim().split('\n') };
};

const prepared = (name, program) => {
  const folder = join(HOME, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'program'), program);
  chmodSync(join(folder, 'program'), 0o755);
  writeFileSync(join(folder, 'calls'), '');
  return folder;
};
const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const BUILD = 'build attestations/2026-Q3 -o out --progress json --quiet';
const ROLLUP = 'rollup out/2026-Q3 --json';
const times = (count, call) => Array.from({ length: count }, () => call);

/** What the program ends with in turn, which calls that makes, and how the script ends. */
const STORIES = [
  ['all is well', [0, 0], [BUILD, ROLLUP], 0],
  ['4 twice, then well', [4, 4, 0, 0], [...times(3, BUILD), ROLLUP], 0],
  ['4 in the roll-up', [0, 4, 0], [BUILD, ...times(2, ROLLUP)], 0],
  ['4 for ever', times(9, 4), times(5, BUILD), 4],
  ['2 is not tried again, and what is there is rolled up', [2, 0], [BUILD, ROLLUP], 2],
  ['1 is not tried again', [1, 0], [BUILD, ROLLUP], 1],
  ['2 in the build and 1 in the roll-up', [2, 1], [BUILD, ROLLUP], 2],
  ['1 in the build and 4 for ever in the roll-up', [1, ...times(9, 4)], [BUILD, ...times(5, ROLLUP)], 4],
  ['3 ends it at once', [3], [BUILD], 3],
  ['killed from outside ends it at once', [137], [BUILD], 137],
  ['fewer tries when told so', times(9, 4), times(2, BUILD), 4, { env: { COUNTERSIGN_RETRIES: '1' } }],
  ['build alone', [0], [BUILD], 0, { args: ['2026-Q3', 'build'] }],
  ['roll-up alone', [0], [ROLLUP], 0, { args: ['2026-Q3', 'rollup'] }],
  [
    'one shard of several makes no roll-up',
    [0],
    [BUILD],
    0,
    { env: { JOB_INDEX: '1', JOB_ARRAY_SIZE: '4' } },
  ],
  [
    'settings reach the program',
    [0, 0],
    [
      'build a b/2026-Q3 -o o p --jobs 3 --no-rename --progress json --quiet',
      'rollup o p/2026-Q3 --roster t.yaml --no-rename --json',
    ],
    0,
    {
      env: {
        COUNTERSIGN_ATTESTATIONS: 'a b',
        COUNTERSIGN_OUT: 'o p',
        COUNTERSIGN_JOBS: '3',
        COUNTERSIGN_NO_RENAME: '1',
        COUNTERSIGN_ROSTER: 't.yaml',
      },
    },
  ],
  ['a period that is none', [], [], 2, { args: ['2026-13'] }],
  ['a step that is none', [], [], 2, { args: ['2026-Q3', 'bild'] }],
];

export const wrapper = async () => {
  const faults = STORIES.flatMap(([what, codes, calls, code, more], index) => {
    const found = quarter(String(index), codes, more);
    const [told, wanted] = [found.calls, calls].map((list) => list.join('; '));
    return [
      ...(found.code === code ? [] : [`${what}: ended with ${found.code}, not ${code}`]),
      ...(told === wanted ? [] : [`${what}: called ${told}; should be ${wanted}`]),
    ];
  });
  return [
    check(
      'only exit code 4 is tried again, and the worst code comes out',
      faults,
      `${STORIES.length} stories`,
    ),
    check(
      'its log lines are JSON, the waits grow, and no quarter named is the last one over',
      lines(),
      'run-quarter.sh',
    ),
    check('a signal reaches the program, and the script waits for its end', await signals(), 'TERM and INT'),
  ];
};

const lines = () => {
  const { events } = quarter('events', [4, 4, 0, 0], { env: { COUNTERSIGN_WAIT: '1' } });
  const says = events.map((line) => JSON.parse(line)).map((event) => event.says);
  const waits = says.filter((text) => text.startsWith('tries again')).join(', ');
  const { calls } = quarter('today', [0, 0], { args: [] });
  const now = new Date();
  const last = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 1, 1));
  const period = `${last.getUTCFullYear()}-Q${Math.floor(last.getUTCMonth() / 3) + 1}`;
  return [
    ...(waits === 'tries again in 1 seconds, tries again in 2 seconds' ? [] : [`it waits: ${waits}`]),
    ...(calls[0]?.startsWith(`build attestations/${period} `) ? [] : [`${calls[0]} is not for ${period}`]),
  ];
};

/** Ends like ours: it cleans up for a moment, then says by its code how it was interrupted. */
const SLOW = `#!/bin/sh
exec '${process.execPath}' -e '
const { appendFileSync } = require("node:fs");
const end = (code) => setTimeout(() => { appendFileSync("calls", "cleaned\\n"); process.exit(code); }, 300);
process.on("SIGTERM", () => end(143));
process.on("SIGINT", () => end(130));
setTimeout(() => undefined, 20000);
appendFileSync("calls", "began\\n");
'
`;
const SIGNALS = [
  ['SIGTERM', 143],
  ['SIGINT', 130],
];

const signals = async () => {
  const faults = [];
  for (const [signal, code] of SIGNALS) {
    const folder = prepared(signal, SLOW);
    const env = { PATH: process.env.PATH, COUNTERSIGN: join(folder, 'program') };
    const child = spawn('sh', [deployed('run-quarter.sh'), '2026-Q3'], { cwd: folder, env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await begun(join(folder, 'calls'));
    child.kill(signal);
    const found = await ended;
    if (found !== code) faults.push(`${signal}: ended with ${found}`);
    const calls = linesOf(join(folder, 'calls')).join();
    if (calls !== 'began,cleaned') faults.push(`${signal}: the program did ${calls}`);
  }
  return faults;
};

/** Until the program has written a line; ten seconds at most. */
const begun = async (file) => {
  for (let tries = 0; tries < 200 && linesOf(file).length === 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
};
