// Providers' pages from a seed: one as large as the largest that providers publish, and some of any size, in the markup that they are written in.
import { proseBy, titleBy } from './prose.mjs';
import { between, oneOf, randomFrom } from './random.mjs';

const DAY = '2026-06-01';
const PROVIDER = 'Lantern';

const FRONT = `---\nlastupdated: "${DAY}"\n---\n\n# Understanding your responsibilities with ${PROVIDER}\n`;

/** Twelve areas of fifteen activities, each with letters for one or both of the parties. */
export const letteredPage = (seed) => {
  const random = randomFrom(seed);
  const areas = Array.from(
    { length: 12 },
    () => `\n## ${titleBy(random, 2, 4)}\n\n${lettered(random, 15, 13)}`,
  );
  return FRONT + areas.join('');
};

const LETTERS = [
  ['**RA**', ''],
  ['', '**RA**'],
  ['**RA**', '**C**'],
  ['**I**', '**RA**'],
  ['**R**', '**A**'],
];

const lettered = (random, rows, words) => {
  const lines = Array.from({ length: rows }, () => {
    const [customer, provider] = oneOf(random, LETTERS);
    return `| ${titleBy(random, words - 4, words + 4)} | ${customer} | ${provider} |`;
  });
  return `| Activity | Client role | ${PROVIDER} role |\n|---|---|---|\n${lines.join('\n')}\n`;
};

/** A pool of texts to draw from: the generator is not what is measured. */
const poolOf = (random) => Array.from({ length: 2000 }, () => proseBy(random, between(random, 12, 40)));

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const bullets = (text) => `<ul>${times(3, () => `<li>${text()}</li>`).join('')}</ul>`;

/** By shape, one area: its heading, and so many rows or items. All are of the same words. */
const AREAS = {
  table: (title, rows, text) =>
    [
      `\n## ${title}\n\n| Task | ${PROVIDER} responsibilities | Your responsibilities |\n|---|---|---|`,
      ...times(rows, (row) => `| Task ${row} | ${bullets(text)} | ${bullets(text)} |`),
    ].join('\n'),
  html: (title, rows, text) =>
    [
      `<h2>${title}</h2>\n<table><thead><tr><th>Task</th><th>${PROVIDER} responsibilities</th><th>Your responsibilities</th></tr></thead><tbody>`,
      ...times(
        rows,
        (row) => `<tr><td>Task ${row}</td><td>${bullets(text)}</td><td>${bullets(text)}</td></tr>`,
      ),
      '</tbody></table>',
    ].join('\n'),
  asciidoc: (title, rows, text) =>
    [
      `\n== ${title}\n\n[cols="1,2a,2a",options="header"]\n|===\n| Task | ${PROVIDER} responsibilities | Your responsibilities`,
      ...times(rows, (row) => `\n| Task ${row}\n|\n${items(text)}\n|\n${items(text)}`),
      '|===',
    ].join('\n'),
  letters: (title, rows, text) =>
    [
      `\n## ${title}\n\n| Activity | Client role | ${PROVIDER} role |\n|---|---|---|`,
      ...times(3 * rows, () => `| ${text()} ${text()} | **RA** | **C** |`),
    ].join('\n'),
  lists: (title, rows, text) =>
    [
      `\n## ${title}`,
      ...[`${PROVIDER} responsibilities`, 'Your responsibilities'].map(
        (party) => `\n### ${party}\n\n${times(rows, () => nested(text)).join('\n')}`,
      ),
    ].join('\n'),
  pipes: (_title, rows) => times(rows, () => '|'.repeat(600)).join('\n'),
};

const items = (text) => times(3, () => `* ${text()}`).join('\n');
const nested = (text) => `- ${text()}\n  - ${text()}\n    - ${text()}`;

export const SHAPES = Object.keys(AREAS);

const HEADS = {
  html: `<!doctype html>\n<html><head><title>Your responsibilities with ${PROVIDER}</title></head><body>\n<h1>Your responsibilities with ${PROVIDER}</h1>\n`,
  asciidoc: `= Understanding your responsibilities with ${PROVIDER}\n:revdate: ${DAY}\n`,
};

/** Areas hold at most 999 resources, and of these at most so many start with the same letters. */
const ROWS = 300;

/** A page of so many megabytes, its areas as many as that takes. */
export const largePage = (shape, megabytes) => {
  const random = randomFrom(7);
  const pool = poolOf(random);
  const parts = [HEADS[shape] ?? FRONT];
  for (let size = 0; size < megabytes * 2 ** 20; size += parts.at(-1).length)
    parts.push(`${AREAS[shape](titleBy(random, 3, 5), ROWS, () => oneOf(random, pool))}\n`);
  return parts.join('');
};
