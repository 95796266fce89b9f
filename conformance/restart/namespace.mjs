// A disk that is full, and an output folder that may only be read: in a mount namespace, where this machine allows one.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, reported } from '../checks.mjs';
import { lastLines, run } from '../shell.mjs';
import { differences, leftoversIn } from './places.mjs';
import { TWO, wordsToBuild } from './program.mjs';

const SCRIPT = fileURLToPath(new URL('in-namespace.mjs', import.meta.url));

const unshare = () =>
  [['-m'], ['-Urm']].find((words) => run('unshare', [...words, 'true']).code === 0) ?? null;

/** The answers of the runs inside; throws when the namespace or a mount fails. */
const inside = (words, what, place, kept, files) => {
  const build = wordsToBuild(files, place, TWO);
  const { code, out, err } = run('unshare', [
    ...words,
    process.execPath,
    SCRIPT,
    what,
    place,
    kept,
    ...build,
  ]);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
};

export const fullAndReadOnly = ({ work, files, reference, isOf }) => {
  const words = unshare();
  if (words === null)
    return [reported('full and read-only disks', ['this machine allows no mount namespace'], '')];
  return [fullDisk(words, { work, files, reference, isOf }), readOnlyFolder(words, { work, files })];
};

const fullDisk = (words, { work, files, reference, isOf }) => {
  const kept = join(work, 'full-kept');
  const [first, second, last] = inside(words, 'full', join(work, 'full'), kept, files);
  const faults = [first, second].flatMap(({ code, err, misfits }) => [
    ...(code === 4 ? [] : [`exit code ${code}`]),
    ...(err.includes('The disk is full: make room and run again') ? [] : [`it said ${err.slice(0, 300)}`]),
    ...misfits,
  ]);
  if (first.packs === 0 || second.packs < first.packs)
    faults.push(`${first.packs}, then ${second.packs} packs`);
  if (last.code !== 0) faults.push(`after making room: ${last.code} ${last.err.slice(0, 300)}`);
  faults.push(...leftoversIn(kept), ...differences(kept, reference, isOf));
  const grounds = `${first.packs} of ${files.length} packs stayed whole, then all of them`;
  return check('a full disk: exit code 4, what was whole stays, and the next run finishes', faults, grounds);
};

const readOnlyFolder = (words, { work, files }) => {
  const [only] = inside(words, 'read-only', join(work, 'read-only'), join(work, 'kept'), files.slice(0, 2));
  const faults = only.code === 4 ? [] : [`exit code ${only.code}`];
  if (!only.err.includes('The file system is read-only: name another folder.')) faults.push(only.err);
  return check(
    'a read-only output folder: exit code 4, and a clear message',
    faults,
    lastLines(only.err, 1).trim(),
  );
};
