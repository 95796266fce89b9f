// People's text comes out as it went in, as text and nothing else, whatever it holds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTemplate, renderReport, renderWorkbook } from '../../src/document/index.ts';
import { elements, page, sample, textOf, tiny } from './tiny.ts';

const hostile = [
  '{{',
  '}}',
  '{{{x}}}',
  '<',
  '>',
  '&',
  '"',
  "'",
  '`',
  '=',
  '</p>',
  '<script>',
  '&lt;',
  '&#60;',
  '<!--',
  '-->',
  ']]>',
  '<?x',
  '\uE000',
  '\uE001',
  '\uE0007\uE001',
  '\0',
  '\r',
  '\r\n',
  '\n',
  '\u2028',
  '😀',
  '\u0301',
  '%',
  'url(',
  '=1+1',
  '&bogus;',
  '&nbsp',
];
const text = fc
  .array(
    fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const template = loadTemplate(
  tiny({
    'report.hbs': page(
      '<p title="{{text}}">{{text}}</p><p class="x">{{concat text \'\'}}{{mark \'supported\' label=text}}</p>',
    ),
  }),
  'en',
);

describe('any text', () => {
  test('is one text node, one attribute and one alternative text, unchanged', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { body } = renderReport(template, sample({ text: value }));
        const [one, two] = elements(body).filter(({ tag }) => tag === 'p');
        expect(elements(body).map(({ tag }) => tag)).toEqual(['body', 'p', 'p']);
        expect(one && textOf(one)).toBe(value);
        expect(one?.attributes).toEqual({ title: value });
        expect(two && textOf(two)).toBe(value);
        expect(two?.children.at(-1)).toMatchObject({
          kind: 'drawing',
          alt: value.replace(/\s+/g, ' ').trim(),
        });
      }),
      { numRuns: 300 },
    );
  });

  const workbook = loadTemplate(tiny(), 'en');
  test('is one cell of a worksheet, its white space collapsed', () => {
    fc.assert(
      fc.property(text, (value) => {
        const title = `x${value}x`;
        const [sheet] = renderWorkbook(
          workbook,
          sample({ items: [{ id: 'a', title, result: 'supported' }] }),
        ).sheets;
        const expected = title
          .replaceAll('\0', '\uFFFD')
          .replace(/[ \t\r\n\f]+/g, ' ')
          .trim();
        expect(sheet?.rows[1]?.cells[1]?.value).toEqual({ kind: 'text', text: expected });
      }),
      { numRuns: 200 },
    );
  });
});
