// The name of a company that nobody knows, from words that say that something is its own: `Acme is responsible for:`, `What Acme does`.
import type { Names } from '../../model/names.ts';
import { plainText } from '../page/markup.ts';
import type { List, Table } from '../page/page.ts';
import { nameIn } from './counterpart.ts';
import { namingIn } from './naming.ts';

/** One to three words that begin with a capital letter. */
const NAME = String.raw`((?:the )?\p{Lu}[\p{L}\p{N}.&+-]*(?: \p{Lu}[\p{L}\p{N}.&+-]*){0,2})`;
const DOES =
  '(?:is|are|does|do|must|will|handles?|manages?|helps?|provides?|covers?|owns?|operates?|runs?|maintains?|looks? after|takes? care)';

const once = (make: () => RegExp): (() => RegExp) => {
  let made: RegExp | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

/**
 * Words that say it, and how they do, with the name in the first group. Case matters in the name alone, so that the other words allow for
 * both. Letters of all alphabets are dear to look for, so that nobody does where the words are not there.
 */
const PATTERNS: readonly (readonly [words: RegExp, how: string])[] = [
  [/^(?:what|how|where) /i, String.raw`^(?:[Ww]hat|[Hh]ow|[Ww]here) ${NAME} ${DOES}\b`],
  [/ (?:is|are) /, String.raw`^${NAME} (?:is|are) (?:\w+ ){0,2}(?:responsible|accountable|in charge)\b`],
  [new RegExp(`\\s${DOES}(?: of)?\\s*:?$`), String.raw`^${NAME} ${DOES}(?: of)?\s*:?$`],
  [
    / by /,
    String.raw`^(?:[Mm]anaged|[Hh]andled|[Oo]perated|[Oo]wned|[Pp]rovided|[Cc]overed) by ${NAME}\s*:?$`,
  ],
  [/ of /, String.raw`^(?:[Rr]esponsibilit(?:y|ies)|[Dd]uties|[Oo]bligations|[Rr]oles?) of ${NAME}\s*:?$`],
  [
    /['’]/,
    String.raw`^${NAME}['’]s? (?:[\p{L}-]+ ){0,4}(?:[Rr]esponsibilit(?:y|ies)|[Oo]bligations|[Dd]uties|[Rr]oles?|[Jj]ob|[Pp]art|[Ss]ide|[Cc]ommitments?)\s*:?$`,
  ],
  [
    /(?:responsibilit(?:y|ies)|obligations)\s*:?$/i,
    String.raw`^${NAME}((?: \p{Ll}+){0,2}) (?:[Rr]esponsibilit(?:y|ies)|[Oo]bligations)\s*:?$`,
  ],
];
const SAYS = PATTERNS.map(([words, how]) => ({ words, how: once(() => new RegExp(how, 'u')) }));

const JOINS = / (?:and|or|of|for|in|on|the|to|with)(?: |$)/;

/** Null where the words hold no such name. */
export const heldName = (text: string): string | null => {
  for (const { words, how } of SAYS) {
    if (!words.test(text)) continue;
    const [, name, subject = ''] = how().exec(text) ?? [];
    // `Backup plan responsibilities` are nobody's, and so are `Roles and responsibilities`.
    if (JOINS.test(subject)) return null;
    if (name !== undefined) return nameIn(`${name}${subject}`) === null ? null : nameIn(name);
  }
  return null;
};

/** Rows that are enough to know whom a table is about. */
const ROWS = 40;
const LONGEST = 200;

/** Who stands in these columns beside the customer: more than two of three of all others must be the same. */
export const nameInCells = (table: Table, columns: readonly number[], names: Names): string | null => {
  const cells = table.rows
    .slice(0, ROWS)
    .flatMap((row) => columns.map((column) => row.cells[column]?.text ?? ''));
  const parts = cells.flatMap((text) =>
    text.length > LONGEST ? [] : plainText(text).split(/\s*[,;/&+()]\s*|\sand\s/),
  );
  return mostNamed(parts, names);
};

const mostNamed = (parts: readonly string[], names: Names): string | null => {
  const namings = parts.map((text) => ({ text, naming: namingIn(text, names) }));
  if (!namings.some(({ naming }) => naming.customer && naming.others.length === 0)) return null;
  const others = namings.filter(({ text, naming: { customer, provider, third, shared } }) => {
    return !(customer || provider || third || shared || text === '' || /^(?:n\/?a|none|[-–—])$/i.test(text));
  });
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] * 3 > others.length * 2 && nameIn(most[0]) === most[0]
    ? most[0]
    : null;
};

const OWNER =
  /\b(?:own\w*|responsible|responsibility|party|who|managed by|accountable|assigned|provided by)\b/i;

/** Who stands beside the customer in a column of owners. */
export const nameOfOwner = (table: Table, names: Names): string | null => {
  const columns = table.header.flatMap(({ text }, column) => (OWNER.test(plainText(text)) ? [column] : []));
  for (const column of columns) {
    const name = nameInCells(table, [column], names);
    if (name !== null) return name;
  }
  return null;
};

const LEAD = /^(?:\*\*|__|<strong>|<b>)([^*_<>]{1,60})(?:\*\*|__|<\/strong>|<\/b>)/;

/** Who begins items in bold, where the customer begins the others. */
export const nameOfLeads = ({ items }: List, names: Names): string | null => {
  const leads = items
    .slice(0, ROWS)
    .flatMap(({ text }) => LEAD.exec(text)?.[1]?.replace(/\s*:\s*$/, '') ?? []);
  return mostNamed(leads, names);
};
