// Holds a real pack against programs that know nothing of us. Installs what it needs, runs every step, and fails when a check fails.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './checks.mjs';
import { buildExample, openPack, ROOT, verifyPack, WORK } from './example.mjs';
import { output } from './shell.mjs';
import { archive } from './steps/archive.mjs';
import { browser } from './steps/browser.mjs';
import { copies } from './steps/copies.mjs';
import { deploy } from './steps/deploy.mjs';
import { envelopes } from './steps/envelopes.mjs';
import { form } from './steps/form.mjs';
import { interactive } from './steps/interactive.mjs';
import { keysElsewhere } from './steps/keys-elsewhere.mjs';
import { nodeVersions } from './steps/node-versions.mjs';
import { pdf } from './steps/pdf.mjs';
import { preview } from './steps/preview.mjs';
import { published } from './steps/published.mjs';
import { recalculation } from './steps/recalculation.mjs';
import { recipe } from './steps/recipe.mjs';
import { restart } from './steps/restart.mjs';
import { rollup } from './steps/rollup.mjs';
import { sameBytes } from './steps/same-bytes.mjs';
import { schemas } from './steps/schemas.mjs';
import { scripts } from './steps/scripts.mjs';
import { seals } from './steps/seals.mjs';
import { seeds } from './steps/seeds.mjs';
import { shards } from './steps/shards.mjs';
import { structure } from './steps/structure.mjs';
import { timestampAnswers } from './steps/timestamp-answers.mjs';
import { workbook } from './steps/workbook.mjs';
import { installTools } from './tools.mjs';

const STEPS = [
  { name: 'members', run: schemas },
  { name: 'report', run: pdf },
  { name: 'archive', run: archive },
  { name: 'structure', run: structure },
  { name: 'scripts', run: scripts },
  { name: 'browser', run: browser },
  { name: 'preview', run: preview },
  { name: 'tables', run: interactive },
  { name: 'workbook', run: workbook },
  { name: 'workbooks', run: recalculation },
  { name: 'roll-up', run: rollup },
  { name: 'copies', run: copies },
  { name: 'form', run: form },
  { name: 'same bytes', run: sameBytes },
  { name: 'published', run: published },
  { name: 'seeds', run: seeds },
  { name: 'restart', run: restart },
  { name: 'shards', run: shards },
  { name: 'seals', run: seals },
  { name: 'envelopes', run: envelopes },
  { name: 'recipe', run: recipe },
  { name: 'elsewhere', run: keysElsewhere },
  { name: 'timestamps', run: timestampAnswers },
  { name: 'deploy', run: deploy },
  { name: 'node', run: nodeVersions },
];
const MARKS = { passed: 'ok      ', failed: 'FAILED  ', reported: 'reported' };

const makePack = () => {
  installTools();
  output('npm', ['run', '--silent', 'build'], { cwd: ROOT });
  output(process.execPath, ['scripts/modules.mjs'], { cwd: ROOT });
  const folder = buildExample(join(WORK, 'out'));
  verifyPack(folder);
  return openPack(folder);
};

/** The pack itself is the first check; without one there is nothing to hold against anything. */
const runAll = async () => {
  let pack = null;
  const make = () => {
    pack = makePack();
    return [check('the example builds and verifies', [], pack.folder.slice(ROOT.length))];
  };
  const checks = await answers({ name: 'pack', run: make }, null);
  if (pack !== null) for (const step of STEPS) checks.push(...(await answers(step, pack)));
  return checks;
};

/** A step that breaks is a failed check, and the steps after it still run. */
const answers = async ({ name, run }, pack) => {
  const checks = await Promise.resolve(pack)
    .then(run)
    .catch((error) => [check('the step runs to its end', [error.message], '')]);
  for (const { what, verdict, detail } of checks)
    console.log(`${MARKS[verdict]}  ${name.padEnd(10)}  ${what}: ${detail}`);
  return checks;
};

const count = (checks, verdict) => checks.filter((one) => one.verdict === verdict).length;

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
const checks = await runAll();
const [passed, failed, open] = ['passed', 'failed', 'reported'].map((verdict) => count(checks, verdict));
writeFileSync(join(ROOT, '.reports/conformance.json'), JSON.stringify({ passed, failed }));
console.log(`\nConformance: ${passed} passed, ${failed} failed, ${open} reported and not binding`);
process.exitCode = failed === 0 ? 0 : 1;
