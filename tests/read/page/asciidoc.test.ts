// AsciiDoc pages as Red Hat writes them.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../../src/read/index.ts';
import { scanPage } from '../../../src/read/page/scan.ts';
import { fileOf, fixture, namesFrom, outline } from '../support.ts';
import { shown, shownBlock } from './shown.ts';

const names = namesFrom(fixture('lantern.names.yaml'));

const table = (...lines: readonly string[]) => shown('= T', '', ...lines).slice(1);

describe('a page', () => {
  it('has sections, ids, notes, lists and titles; comments and conditions are no text', () => {
    expect(
      shown(
        '// Taken in by others',
        ':product-title: Nimbus Lantern',
        ':_type: CONCEPT',
        '[id="who-does-what_{context}"]',
        '= Who does what in {product-title}',
        '',
        'Red{nbsp}Ships and {partner-name} share *all*.',
        'See xref:../x.adoc#y[the guide] and link:https://example.com[there^].',
        '',
        '[IMPORTANT]',
        '====',
        'Mind the wind.',
        '====',
        'NOTE: And the rain.',
        '',
        'ifdef::lantern[]',
        '.Your part',
        '* One',
        '** Two',
        'goes on',
        '// nothing',
        '+',
        'more',
        'endif::[]',
        '----',
        '* code',
        '----',
        '[[care]]',
        '== Care ==',
        'Oil:: Fill it.',
      ),
    ).toEqual([
      '5 # Who does what in Nimbus Lantern #who-does-what',
      '7 text Red Ships and {{partner-name}} share all. See the guide and there.',
      '12 note Mind the wind.',
      '14 note And the rain.',
      '17 text Your part',
      '18 - One',
      '19   - Two goes on more',
      '29 ## Care #care',
      '30 - Oil: Fill it.',
    ]);
  });

  it('names what it takes in from other files', () => {
    const page = scanPage('= T\n\ninclude::modules/a.adoc[leveloffset=+1]\n');
    expect(page).toMatchObject({ markup: 'asciidoc', elsewhere: [{ line: 3, target: 'modules/a.adoc' }] });
  });
});

describe('tables', () => {
  it('are cut into rows by their columns, however many lines a row takes', () => {
    expect(
      table(
        '.Lamps',
        '[cols= "2a,3a,3a",options="header"]',
        '|===',
        '|Resource',
        '|Nimbus',
        '|You',
        '',
        '|Oil',
        '|- Buy oil',
        'and wicks.',
        '- Fill.',
        'a|* Light {a}.',
        '',
        '|Glass |Cut |Polish',
        '|Tower',
        '|===',
      ),
    ).toEqual([
      '5 asciidoc 3 Lamps',
      '= Resource | Nimbus | You',
      '10 Oil | - Buy oil and wicks. - Fill. | - Light {{a}}.',
      '16 Glass | Cut | Polish',
      '17 Tower',
    ]);
  });

  it.each([
    ['a first line that stands alone', ['|===', '|A |B', '', '|c |d', '|===']],
    ['an option', ['[%header,cols=2*]', '|===', '|A', '|B', '|c', '|d', '|===']],
  ])('take the header from %s', (_, lines) => {
    expect(table(...lines).slice(1)).toEqual(['= A | B', expect.stringMatching(/^\d c \| d$/)]);
  });

  it('repeat cells that span and copies; a letter right behind a pipe is a cell', () => {
    expect(table('[cols="1,1,1"]', '|===', '|a|b|c', '.2+|d 2+|e', '|f |g', '3*|h', '|===')).toEqual([
      '4 asciidoc 3',
      '= ',
      '5 a | b | c',
      '6 d | e | e',
      '7 d | f | g',
      '8 h | h | h',
    ]);
  });

  it('may have commas or colons between their cells, and a row on each line', () => {
    const rows = ['5 c | d, "e" f', '6 g h | i', '8 j'];
    const quoted = ['c, "d, ""e"" f"', '"g', 'h",i', 'j', ',==='];
    expect(table(',===', 'A,B', '', ...quoted)).toEqual([
      '3 asciidoc 2',
      '= A | B',
      '6 c | d, "e" f',
      '7 g h | i',
      '9 j',
    ]);
    expect(table('[%header,format=csv]', '|===', 'A,B', '', ...quoted.slice(0, -1), '|===')).toEqual([
      '4 asciidoc 2',
      '= A | B',
      ...rows.map((row) => `${Number(row[0]) + 2}${row.slice(1)}`),
    ]);
    expect(table('[options="header"]', ':===', 'A:B', 'c\\:d: e', '', ' f :"g"', ':===')).toEqual([
      '4 asciidoc 2',
      '= A | B',
      '6 c:d | e',
      '8 f | "g"',
    ]);
    expect(table('[format="csv",separator=;]', '|===', 'A;B', '', 'c,d;e', '|===')[2]).toBe('7 c,d | e');
    expect(table('[format=tsv,separator=\\t]', '|===', 'A\tB', '', 'c d\te', '|===')[2]).toBe('7 c d | e');
    expect(table('[separator=¦]', '|===', '¦A ¦B', '', '¦c | d ¦e', '|===')[2]).toBe('7 c | d | e');
  });

  it('with a quotation mark that nothing closes have that line as one cell, and all others', () => {
    expect(table(',===', 'A,B', 'x,"c,d', 'e,"f,g"', '"h" i,j', '"k', ',===').slice(2)).toEqual([
      '4 A | B',
      '5 x,"c,d',
      '6 e | f,g',
      '7 "h" i,j',
      '8 "k',
    ]);
  });

  it('of such rows are read like any other', () => {
    const page = `= Who does what in Lantern\n\n== Care\n\n[%header,format=csv]\n|===\nTask,Nimbus responsibilities,Your responsibilities\nOil,"Fill, and look.","* Light.\n* Burn."\nWick,Trim.\n|===\n`;
    const options = { id: null, names, previous: null, revision: '2026-03-31' };
    expect(outline(importPage(fileOf(page, 'lantern.adoc'), options).value)).toEqual([
      'C Care',
      '  Oil: Fill, and look. / Light., Burn.',
      '  Wick: Trim. / ',
    ]);
  });

  it('that are never closed end before the next section', () => {
    expect(table('|===', '|a |b', '', '== Next')).toEqual(['3 asciidoc 2', '= ', '4 a | b', '6 ## Next']);
  });

  it('put no long values in place without end', () => {
    const page = scanPage(`= T\n\n:a: ${'b'.repeat(400)}\n${'{a}{a}{a}\n'.repeat(20_000)}`);
    const length = page.blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0);
    expect(length).toBeLessThan(3_000_000);
  });
});

it('a page of Markdown with tabs is none', () => {
  const page = scanPage('# T\n\n=== "One"\n\n    | A | B |\n    |---|---|\n    | c | d |\n\nBehind.\n');
  expect(page.markup).toBe('markdown');
  expect(page.blocks.flatMap(shownBlock)).toEqual([
    '1 # T',
    '3 ## One',
    '5 pipe 2',
    '= A | B',
    '7 c | d',
    '1 # T',
    '9 text Behind.',
  ]);
});
