// Runs in a mount namespace of its own: a small disk that fills up and is then made larger, or a folder that is mounted read-only.
// `node in-namespace.mjs full|read-only PLACE WORDS…` prints what each run of the program did, as JSON.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { misfits, packsIn } from './places.mjs';

const [what, place, kept, ...words] = process.argv.slice(2);

const mount = (...args) => {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr}`);
};

const run = () => {
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { code: status, err: stderr, misfits: misfits(place), packs: packsIn(place).length };
};

const full = () => {
  mount('-t', 'tmpfs', '-o', 'size=450k', 'none', place);
  const runs = [run()];
  runs.push(run());
  mount('-o', 'remount,size=64m', place);
  runs.push(run());
  const { status } = spawnSync('cp', ['-r', `${place}/.`, kept]);
  if (status !== 0) throw new Error('what was built could not be copied');
  return runs;
};

const readOnly = () => {
  mount('--bind', place, place);
  mount('-o', 'remount,bind,ro', place);
  return [run()];
};

mkdirSync(place, { recursive: true });
mkdirSync(kept, { recursive: true });
process.stdout.write(JSON.stringify(what === 'full' ? full() : readOnly()));
