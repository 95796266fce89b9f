// Results as Markdown tables.
import { OURS } from '../engines.mjs';
import { median, ratio } from '../measure/numbers.mjs';
import {
  DRAWING_GOALS,
  IMPORT_GOALS,
  judgeGoals,
  PORTFOLIO_GOALS,
  STARTUP_GOALS,
  VERIFY_GOALS,
  WORKBOOK_GOALS,
} from './goals.mjs';
import { importTables } from './import.mjs';
import { table } from './markdown-table.mjs';
import { portfolioTables } from './portfolio.mjs';
import { startupTables } from './startup.mjs';
import { verifyTables } from './verify.mjs';
import { workbookTables } from './workbook.mjs';

const NONE = '–';

const seconds = (ms) => (ms / 1000).toFixed(2);
const megabytes = (bytes) => String(Math.round(bytes / 2 ** 20));
const kilobytes = (bytes) => String(Math.round(bytes / 1024));

const engineTable = ({ engines, checks }) =>
  table(
    ['engine', 'version', 'tagged', 'W1 pages', 'W2 pages', 'words that are missing', 'leaves out'],
    engines.map(({ name, product, version, less }) => [
      product === name ? name : `${name} (\`${product}\`)`,
      version,
      taggedOf(checks, name),
      checks.w1?.[name]?.pages ?? NONE,
      checks.w2?.[name]?.pages ?? NONE,
      lackingOf(checks, name),
      less || 'nothing',
    ]),
  );

const taggedOf = (checks, name) => {
  const tagged = Object.values(checks).find((byName) => byName[name] !== undefined)?.[name].tagged;
  if (tagged === undefined) return NONE;
  return tagged ? 'yes' : 'no';
};

const lackingOf = (checks, name) => {
  const checked = Object.values(checks)
    .map((byName) => byName[name])
    .filter((one) => one !== undefined);
  if (checked.length === 0) return NONE;
  const sum = (field) => checked.reduce((all, one) => all + one[field], 0);
  return `${sum('lacking')} of ${sum('wanted')}`;
};

const ranOf = (results, work, name) =>
  (results[work]?.[name] ?? []).filter(({ failure }) => failure === undefined);

const failureOf = (results, work, name) =>
  (results[work]?.[name] ?? []).find(({ failure }) => failure !== undefined)?.failure ?? null;

const warmCells = (results, name) => {
  const warm = results.warm?.[name];
  if (warm === undefined) return [NONE, NONE, NONE, NONE, NONE];
  const ours = results.warm[OURS];
  return [
    median(warm.medians).toFixed(1),
    `${Math.min(...warm.medians).toFixed(0)}–${Math.max(...warm.medians).toFixed(0)}`,
    ours === undefined ? NONE : ratio(ours.medians, warm.medians).toFixed(2),
    // A browser works in processes of its own, and what those use is not seen from here.
    name === 'chromium' ? NONE : median(warm.cpus).toFixed(0),
    median(warm.unseen).toFixed(1),
  ];
};

const coldCells = (results, name) => {
  const runs = ranOf(results, 'w1', name);
  if (runs.length === 0) return [NONE, NONE, NONE, NONE];
  const middle = (field) => median(runs.map((run) => run[field]));
  return [
    ...[seconds(middle('wall')), seconds(middle('cpu')), megabytes(middle('rss'))],
    kilobytes(runs[0].size),
  ];
};

const SMALL_HEAD = ['W1', 'warm, ms', 'of the rounds', 'ours to it', 'CPU, ms', 'unseen, ms'].concat([
  ...['cold, s', 'cold CPU, s', 'cold peak, MB', 'file, KB'],
]);

const smallTable = (results) =>
  table(
    SMALL_HEAD,
    results.engines.map(({ name }) => [name, ...warmCells(results, name), ...coldCells(results, name)]),
  );

const largeRow = (results, work, { name }) => {
  const failure = failureOf(results, work, name);
  const runs = ranOf(results, work, name);
  if (failure !== null) return [name, failure, NONE, NONE, NONE, NONE, NONE];
  const middle = (field) => median(runs.map((run) => run[field]));
  const ours = ranOf(results, work, OURS);
  const to = (field) =>
    ours.length === runs.length
      ? ratio(
          ours.map((run) => run[field]),
          runs.map((run) => run[field]),
        ).toFixed(2)
      : NONE;
  return [
    ...[
      name,
      seconds(middle('wall')),
      to('wall'),
      seconds(middle('cpu')),
      megabytes(middle('rss')),
      to('rss'),
    ],
    (runs[0].size / 2 ** 20).toFixed(1),
  ];
};

const largeTable = (results, work, title) =>
  table(
    [title, 'whole, s', 'ours to it', 'CPU, s', 'peak, MB', 'ours to it', 'file, MB'],
    results.engines
      .filter(({ name }) => (results[work][name] ?? []).length > 0)
      .map((engine) => largeRow(results, work, engine)),
  );

const goalTable = (results, goals) =>
  table(
    ['goal', 'must', 'aim', 'measured', ''],
    judgeGoals(results, goals).map(({ what, must, aim, value, verdict }) => [
      what,
      must,
      aim,
      value,
      verdict,
    ]),
  );

const machineLine = ({ day, cores, cpu, memory, system, node, load }) =>
  [
    `Measured on ${day}: ${cores} cores of ${cpu}, ${Math.round(memory / 2 ** 30)} GB of memory, ${system},`,
    `Node ${node.slice(1)}; load of the machine before the run ${load.toFixed(1)}.`,
  ].join(' ');

const drawingTables = (results) => [
  engineTable(results),
  results.warm === undefined && results.w1 === undefined ? '' : smallTable(results),
  results.w2 === undefined ? '' : largeTable(results, 'w2', 'W2'),
  results.w2x4 === undefined ? '' : largeTable(results, 'w2x4', 'W2 four times'),
];

const sectionOf = (results, goals, tables) =>
  [machineLine(results.machine), goalTable(results, goals), ...tables]
    .filter((part) => part !== '')
    .join('\n\n');

/** Markdown by section of the page, each with its own machine and goals, because each can be measured alone. */
export const sectionsOf = (results) => ({
  ...(results.engines.length === 0
    ? {}
    : { measured: sectionOf(results, DRAWING_GOALS, drawingTables(results)) }),
  ...(results.startup === undefined
    ? {}
    : { started: sectionOf(results, STARTUP_GOALS, startupTables(results)) }),
  ...(results.imported === undefined
    ? {}
    : { imported: sectionOf(results, IMPORT_GOALS, importTables(results)) }),
  ...(results.verify === undefined
    ? {}
    : { verified: sectionOf(results, VERIFY_GOALS, verifyTables(results)) }),
  ...(results.workbook === undefined
    ? {}
    : { written: sectionOf(results, WORKBOOK_GOALS, workbookTables(results)) }),
  ...(results.portfolio === undefined
    ? {}
    : { portfolio: sectionOf(results, PORTFOLIO_GOALS, portfolioTables(results)) }),
});
