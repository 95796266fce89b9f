// What verifying takes, as Markdown tables.
import { median, ratio } from '../measure/numbers.mjs';
import { table } from './markdown-table.mjs';

const SIZES = { example: 'the example', thousand: '1,000 duties' };

const ms = (value) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1);

const fieldOf = (rounds, field) => rounds.map((round) => round[field]);

/** Built, verified, and the ratio of the two. */
const pairCells = (rounds) => {
  const [build, verify] = [fieldOf(rounds, 'build'), fieldOf(rounds, 'verify')];
  return [ms(median(build)), ms(median(verify)), ratio(verify, build).toFixed(2)];
};

const sizeRow = ([name, title], verify) => {
  const { duties, members, bytes, pdf, rounds, whole } = verify[name];
  return [
    ...[title, duties, members, megabytes(bytes), megabytes(pdf)],
    ...pairCells(rounds),
    ms(median(fieldOf(rounds, 'pdf'))),
    ...pairCells(whole),
  ].map(String);
};

const SIZE_HEAD = ['Pack', 'duties', 'files', 'MB', 'PDF, MB', 'built, ms', 'verified, ms', 'ratio'].concat([
  ...['PDF alone, ms', 'whole: built, ms', 'whole: verified, ms', 'ratio'],
]);

const sizeTable = (verify) =>
  table(
    SIZE_HEAD,
    Object.entries(SIZES).map((size) => sizeRow(size, verify)),
  );

const manyTable = ({ distinct, marks }) =>
  table(
    [`Verified in one process, ${distinct} packs in rotation`, 'resident, MB', 'heap in use, MB'],
    marks.map(({ packs, rss, heap }) => [packs.toLocaleString('en'), megabytes(rss), megabytes(heap)]),
  );

export const verifyTables = ({ verify }) => [sizeTable(verify), manyTable(verify.many)];
