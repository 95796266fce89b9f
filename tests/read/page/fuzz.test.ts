// No text makes the scanner throw, and no text of a cell or an item disappears, however the page is written.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanPage } from '../../../src/read/page/scan.ts';
import { shownBlock } from './shown.ts';

const piece = fc.constantFrom(
  ...[
    '# ',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '|',
    '||',
    '|---|---|\n',
    '---\n',
    '===\n',
    '- ',
    '* ',
    '1. ',
    '> ',
    '`',
    '```\n',
    '~~~\n',
    '\\',
    '\\n',
    '\r',
  ],
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '<td colspan=3 rowspan="0">',
    '<th',
    '</td',
    '<caption>',
    '<ul>',
    '<li>',
    '</ul>',
    '<p>',
    '<!--',
    '-->',
  ],
  ...[
    '<details>',
    '<summary>',
    '</details>',
    '<script>',
    '<!doctype html>',
    '<h2 id="',
    '">',
    '<a name=b>',
    '&#x0;',
    '\u0000',
    '\ud800',
    '\ufeff',
    '\ue000',
  ],
  ...[
    '= T\n',
    '== S\n',
    '|===\n',
    '[cols="2a,9*",options="header"]\n',
    ',===\n',
    ':===\n',
    '[format=csv]\n',
    '"',
    ',',
    ':a: {a}\n',
    '{a}',
    '.T\n',
    '++++\n',
    '====\n',
    '2.3+|',
    'a|',
    'include::x[]\n',
    '////\n',
    'ifdef::x[]\n',
  ],
  ...[
    '{: #x}\n',
    '{: caption="c"}\n',
    ':::note\n',
    ':::\n',
    '!!! note\n',
    '=== "T"\n',
    '{% note %}\n',
    '{{site.data.keyword.a}}',
    'word',
    'Two words.',
  ],
);

describe('whatever the text', () => {
  it('made of pieces, is read', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (parts) => {
        const text = parts.join('');
        const { blocks, cut } = scanPage(text);
        const lines = text.split('\n').length;
        expect(cut).toBeNull();
        for (const block of blocks) {
          shownBlock(block);
          expect(block.line).toBeGreaterThanOrEqual(1);
          expect(block.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('at random, is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        scanPage(text);
      }),
      { numRuns: 300 },
    );
  });
});

/** Words that no markup is made of, each once in a page. */
const word = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
const rows = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([width, height]) =>
    fc.array(fc.array(word, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
type Rows = readonly (readonly string[])[];
type Writer = (rows: Rows, odd: readonly boolean[]) => string;

/** Ways to write the same rows; `odd` says where something is left out that may be. */
const WRITERS: Readonly<Record<string, Writer>> = {
  pipes: (all, odd) =>
    `# T\n\n${all.map((row, index) => `${`| ${row.join(' | ')}`}${odd[index] ? '' : ' |'}${index === 0 ? `\n${'|---'.repeat(row.length)}|` : ''}`).join('\n')}\n`,
  'bare pipes': (all) =>
    `# T\n\n${all.map((row, index) => `${row.join(' | ')}${index === 0 ? `\n${row.map(() => '---').join(' | ')}` : ''}`).join('\n')}\n`,
  quoted: (all) =>
    `# T\n\n${all.map((row, index) => `> | ${row.join('|')} |${index === 0 ? `\n> ${'|---'.repeat(row.length)}|` : ''}`).join('\n')}\n`,
  html: (all, odd) =>
    `# T\n\n<table>\n${all.map((row, index) => `<tr>${row.map((cell) => `<td>\n${cell}${odd[index] ? '' : '</td>'}`).join('')}${odd[index + 1] ? '' : '</tr>'}`).join('\n')}${odd[0] ? '' : '\n</table>'}\n`,
  'HTML page': (all, odd) =>
    `<!DOCTYPE html><table>${all.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}`).join('')}`).join(odd[0] ? '' : '</tr>')}`,
  'HTML list': (all, odd) =>
    `# T\n\n<ul>${all.map((row) => `<li>${row.join('<ul><li>')}${'</ul>'.repeat(row.length - 1)}`).join(odd[0] ? '</li>' : '</li></li>')}</ul>\n`,
  list: (all, odd) =>
    `# T\n\n${all.flatMap((row, index) => row.map((cell, depth) => `${' '.repeat(depth * 2)}- ${cell}${odd[index] ? '\n' : ''}`)).join('\n')}\n`,
  asciidoc: (all, odd) =>
    `= T\n\n[cols="${all[0]?.length ?? 1}*"]\n|===\n${all.map((row, index) => row.map((cell) => `${odd[index + 1] ? 'a' : ''}|${cell}`).join(odd[index] ? '\n' : ' ')).join('\n\n')}\n${odd[0] ? '' : '|===\n'}`,
  'comma-separated': (all, odd) =>
    `= T\n\n,===\n${all.map((row, index) => row.map((cell) => (odd[index] ? ` "${cell}\n"` : cell)).join(',')).join(odd[0] ? '\n\n' : '\n')}\n${odd[1] ? '' : ',===\n'}`,
  'colon-separated': (all, odd) =>
    `= T\n\n[format=dsv]\n|===\n${all.map((row, index) => row.join(odd[index] ? ' : ' : ':')).join('\n')}\n|===\n`,
  'AsciiDoc list': (all) =>
    `= T\n\n${all.flatMap((row) => row.map((cell, depth) => `${'*'.repeat(depth + 1)} ${cell}`)).join('\n')}\n`,
};

describe('every cell and item is in the blocks', () => {
  it.each(Object.entries(WRITERS))('%s', (_, write) => {
    fc.assert(
      fc.property(rows, fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (all, odd) => {
        const numbered = all.map((row, index) => row.map((cell, column) => `${cell} x${index}y${column}z`));
        const found = scanPage(write(numbered, odd)).blocks.filter(
          ({ kind }) => kind === 'table' || kind === 'list',
        );
        const text = found.flatMap(shownBlock).join('\n');
        for (const cell of numbered.flat()) expect(text).toContain(cell);
      }),
      { numRuns: 100 },
    );
  });
});
