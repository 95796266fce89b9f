// Bodies of the subset at random, and a theme in which everything depends on where an element stands.
import fc from 'fast-check';

const text = fc.constantFrom('a', 'b c', ' ', '\n  ', '&amp;', 'ü', '1.5');
const attributes = fc
  .record({
    class: fc.option(fc.constantFrom('x', 'y', 'x y', 'z'), { nil: undefined }),
    lang: fc.option(fc.constantFrom('ar', 'en'), { nil: undefined }),
    dir: fc.option(fc.constantFrom('rtl', 'ltr'), { nil: undefined }),
    'data-n': fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  })
  .map((record) =>
    Object.entries(record)
      .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]))
      .join(''),
  );
const element = (tag: string, inside: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(attributes, inside).map(([given, html]) => `<${tag}${given}>${html}</${tag}>`);
const many = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof(...parts), { maxLength: 3 }).map((list) => list.join(''));

const inline = fc.letrec<{ readonly inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 2 },
    text,
    element('b', many(text)),
    element('span', many(text, tie('inline'))),
    fc.constant('<br/>'),
  ),
})).inline;
const { block } = fc.letrec<{ readonly block: string }>((tie) => {
  const inside = many(tie('block'), text, inline);
  return {
    block: fc.oneof(
      { maxDepth: 4 },
      element('p', many(inline)),
      element('h2', many(inline)),
      element('div', inside),
      element('section', inside),
      element('ul', many(element('li', inside))),
      element('table', element('tbody', many(element('tr', many(element('td', inside)))))),
    ),
  };
});

export const randomBody = many(block, text, inline, block);

export const RANDOM_THEME = `
:root { --c: #101010; counter-reset: page-less }
.x { --c: #202020; counter-reset: n }
p { color: var(--c) }
p:first-child, div:last-child { margin: 1em }
:nth-child(odd) { letter-spacing: 1pt }
section > :nth-child(3n+2) { text-indent: 2em }
.x .y, [lang="ar"] p { font-weight: bold }
.x > .y { background-color: #eeeeee }
div div .z:last-child { font-size: 1.2em; border: inherit }
div { border-top: 1pt solid; padding: 0.5em }
tr:nth-child(even) td { background-color: #dddddd }
td:last-child p:first-child { text-align: "." }
[data-n] { counter-increment: n }
[data-n="2"] b { display: none }
h2 { counter-increment: h; counter-reset: n 4 }
h2::before { content: counters(h, ".") " " counter(n, lower-roman) }
li:last-child::after { content: "(" counter(n, upper-alpha) ")"; color: var(--c) }
body > :last-child { word-spacing: 3pt }
`;
