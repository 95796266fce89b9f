// What importing takes, as Markdown tables.
import { MEGABYTES } from '../measure/import.mjs';
import { median, ratio } from '../measure/numbers.mjs';
import { table } from './markdown-table.mjs';

const NAMES = {
  node: '`node -e 0`',
  made: '`countersign model import`, a page of 180 duties from the generator',
  real: '`countersign model import`, the page of a provider with the most duties',
};

const SHAPES = {
  table: 'Markdown, three columns with bullets',
  html: 'HTML, the same table',
  asciidoc: 'AsciiDoc, the same table',
  letters: 'Markdown, a column of letters for each party',
  lists: 'Markdown, lists three deep',
  pipes: 'nothing but pipes',
};

const smallTable = ({ small }) =>
  table(
    ['Whole process', 'ms', 'to `node -e 0`', 'CPU, ms', 'to `node -e 0`'],
    Object.entries(NAMES)
      .filter(([name]) => small[name] !== undefined)
      .map(([name, title]) => [
        title,
        ...['wall', 'cpu'].flatMap((field) => {
          const [own, nodes] = [name, 'node'].map((one) => small[one].map((round) => round[field]));
          return [median(own).toFixed(0), ratio(own, nodes).toFixed(2)];
        }),
      ]),
  );

const perMegabyte = (sizes, size) => sizes[size].cpu / size;

const largeTable = ({ large }) =>
  table(
    ['Page', ...MEGABYTES.map((size) => `${size} MB, s of CPU`), 'a MB: 20 MB to 5 MB', 'peak, MB', ''],
    Object.entries(large).map(([shape, sizes]) => [
      SHAPES[shape],
      ...MEGABYTES.map((size) => (sizes[size].cpu / 1000).toFixed(1)),
      (perMegabyte(sizes, 20) / perMegabyte(sizes, 5)).toFixed(2),
      (Math.max(...MEGABYTES.map((size) => sizes[size].rss)) / 2 ** 20).toFixed(0),
      sizes[20].refused ? 'refused, with the line' : '',
    ]),
  );

export const importTables = ({ imported }) => [smallTable(imported), largeTable(imported)];
