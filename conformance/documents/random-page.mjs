// Random pages of the subset: nested blocks, lists, tables with spans, grids, links, styles and paper, and the words in them in order.
import fc from 'fast-check';

const TITLE = '<title>Random</title>';
const SIZES = ['10pt', '8pt', '14pt'];
const PAPERS = ['A4', 'A5 landscape', '260pt 190pt', '420pt 700pt'];

/** Words of letters alone, so that list numbers and leaders can be told from them. */
const word = fc
  .tuple(fc.constantFrom('a', 'be', 'cre', 'domi', 'entir', 'flowing', 'governance'), fc.nat(675))
  .map(
    ([stem, n]) => stem + String.fromCharCode(97 + (n % 26)) + String.fromCharCode(97 + Math.floor(n / 26)),
  );
const sentence = fc.array(word, { minLength: 1, maxLength: 24 });
const long = fc.array(word, { minLength: 60, maxLength: 160 });

const text = (words) => ({ html: words.join(' '), words });
const wrap = (tag, inner, attributes = '') => ({
  html: `<${tag}${attributes}>${inner.html}</${tag}>`,
  words: inner.words,
});
const join = (parts) => ({
  html: parts.map(({ html }) => html).join(' '),
  words: parts.flatMap(({ words }) => words),
});

const classes = fc
  .subarray(['boxed', 'whole', 'spread', 'wide', 'small', 'kept', 'right', 'fine'], { maxLength: 2 })
  .map((names) => (names.length === 0 ? '' : ` class="${names.join(' ')}"`));

const inline = fc.oneof(
  sentence.map(text),
  fc
    .tuple(fc.constantFrom('strong', 'em', 'code', 'small', 'sup'), sentence)
    .map(([tag, words]) => wrap(tag, text(words))),
  sentence.map((words) => wrap('a', text(words), ' href="https://example.com/x"')),
  sentence.map((words) => wrap('span', text(words), ' lang="de"')),
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 4 }).map(join);

const paragraph = fc
  .tuple(fc.constantFrom('p', 'p', 'p', 'h2', 'pre'), fc.oneof(inlines, inlines, long.map(text)), classes)
  .map(([tag, inner, names]) => wrap(tag, inner, names));

const list = (block) =>
  fc
    .tuple(
      fc.constantFrom('ul', 'ol'),
      fc.array(fc.oneof(inlines, block), { minLength: 1, maxLength: 4 }),
      classes,
    )
    .map(([tag, items, names]) => wrap(tag, join(items.map((item) => wrap('li', item))), names));

/** Rows of as many cells as there are columns, less what a span takes; words count in reading order. */
const table = (block) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.array(fc.oneof(inlines, inlines, block), { minLength: 4, maxLength: 4 }), {
        minLength: 1,
        maxLength: 7,
      }),
      fc.boolean(),
      fc.nat(3),
      classes,
    )
    .map(([columns, rows, headed, span, names]) => {
      const cells = (row, tag) => row.slice(0, columns).map((cell) => wrap(tag, cell));
      const spanned = (row) => {
        const width = Math.min(columns, 1 + span);
        return [wrap('td', row[0], width > 1 ? ` colspan="${width}"` : ''), ...cells(row, 'td').slice(width)];
      };
      const [first, ...rest] = rows;
      const bodyRows = (headed && rest.length > 0 ? rest : rows).map((row, index) =>
        wrap('tr', join(index % 3 === 1 ? spanned(row) : cells(row, 'td'))),
      );
      const head = headed && rest.length > 0 ? [wrap('thead', wrap('tr', join(cells(first, 'th'))))] : [];
      return wrap('table', join([...head, wrap('tbody', join(bodyRows))]), names);
    });

const grid = (block) =>
  fc
    .array(fc.oneof(inlines, block), { minLength: 1, maxLength: 6 })
    .map((items) => wrap('div', join(items.map((item) => wrap('div', item))), ' class="grid"'));

const { block } = fc.letrec((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    paragraph,
    list(tie('block')),
    table(tie('block')),
    grid(tie('block')),
    fc
      .tuple(
        fc.constantFrom('div', 'section', 'blockquote'),
        fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
        classes,
      )
      .map(([tag, parts, names]) => wrap(tag, join(parts), names)),
  ),
}));

const theme = (paper, size) => `
@font-face { font-family: "Sans"; font-weight: 400; font-style: normal; src: url("bundled/ibm-plex-sans/400.ttf"); }
@font-face { font-family: "Sans"; font-weight: 700; font-style: normal; src: url("bundled/ibm-plex-sans/700.ttf"); }
@page { size: ${paper}; margin: 30pt; }
@page wide { size: 400pt 260pt; margin: 24pt; }
body { font-family: "Sans"; font-size: ${size}; }
.boxed { border: 1pt solid #333333; padding: 4pt; background-color: #eeeeee; }
.whole { break-inside: avoid; }
.spread { letter-spacing: 1pt; text-align: justify; }
.wide { page: wide; }
blockquote { margin: 4pt; }
ul, ol { padding-left: 14pt; }
.small { font-size: 6pt; }
.kept { break-after: avoid; }
.right { text-align: right; }
.fine { width: 60%; margin-left: auto; }
.grid { display: grid; grid-template-columns: 1fr 2fr; column-gap: 6pt; row-gap: 4pt; }
`;

/** `{ html, css, words }`: a template's report and theme, and what its structure tree must say. */
export const randomPage = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 8 }),
    fc.constantFrom(...PAPERS),
    fc.constantFrom(...SIZES),
  )
  .map(([blocks, paper, size]) => {
    const body = join(blocks);
    return {
      html: `<html lang="en"><head>${TITLE}</head><body><h1>title</h1>${body.html}</body></html>`,
      css: theme(paper, size),
      words: ['title', ...body.words],
    };
  });
