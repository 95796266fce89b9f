// Pages with ten thousand parts in one another end with the duties that stand beside them, or with a sentence that says why not.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, lanternPage, namesFrom, outline, told } from './support.ts';

const options = {
  id: null,
  names: namesFrom(fixture('lantern.names.yaml')),
  previous: null,
  revision: '2026-03-31' as const,
};
const DEPTH = 10_000;
const deep = (text: string): string => text.repeat(DEPTH);
const TABLE =
  '| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n| Oil | Fill. | Burn. |\n';
const HTML =
  '<table><tr><th>Task<th>Nimbus responsibilities<th>Your responsibilities<tr><td>Oil<td>Fill.<td>Burn.</table>';
const rowOf = (provider: string): string => TABLE.replace('Fill.', provider);
const markdown = (body: string): string => lanternPage(`## Care\n\n${body}`);
const html = (body: string): string =>
  `<!doctype html><html><body><h1>Lantern</h1><h2>Care</h2>${body}</body></html>`;
const asciidoc = (body: string): string =>
  `= Lantern\n\n== Care\n\n[cols=3*,options=header]\n|===\n|Task |Nimbus responsibilities |Your responsibilities\n|Oil |Fill. |Burn.\n|===\n\n${body}`;

const read = (page: string) => importPage(fileOf(page, 'lantern.md'), options);

describe('duties beside, below or within what is nested', () => {
  it.each([
    ['quotes', markdown(`${TABLE}\n${deep('>')} a\n`)],
    ['a table in quotes', markdown(TABLE.replace(/^/gm, deep('> ')))],
    ['list marks', markdown(`${TABLE}\n${deep('- ')}a\n`)],
    ['<div> around', markdown(`${deep('<div>')}${HTML}${deep('</div>')}\n`)],
    ['<div> on lines', markdown(`${deep('<div>\n')}\n${TABLE}`)],
    ['<ul> behind', markdown(`${TABLE}\n${deep('<ul><li>a\n')}`)],
    ['<table> behind', markdown(`${TABLE}\n${deep('<table><tr><td>')}a${deep('</td></tr></table>')}\n`)],
    ['<ul> in a cell', markdown(rowOf(`${deep('<ul><li>')}Fill.${deep('</li></ul>')}`))],
    ['<div> in a cell', markdown(rowOf(`${deep('<div>')}Fill.`))],
    ['emphasis in a cell', markdown(rowOf(`${deep('<b>')}Fill.${deep('</b>')}`))],
    ['folded parts', markdown(`${deep('<details><summary>a</summary>\n')}${deep('</details>\n')}\n${TABLE}`)],
    ['notes', markdown(`${deep(':::note\n')}${deep(':::\n')}\n${TABLE}`)],
    ['brackets', markdown(`${TABLE}\n${deep('[')}a${deep(']')}${deep('![')}${deep('](b)')}\n`)],
    ['<div> of a page', html(`${deep('<div>')}${HTML}${deep('</div>')}`)],
    ['<div> of a page, never closed', html(`${deep('<div>')}${HTML}`)],
    ['<blockquote> of a page', html(`${deep('<blockquote>')}${HTML}`)],
    ['<ul> of a page', html(`${HTML}${deep('<ul><li>a')}`)],
    ['<table> of a page', html(`${HTML}${deep('<table><tr><td>a')}`)],
    ['<span> in a cell of a page', html(HTML.replace('Fill.', `${deep('<span>')}Fill.${deep('</span>')}`))],
    ['blocks of AsciiDoc', asciidoc(deep('====\n'))],
    ['items of AsciiDoc', asciidoc(`${deep('*')} a\n`)],
  ])('%s', (_, page) => {
    const { value, diagnostics } = read(page);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outline(value).slice(-1)).toEqual(['  Oil: Fill. / Burn.']);
  });

  it.each([
    ['a list', `${deep('<ul><li>')}Fill.${deep('</li></ul>')}`],
    ['a table', `${deep('<table><tr><td>')}Fill.${deep('</td></tr></table>')}`],
  ])('%s of its own', (_, nested) => {
    const { value, report } = read(
      markdown(`**Nimbus responsibilities**\n\n${nested}\n\n**Your responsibilities**\n\n- Burn.\n`),
    );
    const duties = value?.areas[0]?.resources[0];
    const texts = [...(duties?.provider ?? []), ...(report?.leftOut ?? [])].map(({ text }) => text);
    expect(texts).toContain('Fill.');
    expect(duties?.customer.map(({ text }) => text)).toEqual(['Burn.']);
  });
});

describe('without any duty', () => {
  it.each([
    ['quotes', markdown(`${deep('> ')}a\n`)],
    ['<div>', markdown(deep('<div>'))],
    ['<ul>', markdown(deep('<ul><li>a'))],
    ['<table>', html(deep('<table><tr><td>a'))],
    ['links', markdown(`${deep('[a](b')} ${deep('<a href="" ')}`)],
    ['references', markdown(`[a]: /b\n\n${deep('[a][')}${deep('[a]')}\n`)],
    ['values in quotes', `= Lantern\n\n== Care\n\n,===\n${deep('"a\n')}${deep('""b\n')}`],
  ])('%s', (_, page) => {
    const { value, diagnostics } = read(page);
    expect(value).toBeNull();
    expect(told(diagnostics)).toEqual(['page-no-duties']);
  });
});
