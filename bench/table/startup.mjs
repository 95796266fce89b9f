// What starting takes, as a Markdown table.
import { median, ratio } from '../measure/numbers.mjs';
import { table } from './markdown-table.mjs';

const NAMES = {
  node: '`node -e 0`',
  help: '`countersign --help`',
  version: '`countersign --version`',
  check: '`countersign check`, the example',
  build: '`countersign build`, the example',
  pack: 'W1 drawn as PDF and XLSX by the library',
  chromium: '`chromium --headless --print-to-pdf`, the HTML of W1',
};

/** Quick and slow ones were measured in rounds of their own. */
const toNode = (startup, name) =>
  startup[name].length === startup.node.length
    ? ratio(startup[name], startup.node)
    : median(startup[name]) / median(startup.node);

export const startupTables = ({ startup }) => [
  table(
    ['Whole process', 'ms', 'fastest', 'slowest', 'to `node -e 0`'],
    Object.entries(NAMES).map(([name, title]) => [
      title,
      ...[median(startup[name]), Math.min(...startup[name]), Math.max(...startup[name])].map((ms) =>
        ms.toFixed(0),
      ),
      toNode(startup, name).toFixed(2),
    ]),
  ),
];
