// The workbooks that other programs are asked about: the example's, one of 5,000 duties, one of two services.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeTeam } from '../../bench/work/attested.mjs';
import { openPack, PROGRAM, ROOT, WORK } from '../example.mjs';
import { output } from '../shell.mjs';
import { writeTwoServices } from './two-services.mjs';

const SEED = 5;

/** `{ name, pack }` each; the example is the pack that all steps are about. */
export const packsWithWorkbooks = (example) => [
  { name: 'the example', pack: example },
  {
    name: 'two services',
    pack: built('two-services', writeTwoServices(join(WORK, 'two-services')), 'two.both'),
  },
  { name: '5,000 duties', pack: built('large', writeLarge(), `bench-${SEED}.system`) },
];

const writeLarge = () => {
  const folder = join(WORK, 'large');
  mkdirSync(folder, { recursive: true });
  return writeTeam(folder, 'w2', SEED).attestation;
};

const built = (name, attestation, team) => {
  const out = join(WORK, `${name}-out`);
  output(process.execPath, [PROGRAM, 'lock', attestation], { cwd: ROOT });
  output(process.execPath, [PROGRAM, 'build', attestation, '-o', out], { cwd: ROOT });
  return openPack(join(out, '2026-Q3', team, 'draft'));
};
