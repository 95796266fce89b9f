// Puts in place what a run needs: the product built, the peers installed, Chromium and poppler on the machine.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM, HERE, ROOT } from './places.mjs';

const must = (program, args, cwd) => {
  const { status, error } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed: ${error?.message ?? `ended with ${status}`}`);
};

/** npm leaves its own lock in node_modules: as long as it is not older than ours, nothing has changed. */
const isInstalled = () => {
  const [ours, theirs] = [join(HERE, 'package-lock.json'), join(HERE, 'node_modules/.package-lock.json')];
  return existsSync(theirs) && statSync(theirs).mtimeMs >= statSync(ours).mtimeMs;
};

const PROGRAMS = { pdfinfo: 'poppler-utils', pdftotext: 'poppler-utils' };

const isThere = (program) => spawnSync('which', [program]).status === 0;

const missingPackages = (names) => {
  const missing = Object.keys(PROGRAMS).filter((program) => !isThere(program));
  const packages = missing.map((program) => PROGRAMS[program]);
  if (names.includes('chromium') && !existsSync(CHROMIUM)) packages.push('chromium');
  return [...new Set(packages)];
};

const installPrograms = (names) => {
  const packages = missingPackages(names);
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0 || !isThere('apt-get'))
    throw new Error(
      `The benchmark needs programs that are not here. As root: apt-get install ${packages.join(' ')}`,
    );
  must('apt-get', ['update', '-qq']);
  must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
};

/** `names` are the engines that will be measured; without any, nothing but the product is needed. A build named by COUNTERSIGN_DIST is taken as it is. */
export const setUp = (names) => {
  if (process.env.COUNTERSIGN_DIST === undefined) {
    must('npm', ['run', '--silent', 'build'], ROOT);
    must(process.execPath, ['scripts/modules.mjs'], ROOT);
  }
  if (names.length === 0) return;
  // Not `npm ci`: it refuses where a registry lacks Typst's builds for other systems. Versions are the lock's all the same.
  if (!isInstalled()) must('npm', ['install', '--no-save', '--no-audit', '--no-fund'], HERE);
  installPrograms(names);
};
