// What writing and reading workbooks takes, as a Markdown table.
import { median, ratio } from '../measure/numbers.mjs';
import { table } from './markdown-table.mjs';

const NONE = '–';
const ms = (value) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 1);

const fieldOf = (rounds, writer, field) => rounds.map((round) => round[writer][field]);

/** Ours, exceljs alone, and the ratio of the two; nothing where it was not looked at. */
const pairCells = (rounds, field, show) => {
  const [ours, theirs] = [fieldOf(rounds, 'ours', field), fieldOf(rounds, 'exceljs', field)];
  if (ours.includes(undefined)) return [NONE, NONE, NONE];
  return [show(median(ours)), show(median(theirs)), ratio(ours, theirs).toFixed(2)];
};

const row = (title, rounds) => [
  title,
  ...pairCells(rounds, 'ms', ms),
  ...pairCells(rounds, 'cpu', ms),
  ...pairCells(rounds, 'rss', megabytes),
  ...pairCells(rounds, 'bytes', megabytes).slice(0, 2),
];

const HEAD = ['Workbook', 'time, ms', 'exceljs alone', 'ratio', 'CPU, ms', 'exceljs alone', 'ratio'].concat([
  ...['peak, MB', 'exceljs alone', 'ratio', 'file, MB', 'exceljs alone'],
]);

export const workbookTables = ({ workbook: { team, large, form } }) => [
  table(HEAD, [
    row(`a team's, warm: ${team.sheets} sheets, ${team.cells.toLocaleString('en')} cells`, team.rounds),
    row('large: 10,000 rows of 25, 20,000 of 16', large.rounds),
    row('a filled form of 5,000 duties, read', form.rounds),
  ]),
];
