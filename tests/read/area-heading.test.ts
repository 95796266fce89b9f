// Which of two headings names an area that stands alone below a chapter.
import { expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, lanternPage, namesFrom } from './support.ts';

const options = { id: null, names: namesFrom(fixture('lantern.names.yaml')), previous: null };
const TABLE =
  '| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n| Oil | Fill. | Burn. |\n';
const chapter = (above: string, ...below: readonly string[]): string =>
  `## ${above}\n\nYou and Nimbus share responsibilities for lamps.\n\n${below.map((own) => `### ${own}\n\n${TABLE}\n`).join('')}`;

it.each([
  ['Care', ['The table'], ['C Care shared']],
  ['2. Care', ['The table'], ['C 2. Care shared']],
  ['Care', ['1.1. Pouring oil'], ['C Care shared']],
  ['1. Care', ['1.1. Pouring oil'], ['PO 1.1. Pouring oil shared']],
  ['1) Care', ['1.1 Pouring oil'], ['PO 1.1 Pouring oil shared']],
  ['1. Care', ['1.1. Pouring oil', '1.2. Fire'], ['PO 1.1. Pouring oil ', 'F 1.2. Fire ']],
])('%s, %j', (above, below, expected) => {
  const page = lanternPage(`${chapter(above, ...below)}## 9. Hues\n\n${TABLE}`);
  const { value } = importPage(fileOf(page, 'lantern.md'), options);
  const shown = value?.areas.map(
    ({ code, title, scope }) => `${code} ${title} ${scope === undefined ? '' : 'shared'}`,
  );
  expect(shown).toEqual([...expected, 'H 9. Hues ']);
});
