// Programs in Python that check signatures, in an environment of their own: they take jobs as JSON and answer each.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORK } from '../example.mjs';
import { output } from '../shell.mjs';

const HERE = fileURLToPath(new URL('..', import.meta.url));
const REQUIREMENTS = ['pyhanko/requirements.txt', 'in-toto/requirements.txt'];

/** Runs `script`, a path in this folder; one answer a job. */
export const askPython = (script, jobs) => {
  const answers = output(interpreter(), [join(HERE, script)], {
    input: JSON.stringify(jobs),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return JSON.parse(answers);
};

/** Made once a run. */
const interpreter = () => {
  made ??= make();
  return made;
};
let made;

const make = () => {
  const folder = join(WORK, 'python');
  output('python3', ['-m', 'venv', folder]);
  const python = join(folder, 'bin/python');
  const files = REQUIREMENTS.flatMap((file) => ['-r', join(HERE, file)]);
  output(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...files]);
  return python;
};
