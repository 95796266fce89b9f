// The goals as data: which two numbers make the ratio, what it must be and what it is hoped to be.
import { OURS } from '../engines.mjs';
import { median, ratio } from '../measure/numbers.mjs';
import { eachTeam } from './portfolio.mjs';

const warm = (name) => (results) => results.warm?.[name]?.medians ?? null;

/** One number of each repetition of a whole process, or null when the engine did not end well. */
const whole = (work, name, field) => (results) => {
  const runs = results[work]?.[name] ?? [];
  return runs.length === 0 || runs.some(({ failure }) => failure !== undefined)
    ? null
    : runs.map((run) => run[field]);
};

const below = (must, aim) => ({ holds: (value, bound) => value <= bound, must, aim, mark: '≤ ' });
const above = (must, aim) => ({
  holds: (value, bound) => value >= bound,
  must,
  aim,
  mark: '≥ ',
  times: ' times',
});

/** Flat leaves room for what grows by nature: the bytes of the file itself. */
const FLAT = 1.1;

const GOALS = [
  {
    what: 'W1 warm: time of ours to typst, tagged',
    top: warm(OURS),
    under: warm('typst'),
    ...below(0.9, 0.45),
  },
  {
    what: 'W1 warm: faster than Chromium printing the same HTML',
    top: warm('chromium'),
    under: warm(OURS),
    ...above(8, 16),
  },
  { what: 'W1 warm: faster than pdfmake', top: warm('pdfmake'), under: warm(OURS), ...above(3, 7) },
  {
    what: 'W2 whole process: time of ours to the same pages drawn by hand with pdfkit',
    top: whole('w2', OURS, 'wall'),
    under: whole('w2', 'pdfkit-raw', 'wall'),
    ...below(0.8, 0.4),
  },
  {
    what: 'W2 whole process: peak memory of ours to the same',
    top: whole('w2', OURS, 'rss'),
    under: whole('w2', 'pdfkit-raw', 'rss'),
    ...below(0.6, 0.3),
  },
];

/** Repetitions of the two works are no pairs, so medians are compared. */
const growth = (results) => {
  const [small, large] = [whole('w2', OURS, 'rss')(results), whole('w2x4', OURS, 'rss')(results)];
  return small === null || large === null ? null : median(large) / median(small);
};

const GROWTH = {
  what: 'Peak memory of ours: 4,000 pages to 1,000',
  value: growth,
  ...below(1.5, FLAT),
};

export const DRAWING_GOALS = [...GOALS, GROWTH];

const started =
  (name) =>
  ({ startup }) =>
    startup?.[name] ?? null;

export const STARTUP_GOALS = [
  {
    what: '`countersign --help`: time to that of `node -e 0`',
    top: started('help'),
    under: started('node'),
    ...below(2, 1.5),
  },
  {
    what: "One pack (W1, PDF and XLSX), whole process: faster than Chromium's command line printing the same HTML",
    top: started('chromium'),
    under: started('pack'),
    ...above(2.5, 4),
  },
];

const imported =
  (name, field) =>
  ({ imported }) =>
    imported?.small[name].map((round) => round[field]) ?? null;

/** The most of all shapes and sizes. */
const largest =
  (of) =>
  ({ imported }) =>
    imported === undefined ? null : Math.max(...Object.values(imported.large).map(of));

export const IMPORT_GOALS = [
  {
    what: 'Import of the page with the most duties: time to that of `node -e 0`',
    top: imported('made', 'wall'),
    under: imported('node', 'wall'),
    ...below(3, 2),
  },
  {
    what: 'The same: CPU time',
    top: imported('made', 'cpu'),
    under: imported('node', 'cpu'),
    ...below(3, 2),
  },
  {
    what: 'Pages of 20 MB: time for each MB to that of pages of 5 MB, the worst shape',
    value: largest((sizes) => sizes[20].cpu / 20 / (sizes[5].cpu / 5)),
    ...below(1.5, FLAT),
  },
  {
    what: 'Pages of up to 20 MB: peak memory, MB, the worst shape',
    value: largest((sizes) => Math.max(...Object.values(sizes).map(({ rss }) => rss)) / 2 ** 20),
    ...below(500, 350),
  },
];

const verified = (size, kind, field) => (results) =>
  results.verify?.[size][kind].map((round) => round[field]) ?? null;

