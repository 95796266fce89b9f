// What the packs of many teams take, as Markdown tables.
import { median, ratio } from '../measure/numbers.mjs';
import { table } from './markdown-table.mjs';

const NONE = '–';
const ms = (value) => value.toFixed(value < 100 ? 1 : 0);
const seconds = (value) => (value / 1000).toFixed(1);
const megabytes = (bytes) => String(Math.round(bytes / 2 ** 20));

/** Of each round the time of one team: the whole run's share with us, the median of its teams with the others. */
export const eachTeam = ({ teams, rounds }, name) =>
  rounds[0]?.[name] === undefined
    ? null
    : rounds.map((round) => {
        const { ms: whole, times } = round[name];
        return times === undefined ? whole / teams : median(times);
      });

const cpuOf = ({ teams, rounds }, name) =>
  median(
    rounds.map((round) => (round[name].times === undefined ? round[name].cpu / teams : round[name].cpu)),
  );

const TITLES = {
  'jobs-1': 'countersign, one worker',
  'jobs-2': 'countersign, two workers',
  again: 'countersign again, nothing changed',
  typst: 'typst + exceljs',
  chromium: 'chromium + exceljs',
};
const PEERS = ['typst', 'chromium'];

const filesOf = ({ checks }, name) => checks[PEERS.includes(name) ? name : 'countersign'];

const row = (portfolio, name) => {
  const each = eachTeam(portfolio, name);
  const to = (jobs) => ratio(eachTeam(portfolio, `jobs-${jobs}`), each).toFixed(2);
  const { pages, lacking, wanted, bytes } = filesOf(portfolio, name);
  const made = PEERS.includes(name)
    ? portfolio.rounds.reduce((sum, round) => sum + round[name].times.length, 0)
    : portfolio.teams * portfolio.rounds.length;
  return [
    TITLES[name],
    String(made),
    ms(median(each)),
    `${Math.min(...each).toFixed(0)}–${Math.max(...each).toFixed(0)}`,
    // A browser works in processes of its own, and what those use is not seen from here.
    name === 'chromium' ? NONE : ms(cpuOf(portfolio, name)),
    to(1),
    to(portfolio.jobs.at(-1)),
    seconds(median(each) * portfolio.teams),
    ...(name === 'again'
      ? [NONE, NONE, NONE]
      : [String(pages), `${lacking} of ${wanted}`, `${Math.round(bytes / 1024)}`]),
  ];
};

const HEAD = ['', 'teams made', 'a team, ms', 'of the rounds', 'CPU, ms', 'one worker to it'].concat([
  ...['two to it', 'all teams, s', 'pages', 'words that are missing', 'two files, KB'],
]);

const timesTable = (portfolio) =>
  table(
    HEAD,
    Object.keys(TITLES)
      .filter((name) => portfolio.rounds[0][name] !== undefined)
      .map((name) => row(portfolio, name)),
  );

const memoryTable = ({ memory, jobs }) =>
  table(
    ['teams', 'workers', 'seconds', 'a team, ms', 'peak of all processes, MB'],
    memory.map((one) => [
      one.teams.toLocaleString('en'),
      String(jobs.at(-1)),
      seconds(one.ms),
      ms(one.ms / one.teams),
      megabytes(one.rss),
    ]),
  );

const ownLine = ({ own }) =>
  `With the template that comes with the program, pages and sheets several times as many: ${own.teams} teams in ${seconds(own.ms)} s, ${ms(own.ms / own.teams)} ms a team.`;

export const portfolioTables = ({ portfolio }) => [
  timesTable(portfolio),
  memoryTable(portfolio),
  ownLine(portfolio),
];
