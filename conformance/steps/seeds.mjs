// Two hundred attestations filled in at random, each locked, checked, built with PDF and workbook, verified, and spoilt byte by byte.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { ROOT, WORK } from '../example.mjs';
import { lastLines, run } from '../shell.mjs';

const SEEDS = '200';

export const seeds = () => {
  const file = join(WORK, 'seeds.json');
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const args = [
    vitest,
    'run',
    'tests/scenarios/seeds.test.ts',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const env = {
    ...process.env,
    COUNTERSIGN_SEEDS: SEEDS,
    COUNTERSIGN_DRAWN: SEEDS,
    CI: 'true',
    NO_COLOR: '1',
  };
  const { code, out, err } = run(process.execPath, args, { cwd: ROOT, env });
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  const faults = code === 0 ? [] : [`${numFailedTests} failed`, lastLines(err || out)];
  return [
    check(
      `${SEEDS} packs of random answers verify, and no flipped byte passes`,
      faults,
      `${numPassedTests} tests`,
    ),
  ];
};
