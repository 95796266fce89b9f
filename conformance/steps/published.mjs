// The package as it would be published, installed into an empty folder with the network away: it needs nothing beside it, and whoever
// makes it again from the same sources gets the same bytes.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../checks.mjs';
import { membersOf, ROOT, WORK } from '../example.mjs';
import { output } from '../shell.mjs';

const HOME = join(WORK, 'published');
const ATTESTATION = 'data/attestations/2026-Q3/payments.attestation.yaml';

export const published = ({ members }) => {
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true });
  writeFileSync(join(HOME, 'package.json'), '{ "private": true, "type": "module" }\n');
  output('npm', ['pack', '--silent', '--pack-destination', HOME], { cwd: ROOT });
  const archive = readdirSync(HOME).find((name) => name.endsWith('.tgz'));
  output('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${archive}`], { cwd: HOME });
  cpSync(join(ROOT, 'data'), join(HOME, 'data'), { recursive: true });
  const installed = readdirSync(join(HOME, 'node_modules')).filter((name) => !name.startsWith('.'));
  return [
    check(
      'the package installs offline and brings no other',
      installed.filter((name) => name !== 'countersign'),
      'npm pack, npm install --offline',
    ),
    check('installed, it builds the very same pack and verifies it', differences(members), ATTESTATION),
    check('installed, it is a library', library(), "import('countersign')"),
    check(
      'made again from the same sources, it has the same bytes',
      madeAgain(archive),
      'npm run build, npm pack',
    ),
  ];
};

const differences = (members) => {
  const program = join(HOME, 'node_modules/.bin/countersign');
  output(program, ['build', ATTESTATION, '-o', 'out'], { cwd: HOME });
  const folder = join(HOME, 'out/2026-Q3/payments.checkout/draft');
  output(program, ['verify', folder], { cwd: HOME });
  const made = membersOf(folder);
  return [...new Set([...made.keys(), ...members.keys()])].filter(
    (path) => made.get(path)?.equals(members.get(path) ?? Buffer.alloc(0)) !== true,
  );
};

/** In a copy of the project elsewhere, so that no path and no leftover of the first build can be of help. */
const madeAgain = (archive) => {
  const elsewhere = join(HOME, 'again');
  mkdirSync(elsewhere);
  for (const name of readdirSync(ROOT).filter((one) => !LEFT_OUT.includes(one)))
    cpSync(join(ROOT, name), join(elsewhere, name), { recursive: true });
  // Hard links: as good as a copy, for nothing is written there.
  output('cp', ['-al', join(ROOT, 'node_modules'), join(elsewhere, 'node_modules')]);
  output('npm', ['run', '--silent', 'build'], { cwd: elsewhere });
  output('npm', ['pack', '--silent', '--pack-destination', elsewhere], { cwd: elsewhere });
  if (readFileSync(join(HOME, archive)).equals(readFileSync(join(elsewhere, archive)))) return [];
  return differing(membersOf(join(ROOT, 'dist')), membersOf(join(elsewhere, 'dist')));
};

const LEFT_OUT = ['.git', '.reports', 'node_modules', 'dist', 'out', 'bench', 'conformance', 'tests'];

/** Names what differs; the archive itself where it is nothing in `dist/`. */
const differing = (one, other) => {
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path)?.equals(other.get(path) ?? Buffer.alloc(0)) !== true,
  );
  return paths.length === 0 ? ['the archive differs'] : paths.map((path) => `dist/${path} differs`);
};

const library = () => {
  const script = "import('countersign').then(({ judge }) => console.log(typeof judge))";
  const said = output(process.execPath, ['-e', script], { cwd: HOME }).trim();
  return said === 'function' ? [] : [`judge is ${said}`];
};
