// HTML, in Markdown pages and as whole pages.
import { describe, expect, it } from 'vitest';
import { scanPage } from '../../../src/read/page/scan.ts';
import { shown, shownBlock } from './shown.ts';

describe('tables', () => {
  it('indented, with paragraphs, lists, unclosed items and a caption', () => {
    expect(
      shown(
        '# T',
        '',
        '  <table>',
        '    <tr>',
        '      <th>Task</th>',
        '      <th> Your part </th>',
        '    </tr>',
        '    <tr>',
        '      <td>Oil</td>',
        '      <td><p><ul><li>Buy',
        '        oil & wicks.</li>',
        '        <li>Fill.',
        '        <li>Light.</ul></p></td>',
        '    </tr>',
        '    <tr><td>Glass<td><p></p>',
        '    <caption style="x">',
        '      Table 1. Lamps',
        '    </caption>',
        '  </table>',
        '',
        'After.',
      ),
    ).toEqual([
      '1 # T',
      '3 html 2 Table 1. Lamps',
      '= Task | Your part',
      '9 Oil | Buy oil & wicks. Fill. Light.',
      '15 Glass | ',
      '21 text After.',
    ]);
  });

  it('repeats cells that span in each place', () => {
    expect(
      shown(
        '<table>',
        '<tr><th rowspan="2">Task<th colspan=2>Who</tr>',
        '<tr><th>Nimbus<th>You</tr>',
        '<tr><td rowspan=2>a<td>b<td>c',
        '<tr><td colspan="9">d',
        '<tr><td colspan=100%>e</table>',
      ),
    ).toEqual(['1 html 3', '= Task | Who Nimbus | Who You', '4 a | b | c', '5 a | d | d', '6 e | e | e']);
  });

  it.each([
    ['thead', '<thead><tr><td>A<td>B</thead><tbody><tr><td>c<td>d'],
    ['th', '<tr><th>A</th><th>B</th></tr><tr><th>c</th><td>d</td></tr>'],
    [
      'bold cells',
      '<tr><td><strong>A</strong></td><td><p><b>B</b></p></td></tr><tr><td>c</td><td>d</td></tr>',
    ],
  ])('takes the header from %s', (_, rows) => {
    expect(shown(`<table>${rows}</table>`)).toEqual(['1 html 2', '= A | B', '1 c | d']);
  });

  it('without a header has none', () => {
    expect(shown('<table><tr><td>a<td>b<tr><td>c<td>d</table>')).toEqual([
      '1 html 2',
      '= ',
      '1 a | b',
      '1 c | d',
    ]);
  });

  it('keeps what stands outside of cells, tables in cells, and stray closers', () => {
    expect(
      shown('<table></li>lost<tr><td>a<table><tr><td>in</table>more</td>also</td></tr></div></table>rest'),
    ).toEqual(['1 text lost', '1 text also', '1 html 1', '= ', '1 a in more', '1 text rest']);
  });

  it('that is never closed ends where Markdown goes on', () => {
    expect(shown('<table><tr><td>a', '', '## Next', 'b')).toEqual([
      '1 html 1',
      '= ',
      '1 a',
      '3 ## Next',
      '4 text b',
    ]);
  });

  it('says that no column can be trusted when spans cannot be laid out', () => {
    const wide = '<td>x'.repeat(70);
    const [table] = scanPage(`<table><tr><th>A<th>B<tr>${wide}</table>`).blocks;
    expect(table).toMatchObject({ columns: 0, header: [{ text: 'A' }, { text: 'B' }] });
    expect(table?.kind === 'table' && table.rows[0]?.cells).toHaveLength(70);
  });

  it('keeps the text behind a quote that is never closed', () => {
    const blocks = shown('<table><tr><td class="a>one</td><td class="b">two</td></tr></table>').join();
    expect(blocks).toContain('one');
    expect(blocks).toContain('two');
  });
});

describe('lists and wrappers in Markdown', () => {
  it('nested lists keep their depth', () => {
    expect(shown('<ul>', '<li>a', '<ul><li>b</li></ul>', 'more</li>', '<li><p>c</p></li>', '</ul>')).toEqual([
      '2 - a more',
      '3   - b',
      '5 - c',
    ]);
  });

  it('text between items belongs to the one before', () => {
    expect(shown('<ul><li>a</li>more<li>b</li></ul>')).toEqual(['1 - a more', '1 - b']);
  });

  it('wrappers hide nothing of the Markdown in them', () => {
    expect(shown('<div>', '', '## A', '- b', '', '</div>', '<a id="there"></a>', '## C')).toEqual([
      '3 ## A',
      '4 - b',
      '8 ## C #there',
    ]);
  });

  it('folded parts stand under their label, and what follows under the heading before', () => {
    const page = scanPage('## A\n<details><summary>B</summary>\n\ntext\n\n</details>\n\nmore\n');
    expect(page.blocks.flatMap(shownBlock)).toEqual([
      '1 ## A',
      '2 ### B',
      '4 text text',
      '1 ## A',
      '8 text more',
    ]);
    expect(page.blocks[3]).toBe(page.blocks[0]);
  });

  it('HTML headings are headings', () => {
    expect(shown('<h2 id="x">One <code>two</code></h2>', 'text')).toEqual(['1 ## One two #x', '2 text text']);
  });
});

describe('a whole page', () => {
  it('has headings, text, lists and tables, and nothing of scripts and navigation', () => {
    const page = scanPage(
      [
        '<!DOCTYPE html>',
        '<html><head><title>Lamps | Docs</title><style>p{}</style><script>var a = "<table>";</script></head>',
        '<body><nav><ul><li>Home</li></ul></nav>',
        '<h1>Lamps</h1><p>Care <b>of</b> lamps.',
        '<p>More.</p>',
        '<h2><a name="ops"></a>Operations</h2>',
        '<blockquote>Mind.</blockquote>',
        '<table><tr><th>Task<th>You<tr><td>Oil<td>Fill.</table>',
        '<ol><li>One<li>Two</ol>',
        '<pre>code</pre></body></html>',
      ].join('\n'),
    );
    expect(page).toMatchObject({ markup: 'html', front: { title: 'Lamps | Docs' } });
    expect(page.blocks.flatMap(shownBlock)).toEqual([
      '4 # Lamps',
      '4 text Care of lamps.',
      '5 text More.',
      '6 ## Operations #ops',
      '7 note Mind.',
      '8 html 2',
      '= Task | You',
      '8 Oil | Fill.',
      '9 - One',
      '9 - Two',
    ]);
  });
});
