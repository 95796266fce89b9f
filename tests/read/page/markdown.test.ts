// Markdown pages, as they are and as they happen.
import { describe, expect, it } from 'vitest';
import { scanPage } from '../../../src/read/page/scan.ts';
import { shown } from './shown.ts';

const table = (...rows: readonly string[]) => shown('| A | B | C |', '|---|---|---|', ...rows).slice(2);

describe('headings', () => {
  it.each([
    ['## One {#a}', '1 ## One #a'],
    ['## One {: #a}', '1 ## One #a'],
    ['## One {id="a_{{ context }}"}', '1 ## One #a'],
    ['## <a name="a"></a>One ##', '1 ## One #a'],
    ['One\n===', '1 # One'],
    ['One\n---', '1 ## One'],
    ['## One\n{: #a}\n{: help}', '1 ## One #a'],
    ['## One\n{: caption="Table #1" #a}', '1 ## One'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it('a title that only the front matter states is the page’s', () => {
    expect(shown('---', 'title: "Lamps"', '---', '## A', 'b')).toEqual(['1 # Lamps', '4 ## A', '5 text b']);
    expect(shown('---', 'title: Lamps', '---', '# Care')).toEqual(['4 # Care']);
  });
});

describe('tables', () => {
  it('with missing pipes, pipes as text and rows over several lines', () => {
    expect(
      table(
        '|a|b|c',
        'd | e | f',
        '| g | h',
        '| `i | j` | k | l |',
        '| m \\| n | o |',
        '| p | q | - r',
        '- s |',
        '| t | u',
        'v | w |',
      ),
    ).toEqual([
      '3 a | b | c',
      '4 d | e | f',
      '5 g | h',
      '6 i | j | k | l',
      '7 m | n | o',
      '8 p | q | - r - s',
      '10 t | u v | w',
    ]);
  });

  it('a short header stays short', () => {
    expect(shown('| B | C |', '| -- | :-: | --: |  ', '| a | b | c |')).toEqual([
      '1 pipe 3',
      '= B | C',
      '3 a | b | c',
    ]);
  });

  it('without outer pipes, in quotes, in items', () => {
    expect(shown('A | B', '--|--', 'c | d')).toEqual(['1 pipe 2', '= A | B', '3 c | d']);
    expect(shown('> | A | B |', '> |---|---|', '>> | c | d |', 'text')).toEqual([
      '1 pipe 2',
      '= A | B',
      '3 c | d',
      '4 text text',
    ]);
    expect(shown('1. one', '', '   | A | B |', '   |---|---|', '   | c | d |', '2. two')).toEqual([
      '1 - one',
      '3 pipe 2',
      '= A | B',
      '5 c | d',
      '6 - two',
    ]);
  });

  it('rows without a header are a table without one', () => {
    expect(shown('| a | b |', '| c | d |')).toEqual(['1 pipe 0', '= ', '1 a | b', '2 c | d']);
  });

  it('captions are theirs, before them or behind empty lines, and so are ids there', () => {
    expect(shown('## H', '| A |', '|---|', '| b |', '', '', '{: caption="C" #t}', '{: #u}')).toEqual([
      '1 ## H',
      '2 pipe 1 C',
      '= A',
      '4 b',
    ]);
    expect(shown('{: caption="C"}', '| A |', '|---|', '| b |')[0]).toBe('2 pipe 1 C');
  });

  it('a closed row is followed by text, not by a row', () => {
    expect(table('| a | b | c |', 'Table 1.')).toEqual(['3 a | b | c', '4 text Table 1.']);
  });

  it('no text is lost in a row of far too many cells', () => {
    const cells = Array.from({ length: 100 }, (_, index) => `x${index}`);
    const row = table(`| ${cells.join(' | ')} |`).join();
    for (const cell of cells) expect(row).toContain(cell);
  });
});

describe('lists', () => {
  it('nested, loose, numbered and continued', () => {
    expect(shown('- a', '  goes on', '', '  and on', '  * b', '', '+ c', '1) d', '• e')).toEqual([
      '1 - a goes on and on',
      '5   - b',
      '7 - c',
      '8 - d',
      '9 - e',
    ]);
  });

  it('end at a label in bold', () => {
    expect(shown('**Nimbus:**', '- a', '**You**', '- b')).toEqual([
      '1 text Nimbus:',
      '2 - a',
      '3 text You',
      '4 - b',
    ]);
  });

  it('rules are no items', () => {
    expect(shown('- a', '- - -', '* * *', 'b')).toEqual(['1 - a', '4 text b']);
  });
});

describe('what is no text of the page', () => {
  it('names alone, includes, imports, code, comments', () => {
    expect(
      shown(
        '{{site.data.keyword.attribute-definition-list}}',
        "import Tabs from '@theme/Tabs';",
        '',
        '{% include lamp.md %}',
        '<!-- | A |',
        '|---| -->',
        '```md',
        '- code',
        '```',
        'Lamps of',
        '{{site.data.keyword.nimbus}}',
        'shine.',
      ),
    ).toEqual(['10 text Lamps of {{nimbus}} shine.']);
    expect(scanPage('{{#include a.md}}\n[!INCLUDE [b](c.md)]').elsewhere.map(({ target }) => target)).toEqual(
      ['a.md', 'c.md'],
    );
  });

  it('code that is never closed hides nothing', () => {
    expect(shown('```', '- a')).toEqual(['2 - a']);
  });
});

it('notes of all programs are set off', () => {
  expect(
    shown(
      ...[
        '> [!NOTE]',
        '> one',
        '',
        ':::tip Title',
        'two',
        ':::',
        ':::row:::',
        'three',
        '!!! note',
        '    four',
        '',
      ],
      ...['five', '', '{% note %}', '', 'six', '', '{% endnote %}', '', 'seven', '{: important}'],
    ),
  ).toEqual([
    '1 note one',
    '4 note Title',
    '5 note two',
    '8 text three',
    '10 note four',
    '12 text five',
    '16 note six',
    '20 note seven',
  ]);
});

it('front matter is found behind empty lines, and may be no valid YAML', () => {
  const { front } = scanPage(
    '\n---\n\ncopyright: "a, b"\nyears: 2020, \nlastupdated: "2026-03-31"\n  - x: {\n---\n# T',
  );
  expect(front).toMatchObject({ lastupdated: '2026-03-31', years: '2020,' });
});

it('where links lead that are written in two parts stands elsewhere, and is no text', () => {
  const lines = [
    '# See [one], [two][ One ] and ![three][3]',
    '[One]: https://nimbus.example/one "One"',
    ' [3]: </three.png>',
    '[one]: /again',
    '- [ONE] and [four], `[x]`',
    '[four]: everything',
    '[^1]: /note',
  ];
  expect(shown(...lines)).toEqual([
    '1 # See one, two and three',
    '5 - ONE and [four], [x] [four]: everything [^1]: /note',
  ]);
  expect([...scanPage(lines.join('\n')).targets]).toEqual([
    ['one', 'https://nimbus.example/one'],
    ['3', '/three.png'],
  ]);
});
