// What a page holds that gives no duty to anybody, so that whoever imports it knows where to look instead.
import type { LeftOut, LeftOutReason } from '../model/import-report.ts';
import type { Names } from '../model/names.ts';
import { readable } from './duty-text.ts';
import { type Link, linksOf } from './links.ts';
import { plainText } from './page/markup.ts';
import type { Content, Page } from './page/page.ts';
import { quoted } from './plain.ts';
import type { Trouble } from './source-text.ts';

/** `left` is what the page's rows and items came to. */
export const noDuties = (page: Page, left: readonly LeftOut[], names: Names): Trouble => {
  const content = page.blocks.filter((block) => block.kind !== 'heading').filter(holdsText);
  const [sentence, hint] =
    content.length === 0 ? emptyPage(page) : foundIn(content, left, page.targets, names);
  return { code: 'page-no-duties', sentence: `The page gives no duty to anybody: ${sentence}`, hint };
};

type Said = readonly [sentence: string, hint: string];

/** A line with nothing but a variable is filled with definitions when the page is made. */
const holdsText = (block: Content): boolean =>
  block.kind !== 'paragraph' ||
  plainText(block.text)
    .replace(/\{\{[^{}]*\}\}/g, '')
    .trim() !== '';

const emptyPage = ({ blocks }: Page): Said => [
  blocks.length === 0 ? 'it is empty.' : 'it has headings and nothing below them.',
  'Check that it is the file you meant.',
];

const foundIn = (
  content: readonly Content[],
  left: readonly LeftOut[],
  targets: Page['targets'],
  names: Names,
): Said => {
  const isContents = content.every(onlyLinks);
  const hasRows = content.some((block) => block.kind !== 'paragraph' && !onlyLinks(block));
  const links = content.flatMap((block) => linksOf(block, targets));
  const target = links.find(({ text, url }) => /responsib/i.test(`${text} ${url}`)) ?? links[0];
  if (isContents && content.some(({ kind }) => kind === 'list'))
    return ['it is only a table of contents.', 'Import the pages that it leads to.'];
  if (hasRows) return [rowsLeft(left), 'Look at the page: it may be written in a way that is not read yet.'];
  if (target !== undefined) return pointer(target, names);
  const text = content.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))[0] ?? '';
  return [
    `it has no table and no list, and says ${quoted(readable(plainText(text), names))}.`,
    'If that gives a duty to somebody, add it to a model by hand.',
  ];
};

const pointer = ({ text, url }: Link, names: Names): Said => [
  `it only points to ${[readable(plainText(text), names), url]
    .filter((one) => one !== '')
    .map(quoted)
    .join(', ')}.`,
  'Import the page that it points to.',
];

/** A list of nothing but links, as a table of contents is. */
const onlyLinks = (block: Content): boolean =>
  block.kind === 'list' &&
  block.items.every(({ text }) =>
    /^\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])\s*(?:\{:[^{}]*\})?\.?$/.test(text.trim()),
  );

const WHY: Readonly<Record<LeftOutReason, string>> = {
  'no-responsibilities': 'under no party',
  'party-unclear': 'of an unclear party',
  'third-party': 'of a third party',
  matrix: 'of a matrix',
  legend: 'of a legend',
  'says-nothing': 'empty or `None`',
  placeholder: 'never written',
  'other-service': 'of another service',
  negative: 'of what somebody does not do',
  'no-resource': 'without a resource',
  'no-area': 'under no heading',
  malformed: 'malformed',
};

const rowsLeft = (left: readonly LeftOut[]): string => {
  const counts = new Map<LeftOutReason, number>();
  for (const { reason } of left) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const listed = [...counts].map(([reason, count]) => `${count} ${WHY[reason]}`);
  const all =
    left.length === 1
      ? 'its only row or item is left out'
      : `its ${left.length} rows, cells and items are all left out`;
  return listed.length === 0 ? 'its tables and lists have no rows.' : `${all} (${listed.join(', ')}).`;
};
