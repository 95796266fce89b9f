// Holds our engine against the others on the same pages: builds, installs, measures, checks what came out and writes docs/performance.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { describeEngine } from './engines.mjs';
import { describeMachine } from './machine.mjs';
import { measureGrowth } from './measure/growth.mjs';
import { measureImport } from './measure/import.mjs';
import { checkOutput } from './measure/outputs.mjs';
import { measurePortfolio } from './measure/portfolio.mjs';
import { measureStartup } from './measure/startup.mjs';
import { measureVerify } from './measure/verify.mjs';
import { measureWarm } from './measure/warm.mjs';
import { measureWhole } from './measure/whole.mjs';
import { measureWorkbook } from './measure/workbook.mjs';
import { WORK } from './places.mjs';
import { setUp } from './setup.mjs';
import { sectionsOf } from './table/markdown.mjs';
import { writeSection } from './table/page.mjs';

/** Whom the portfolio is held against. */
const PEERS = ['typst', 'chromium'];
const COLD_REPETITIONS = 5;
const REPETITIONS = 3;

const tell = (line) => console.log(line);

/** What each work leaves in the results, in the order of measuring. */
const MEASURES = {
  w1: async (names) => ({ warm: await measureWarm(names, tell) }),
  cold: async (names) => ({ w1: await measureWhole(names, 'w1', COLD_REPETITIONS, tell) }),
  w2: async (names) => ({ w2: await measureWhole(names, 'w2', REPETITIONS, tell) }),
  growth: async (names) => ({ w2x4: await measureGrowth(names, tell) }),
  startup: async () => ({ startup: await measureStartup(tell) }),
  import: async () => ({ imported: measureImport(tell) }),
  verify: async () => ({ verify: await measureVerify(tell) }),
  workbook: async () => ({ workbook: measureWorkbook(tell) }),
  portfolio: async () => ({ portfolio: await measurePortfolio(teams, tell) }),
};

const checkAll = (results) =>
  Object.fromEntries(
    ['w1', 'w2', 'w2x4']
      .filter((work) => results[work] !== undefined)
      .map((work) => [work, checkWork(work, results[work])]),
  );

const checkWork = (work, byName) =>
  Object.fromEntries(
    Object.entries(byName)
      .filter(([, runs]) => runs.every(({ failure }) => failure === undefined))
      .map(([name]) => [name, checkOutput(name, work)]),
  );

/** What makes a result none: an engine that leaves words out, or tags it says it writes, does less than it is measured for. */
const faultsOf = (name, work, { lacking, wanted, tagged }, promised) => [
  ...(lacking > 0 ? [`${name} left out ${lacking} of ${wanted} words of ${work}.`] : []),
  ...(promised && !tagged ? [`${name} wrote no tags for ${work}.`] : []),
];

const allFaults = ({ checks, engines, portfolio }) => [
  ...engines.flatMap(({ name, tagged }) =>
    Object.entries(checks).flatMap(([work, byName]) =>
      byName[name] === undefined ? [] : faultsOf(name, work, byName[name], tagged),
    ),
  ),
  ...Object.entries(portfolio?.checks ?? {}).flatMap(([name, check]) =>
    faultsOf(name, 'the teams', check, true),
  ),
];

const { works, names, teams, sections } = readArguments(process.argv.slice(2));
const machine = describeMachine();
setUp([
  ...new Set([
    ...names,
    ...(works.includes('portfolio') ? PEERS : []),
    ...(works.includes('startup') ? ['chromium'] : []),
  ]),
]);
const results = { machine, engines: await Promise.all(names.map(describeEngine)) };
for (const work of works) Object.assign(results, await MEASURES[work](names));
results.checks = checkAll(results);
mkdirSync(WORK, { recursive: true });
writeFileSync(join(WORK, 'results.json'), JSON.stringify(results, null, 2));
for (const [section, markdown] of Object.entries(sectionsOf(results))) {
  console.log(`\n${markdown}`);
  if (sections.includes(section)) writeSection(section, markdown);
}
const faults = allFaults(results);
for (const sentence of faults) console.error(sentence);
process.exitCode = faults.length === 0 ? 0 : 1;
