// The quick way through markup and htmlparser2's own must read the same, whatever the markup.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Piece, scan } from '../../src/document/parse/scan.ts';
import { readTag } from '../../src/document/parse/shape.ts';
import { tokenize } from '../../src/document/parse/tokens.ts';

/** The tokenizer places a text that begins with an entity at that entity's end, and what an unfinished tag leaves nowhere. */
const placed = (pieces: readonly Piece[], html: string): readonly Piece[] =>
  pieces.map((piece) => {
    // What a comment says is nobody's business.
    if (piece.kind === 'other' && piece.what === 'comment') return { ...piece, text: '' };
    if (piece.kind !== 'text') return piece;
    const { text, offset } = piece;
    return html[offset] === text[0] && text[0] !== '&' ? piece : { ...piece, offset: -1 };
  });
const scanned = (html: string): readonly Piece[] => {
  const next = scan(html);
  const pieces: Piece[] = [];
  for (let piece = next(); piece !== null; piece = next()) pieces.push(piece);
  return placed(pieces, html);
};
const tokenized = (html: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  tokenize(html, (token) =>
    pieces.push(token.kind === 'open' ? { kind: 'open', tag: readTag(token), offset: token.offset } : token),
  );
  return placed(pieces, html);
};

const usual = [
  '<p>',
  '</p>',
  '<p class="a b">',
  '<td colspan="2" class="n">',
  "<p title='x'>",
  '<p title="a > b">',
  '<p title="&amp; &lt;">',
  '<br/>',
  '<p id="&quot;&amp;lt;&#39;" lang=en class>',
  '<rect x="1"/>',
  '<br />',
  '<td colspan=2>',
  '<title>',
  '</title>',
  '<title>a &amp; b</title>',
  '<!-- c -->',
  '<!doctype html>',
  'text ',
  '&amp;',
  '&#39;',
  '&nbsp',
  '&#x41;',
  '&bogus;',
  '\n  ',
];
const odd = [
  '<',
  '>',
  '</',
  '<!',
  '<!-->',
  '<!--->',
  '--!>',
  '-->',
  '<?x?>',
  '<![CDATA[x]]>',
  '<p a"b">',
  '<p a=b"c>',
  '<a href=x/>',
  '<p a = "b">',
  '<p a="b"c="d">',
  '<p a=>',
  '<style>',
  '</style>',
  '<TITLE>',
  '<script>a<b</script>',
  '<plaintext>',
  '<P>',
  '</P >',
  '</p x>',
  '</ p>',
  '<p\u00a0a>',
  '<x:y>',
  '<p-q>',
  '"',
  "'",
  '=',
  '/',
  '&',
  '&#',
  '&am',
];
const markup = (parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 24 }).map((chosen) => chosen.join(''));

describe('the scan', () => {
  test('reads usual markup as the tokenizer does', () => {
    fc.assert(
      fc.property(markup(usual), (html) => {
        expect(scanned(html)).toEqual(tokenized(html));
      }),
      { numRuns: 1000 },
    );
  });
  test('reads odd markup as the tokenizer does', () => {
    fc.assert(
      fc.property(markup([...usual, ...odd]), (html) => {
        expect(scanned(html)).toEqual(tokenized(html));
      }),
      { numRuns: 3000 },
    );
  });
  test('leaves what an unfinished tag leaves where the tokenizer does', () => {
    for (const html of ['a</p ', ' </p ', '\n  </p ']) expect(scanned(html)).toEqual(tokenized(html));
  });
  test('reads any text as the tokenizer does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (html) => {
        expect(scanned(html)).toEqual(tokenized(html));
      }),
    );
  });
  test('reads on through stretches of any length', () => {
    const html = `<p a"b">${'<p class="a">text &amp; more</p>\n'.repeat(2200)}<p title="${'x'.repeat(70_000)}">`;
    expect(scanned(html)).toEqual(tokenized(html));
  });
});