const toBuild = (what, size, kind) => ({
  what: `${what}: time to verify a sealed and signed pack to the time to build it`,
  top: verified(size, kind, 'verify'),
  under: verified(size, kind, 'build'),
  ...below(2, 1),
});

/** The worse of the two: what the process holds, and what of it is in use. */
const verifyGrowth = ({ verify }) => {
  const at = (count) => verify?.many.marks.find(({ packs }) => packs === count);
  const [early, late] = [at(200), at(1000)];
  return early === undefined || late === undefined
    ? null
    : Math.max(late.rss / early.rss, late.heap / early.heap);
};

export const VERIFY_GOALS = [
  toBuild('The example, warm', 'example', 'rounds'),
  toBuild('The example, whole processes', 'example', 'whole'),
  toBuild('1,000 duties, warm', 'thousand', 'rounds'),
  toBuild('1,000 duties, whole processes', 'thousand', 'whole'),
  {
    what: 'Memory after 1,000 packs verified in one process to that after 200',
    value: verifyGrowth,
    ...below(FLAT, 1),
  },
];

const written = (size, writer, field) => (results) =>
  results.workbook?.[size].rounds.map((round) => round[writer][field]) ?? null;

const toExceljs = (what, size, field) => ({
  what: `${what} of ours to exceljs alone`,
  top: written(size, 'ours', field),
  under: written(size, 'exceljs', field),
  ...below(1.5, 1),
});

const FILLED_FORM = 'A filled form of 5,000 duties, read';
const ofForm = (field, unit) => (results) => {
  const taken = written('form', 'ours', field)(results);
  return taken === null ? null : median(taken) / unit;
};

export const WORKBOOK_GOALS = [
  toExceljs("A team's workbook, warm: time", 'team', 'ms'),
  toExceljs('A large workbook: time', 'large', 'ms'),
  toExceljs('A large workbook: peak memory', 'large', 'rss'),
  { what: `${FILLED_FORM}: seconds`, value: ofForm('ms', 1000), ...below(2, 1) },
  { what: `${FILLED_FORM}: peak memory, MB`, value: ofForm('rss', 2 ** 20), ...below(400, 200) },
  toExceljs(`${FILLED_FORM}: time`, 'form', 'ms'),
];

const ofTeams =
  (name) =>
  ({ portfolio }) =>
    portfolio === undefined ? null : eachTeam(portfolio, name);

const peakOf = ({ portfolio }) =>
  portfolio === undefined ? null : portfolio.memory.at(-1).rss / portfolio.memory[0].rss;

/** The program as it runs by itself, on all cores: as many workers as the last run that was timed. The others may use them, too. */
const allCores = (results) => ofTeams(`jobs-${results.portfolio?.jobs.at(-1)}`)(results);

export const PORTFOLIO_GOALS = [
  {
    what: 'A team of many on two cores, PDF and workbook: time of ours to typst and exceljs',
    top: allCores,
    under: ofTeams('typst'),
    ...below(0.7, 0.4),
  },
  {
    what: 'A team of many on two cores: faster than Chromium and exceljs',
    top: ofTeams('chromium'),
    under: allCores,
    ...above(8, 15),
  },
  {
    what: 'Two workers: faster than one',
    top: ofTeams('jobs-1'),
    under: ofTeams('jobs-2'),
    ...above(1.4, 1.65),
  },
  {
    what: 'Again with nothing changed: time to that of the first run',
    top: ofTeams('again'),
    under: allCores,
    ...below(0.1, 0.04),
  },
  { what: 'Peak memory: the most teams to 50', value: peakOf, ...below(1.3, FLAT) },
];

const measured = ({ value, top, under }, results) => {
  if (value !== undefined) return value(results);
  const [ours, theirs] = [top(results), under(results)];
  return ours === null || theirs === null ? null : ratio(ours, theirs);
};

const verdict = ({ holds, must, aim }, value) => {
  if (value === null) return 'not measured';
  if (holds(value, aim)) return 'aim reached';
  return holds(value, must) ? 'must reached' : 'not reached';
};

/** Every goal with its measured value (null: not measured) and what that means. */
export const judgeGoals = (results, goals) =>
  goals.map((goal) => {
    const value = measured(goal, results);
    const bound = (limit) => `${goal.mark}${limit}${goal.times ?? ''}`;
    return {
      what: goal.what,
      must: bound(goal.must),
      aim: bound(goal.aim),
      value: value === null ? '–' : value.toFixed(2) + (goal.times ?? ''),
      verdict: verdict(goal, value),
    };
  });
