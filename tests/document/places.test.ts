// The way back from rendered output to the template, whatever the order in which it is asked for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Origin } from '../../src/document/render/places.ts';
import { append, newOutput, renderedFrom } from '../../src/document/render/rendered.ts';
import { sourceText } from '../../src/document/source-text.ts';

const source = sourceText('report.hbs', 'x'.repeat(500));
const origins = Array.from(
  { length: 20 },
  (_, index): Origin => ({
    spot: { source, offset: index * 10, length: 5 },
    verbatim: index % 2 === 0,
    own: index % 3 !== 0,
  }),
);
const first: Origin = { spot: { source, offset: 0, length: 5 }, verbatim: true, own: true };
const whole = { source, offset: 499, length: 1 };

test('each offset leads to the piece that holds it, asked for in any order', () => {
  const piece = fc.record({ length: fc.nat(6), origin: fc.constantFrom(...origins) });
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 60 }),
      fc.array(fc.nat(), { maxLength: 40 }),
      (made, asked) => {
        const output = newOutput();
        const expected = made.flatMap(({ length, origin: { spot, verbatim } }) =>
          Array.from({ length }, (_, at) => spot.offset + (verbatim ? at : 0)),
        );
        for (const { length, origin } of made) append(output, 'a'.repeat(length), origin);
        const { html, spotAt } = renderedFrom(output, whole);
        expect(html).toHaveLength(expected.length);
        for (const any of asked) {
          const offset = any % Math.max(1, expected.length);
          expect(spotAt(offset).offset).toBe(expected[offset] ?? whole.offset);
        }
      },
    ),
  );
});

test('more pieces than there was room for at first keep their places', () => {
  const output = newOutput();
  for (let index = 0; index < 5000; index += 1) append(output, 'ab', origins[index % 20] ?? first);
  const { spotAt } = renderedFrom(output, whole);
  for (const index of [4999, 0, 1024, 1023, 2048, 3333]) {
    const { spot, verbatim } = origins[index % 20] ?? first;
    expect(spotAt(index * 2 + 1).offset).toBe(spot.offset + (verbatim ? 1 : 0));
  }
});

test('a long report is the same text, whatever its characters', () => {
  for (const character of ['a', 'é', '–', '漢', '\u{1f512}', '\ud800']) {
    const output = newOutput();
    const piece = `${'z'.repeat(2 ** 20)}${character}`;
    append(output, piece, first);
    expect(renderedFrom(output, whole).html === piece).toBe(true);
  }
});
