// Whole pages of all dialects, made up: every row and item becomes duties or is left out with its line, and no text of a cell disappears.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/model/import-report.ts';
import type { Model } from '../../src/model/model.ts';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom } from './support.ts';

const options = { id: null, names: namesFrom(fixture('lantern.names.yaml')), previous: null };

/** `%` becomes a word that stands nowhere else on the page. */
const text = fc.constantFrom(
  ...[
    'Keep % lit.',
    'You are responsible for %.',
    'Nimbus never touches %.',
    'None',
    'N/A',
    '',
    '-',
    'TBD',
    'Customer responsibility description',
    '**%**',
    '`%`',
  ],
  ...[
    'None. {{site.data.keyword.nimbus}} is responsible for %.',
    'Keep % and HBR.',
    '[%](/x)',
    'Nimbus brings %; you burn it.',
    '%:',
    'Task 1',
    '{{site.data.keyword.harbour_short}} %',
  ],
);
const cell = fc.oneof(
  text,
  fc.array(text, { minLength: 1, maxLength: 3 }).map((all) => all.map((one) => `- ${one}`).join(' \\n ')),
  fc
    .array(text, { minLength: 1, maxLength: 3 })
    .map((all) => `<ul>${all.map((one) => `<li>${one}</li>`).join('')}</ul>`),
);
const header = fc.constantFrom(
  ...[
    'Task | Nimbus responsibilities | Your responsibilities',
    'Your role | Feature | How Nimbus helps',
    ' | Nimbus | You',
    'Post | Street | Town',
    'Duty | Owner',
    'Responsibilities | Ownership',
    'Activity | Customer role | Nimbus role',
  ],
  ...[
    'Nimbus responsibilities | Your responsibilities',
    'Resource | Care | Loss',
    'Task | Nimbus and you',
    'Resource | Description | Lantern | Lantern agents',
  ],
);
const table = fc
  .tuple(header, fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }))
  .map(
    ([top, rows]) =>
      `| ${top} |\n|${'---|'.repeat(top.split('|').length)}\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`,
  );
const matrix = fc
  .array(
    fc.array(
      fc.constantFrom('You', 'Nimbus', 'Shared', '{{site.data.keyword.nimbus}}', '', 'Not applicable'),
      { minLength: 2, maxLength: 2 },
    ),
    { maxLength: 3 },
  )
  .map(
    (rows) =>
      `| Resource | Care | Loss |\n|---|---|---|\n${rows.map((cells) => `| % | ${cells.join(' | ')} |`).join('\n')}`,
  );

const label = fc.constantFrom(
  ...[
    '**Nimbus responsibilities**',
    'Your responsibilities:',
    '**You**',
    'Nimbus is responsible for:',
    'You and Nimbus are responsible for:',
    '**Oil**',
    'See also:',
    'Lamps need oil.',
    'Nimbus is responsible for the oil of:',
  ],
);
const item = fc.oneof(
  text,
  fc.constantFrom(
    '**Oil** - You are responsible for %.',
    'Wicks - Nimbus trims %. It is dear. You are responsible for dryness.',
    '**You**',
    '**Nimbus:** Fill %.',
    '**Oil %**',
  ),
);
const list = fc.array(fc.tuple(fc.nat(2), item), { minLength: 1, maxLength: 5 }).map((items) =>
  items
    .filter(([, one]) => one !== '')
    .map(([depth, one]) => `${'  '.repeat(depth)}- ${one}`)
    .join('\n'),
);
const heading = fc.constantFrom(
  ...[
    '## Care of lamps',
    '### Nimbus responsibilities',
    '### Your responsibilities',
    '## Your responsibilities',
    '## Nimbus responsibilities',
    '### Oil',
    '## Disaster recovery',
    '# {{site.data.keyword.harbour_short}}',
    '## Abuse',
  ],
);
const block = fc.oneof(
  { weight: 3, arbitrary: table },
  { weight: 1, arbitrary: matrix },
  { weight: 3, arbitrary: list },
  { weight: 3, arbitrary: label },
  { weight: 3, arbitrary: heading },
);

/** Numbers the words. */
const pageOf = (blocks: readonly string[]): string => {
  const body = blocks.join('\n\n').split('%');
  const words = body.map((part, index) => (index === 0 ? part : `w${index}x${part}`)).join('');
  return `---\nlastupdated: "2026-03-31"\n---\n# Who does what in {{site.data.keyword.lantern_short}}\n\n${words}\n`;
};

const shownIn = (model: Model | null): readonly { readonly line: number; readonly text: string }[] =>
  (model?.areas ?? []).flatMap(({ line, title, resources }) => [
    { line, text: title },
    ...resources.flatMap((one) => [{ line: one.line, text: one.title }, ...one.provider, ...one.customer]),
  ]);

/** Rows that a table's reader leaves out as a whole are named by how they begin. */
const AS_A_WHOLE = new Set<string>([
  'malformed',
  'no-resource',
  'party-unclear',
  'no-responsibilities',
  'third-party',
  'legend',
  'matrix',
]);

const holds = (blocks: readonly string[]): void => {
  const page = pageOf(blocks);
  const { value, report } = importPage(fileOf(page, 'lantern.md'), options);
  const shown = shownIn(value);
  const left: ImportReport['leftOut'] = report?.leftOut ?? [];
  const told = [...shown, ...left];
  const all = told.map((one) => one.text).join('\n');
  const lines = new Set(told.map(({ line }) => line));
  const isCut = (one: { readonly text: string }): boolean => one.text.endsWith('…');
  const whole = new Set(
    left.filter((one) => AS_A_WHOLE.has(one.reason) || isCut(one)).map(({ line }) => line),
  );
  page.split('\n').forEach((line, index) => {
    const isItem = /^\s*- /.test(line);
    if (!isItem && !isRow(page, index)) return;
    const words = [...line.matchAll(/w\d+x/g)].map(([word]) => word);
    // An item that others begin with stands in theirs.
    const stands =
      lines.has(index + 1) || (isItem && words.length > 0 && words.every((word) => all.includes(word)));
    if (/\w/.test(line.replace(/<[^<>]*>/g, '')) && value !== null)
      expect(stands, `line ${index + 1} of\n${page}`).toBe(true);
    if (whole.has(index + 1) || value === null) return;
    for (const word of words) expect(all, `${word} of\n${page}`).toContain(word);
  });
};

/** Below the dashes of a table. */
const isRow = (page: string, index: number): boolean => {
  const lines = page.split('\n');
  if (!lines[index]?.startsWith('|') || /^[|-]+$/.test(lines[index])) return false;
  return !/^\|[|-]+$/.test(lines[index + 1] ?? '');
};

describe('whole pages', () => {
  it('lose no row, no item and no text', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 10 }), holds), { numRuns: 300 });
  });
});
