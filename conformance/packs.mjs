// The packs that a step asks about: the example, the example in a template with every feature of the subset, and one in many scripts.
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ATTESTATION, PROGRAM, ROOT, WORK } from './example.mjs';
import { output } from './shell.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const DOCUMENTS = join(HERE, 'documents');

/** Where the report of each pack lies, by what is asked of it. Made once a run. */
export const reportsBesides = () => {
  made ??= [
    { name: 'every feature', file: buildFeatures() },
    { name: 'many scripts', file: buildScripts() },
  ];
  return made;
};
let made;

const buildFeatures = () => {
  const out = join(WORK, 'features');
  const template = join(DOCUMENTS, 'features');
  output(
    process.execPath,
    [PROGRAM, 'build', join(ROOT, 'data', ATTESTATION), '-o', out, '--template', template],
    { cwd: HERE },
  );
  return reportIn(out);
};

/** Run from this folder, where a font for Japanese is installed as a user would install one. */
const buildScripts = () => {
  const [inputs, out] = [join(WORK, 'scripts'), join(WORK, 'scripts-out')];
  mkdirSync(inputs, { recursive: true });
  cpSync(join(DOCUMENTS, 'scripts'), inputs, { recursive: true });
  const attestation = join(inputs, 'harbour.attestation.yaml');
  output(process.execPath, [PROGRAM, 'lock', attestation], { cwd: HERE });
  output(process.execPath, [PROGRAM, 'build', attestation, '-o', out], { cwd: HERE });
  return reportIn(out);
};

const reportIn = (folder) => {
  const found = readdirSync(folder, { recursive: true }).find((path) => path.endsWith('-report.pdf'));
  if (found === undefined) throw new Error(`no report in ${folder}`);
  return join(folder, found);
};
