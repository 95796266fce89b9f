// The name that a page gives what is its own: `Brightco’s lamps`. It names the provider of a page that otherwise says no more than `our`.
import type { Block, Page } from '../page/page.ts';
import { companyNamed } from './companies.ts';
import { nameIn } from './counterpart.ts';

/** Enough to know whose page it is. */
const LONGEST = 200_000;
const LEAST = 3;

const WORD = String.raw`\p{Lu}[\p{L}\p{N}&+-]{1,30}`;
const OWNS = new RegExp(String.raw`(?<![\p{L}\p{N}])(${WORD}(?: ${WORD}){0,2})['’]s(?![\p{L}\p{N}])`, 'gu');
/** Words that begin a sentence in front of a name, and words that have something and are no name. */
const BEGINS =
  /^(?:The|If|In|As|For|While|At|When|With|Under|By|This|And|But|On|From|Of|To|See|Read|All|Both|Like|Use|Using) /;
const NOBODY =
  /^(?:It|That|Let|What|Here|There|Who|Where|How|He|She|Everyone|Today|Company|Organi[sz]ation|Internet|Vendor|Cloud|README)$/;

/**
 * One name that is said to have something, stands in the front matter, a heading or the first paragraph, and is named three times at least
 * and more often than any other such. Null for a company that many pages speak of, because it may be anybody's supplier there.
 */
export const possessiveName = ({ front, blocks }: Page): string | null => {
  const [first] = blocks.filter(({ kind }) => kind === 'paragraph');
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const shown = [
    ...Object.values(front),
    ...headings.map(textOf),
    first === undefined ? '' : textOf(first),
  ].join('\n');
  const text = [...Object.values(front), ...blocks.map(textOf)].join('\n').slice(0, LONGEST);
  // Addresses write it in small letters.
  const folded = text.toLowerCase();
  const names = new Set([...text.matchAll(OWNS)].slice(0, 500).flatMap(([, name = '']) => bare(name)));
  const counts = [...names]
    .slice(0, 20)
    .filter((name) => shown.includes(name))
    .map((name) => ({ name, count: folded.split(name.toLowerCase()).length - 1 }))
    .sort((a, b) => b.count - a.count);
  const [most, second] = counts;
  return most !== undefined && most.count >= LEAST && most.count > (second?.count ?? 0) ? most.name : null;
};

const bare = (name: string): readonly string[] => {
  const own = name.replace(BEGINS, '');
  return NOBODY.test(own) || companyNamed(own) !== null || nameIn(own) !== own ? [] : [own];
};

const textOf = (block: Block): string => {
  if (block.kind === 'heading' || block.kind === 'paragraph') return block.text;
  if (block.kind === 'list') return block.items.map(({ text }) => text).join('\n');
  return [...block.header, ...block.rows.flatMap((row) => row.cells)].map(({ text }) => text).join('\n');
};
