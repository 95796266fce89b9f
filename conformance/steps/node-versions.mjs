// The unit tests, and the example from build to verify, on the oldest Node we support and on a current one. The oldest differs from the one that
// `npm test` ran on by little, so that only the tests of processes, threads and disks are run on it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check } from '../checks.mjs';
import { buildExample, ROOT, verifyPack, WORK } from '../example.mjs';
import { lastLines, output, run } from '../shell.mjs';
import { nodeBinary } from '../tools.mjs';

const PROJECTS = { floor: ['--project', 'alone'], current: [] };

export const nodeVersions = () => Object.keys(PROJECTS).flatMap(onNode);

const onNode = (which) => {
  const node = nodeBinary(which);
  const version = output(node, ['--version']).trim();
  const folder = join(WORK, `node-${which}`);
  const built = faultsOf(() => verifyPack(buildExample(folder, { node }), node));
  return [
    unitTests(node, version, PROJECTS[which], join(WORK, `unit-${which}.json`)),
    check(`the example builds and verifies on Node ${version}`, built, 'exit code 0'),
  ];
};

const unitTests = (node, version, projects, file) => {
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, CI: 'true', NO_COLOR: '1' };
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = [vitest, 'run', ...projects, ...reporters];
  const { code, out, err } = run(node, args, { cwd: ROOT, env });
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = testResults
    .filter(({ status }) => status !== 'passed')
    .map(({ name }) => name.slice(ROOT.length));
  const faults =
    code === 0
      ? []
      : [`${numFailedTests} of ${numPassedTests + numFailedTests} tests`, ...failed, lastLines(err || out)];
  return check(`the unit tests pass on Node ${version}`, faults, `${numPassedTests} tests`);
};

const faultsOf = (act) => {
  try {
    act();
    return [];
  } catch (error) {
    return [error.message];
  }
};
