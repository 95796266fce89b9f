// Prints one line that counts every test and conformance step of a run: `N passed, N failed`.
// Given the run's exit code, so that a run that broke outside any counted step still counts as a failure.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.reports/', import.meta.url));

const counts = (name) => {
  const tally = JSON.parse(readFileSync(folder + name, 'utf8'));
  return {
    passed: tally.numPassedTests,
    failed: tally.numFailedTests,
    brokenFiles: tally.numFailedTestSuites,
  };
};

const reports = () => {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
};

const exitCode = Number(process.argv[2] ?? '0');
const tallies = reports().map(counts);
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
console.log(`${passed} passed, ${failed === 0 && exitCode !== 0 ? 1 : failed} failed`);
