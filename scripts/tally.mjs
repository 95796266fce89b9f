// Prints one line that counts every unit test and conformance check of a run: `N passed, N failed`.
// Given the run's exit code, so that a run that broke outside anything counted still counts as a failure.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NOTHING = { passed: 0, failed: 0 };

const read = (name) => {
  const file = fileURLToPath(new URL(`../.reports/${name}.json`, import.meta.url));
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

/** A test file that could not be run at all has no failed test in it; it counts as one. */
const unitTests = (report) => {
  if (report === null) return NOTHING;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
};

const exitCode = Number(process.argv[2] ?? '0');
const tallies = [unitTests(read('unit')), read('conformance') ?? NOTHING];
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed === 0 && exitCode !== 0 ? 1 : failed} failed`);
