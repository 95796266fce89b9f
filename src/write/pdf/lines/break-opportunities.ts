// Where a line may end, by UAX #14. Plain text is decided from pairs of characters, each pair asked of the line
// breaker once; whatever is not plain goes to the line breaker whole.

import LineBreaker from 'linebreak';

/** One example for each class of UAX #14 that plain text is made of; the index is the class. */
const EXAMPLES = [' ', 'a', '0', '(', '}', ')', '"', '!', ',', '/', '$', '%', '-', '|', '\u00a0', '\u2014'];
const MEMBERS: readonly string[] = [
  ' ',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#&*<=>@^_`~',
  '0123456789',
  '([{',
  '}',
  ')]',
  '"\'\u2018\u2019\u201c\u201d\u00ab\u00bb',
  '!?',
  ',.:;',
  '/',
  '$+\\\u00a3\u00b1\u20ac',
  '%\u00b0',
  '-',
  '|\u2013',
  '\u00a0',
  '\u2014',
];
const SPACE = 0;
const LETTER = 1;
const OTHER = 255;

/** Class of each UTF-16 code unit below U+2100; letters with marks are letters. */
const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(0x2100).fill(OTHER);
  for (let code = 0xc0; code < 0x250; code += 1) if (code !== 0xd7 && code !== 0xf7) table[code] = LETTER;
  for (const [index, members] of MEMBERS.entries())
    for (const member of members) table[member.charCodeAt(0)] = index;
  return table;
}

const COUNT = EXAMPLES.length;
/** For each pair of classes, apart by spaces or not: 0 not asked yet, 1 no break, 2 break. */
const pairs = new Uint8Array(COUNT * COUNT * 2);

function mayBreak(before: number, after: number, spaced: boolean): boolean {
  const index = (before * COUNT + after) * 2 + (spaced ? 1 : 0);
  if (pairs[index] === 0)
    pairs[index] = askPair(EXAMPLES[before] ?? '', EXAMPLES[after] ?? '', spaced) ? 2 : 1;
  return pairs[index] === 2;
}

function askPair(before: string, after: string, spaced: boolean): boolean {
  const first = spaced ? `${before} ` : before;
  return breaksByRule(first + after)[first.length] === 1;
}

/** For each position in `text`, 1 where a line may end before it. The start and the end are none. */
export function breakOpportunities(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  let before = OTHER;
  let spaced = false;
  for (let index = 0; index < text.length; index += 1) {
    const kind = CLASSES[text.charCodeAt(index)] ?? OTHER;
    if (kind === OTHER) return breaksByRule(text);
    if (kind === SPACE && before !== OTHER) {
      spaced = true;
      continue;
    }
    if (before !== OTHER && mayBreak(before, kind, spaced && before !== SPACE)) breaks[index] = 1;
    before = kind;
    spaced = false;
  }
  return breaks;
}

function breaksByRule(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak())
    if (found.position < text.length) breaks[found.position] = 1;
  return breaks;
}
