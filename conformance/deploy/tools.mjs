// Programs that know the formats of deploy/, in an environment of Python's own; they bring schemas and binaries with them.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORK } from '../example.mjs';
import { output, run } from '../shell.mjs';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));

/** What is wrong with a file in the eyes of one of these programs, as lines; none when it ends well. */
export const faultsOf = (program, args) => {
  const { code, out, err } = run(join(folder(), 'bin', program), args);
  return code === 0 ? [] : `${out}${err}`.trim().split('\n');
};

/** Made once a run. */
const folder = () => {
  made ??= make();
  return made;
};
let made;

const make = () => {
  const home = join(WORK, 'deploy-tools');
  output('python3', ['-m', 'venv', home]);
  const options = ['--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  output(join(home, 'bin/python'), ['-m', 'pip', 'install', ...options, '-r', REQUIREMENTS]);
  return home;
};
