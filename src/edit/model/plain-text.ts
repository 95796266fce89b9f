// A text as a value in YAML, as the package `yaml` would write it: the many that are plain words, and the few that want no more than quotes.

/** Column at which running text is folded. */
export const WIDTH = 120;
/** What a folded line has at least, however deep it stands. */
const LEAST = 20;

/** Where a value stands: the column that its further lines begin at, and the one that the first follows, both as the package counts them. */
export type Spot = { readonly indent: number; readonly start: number };

/** The value as it stands behind its key and a space. Null for a text that takes more to write; whoever asks has the package write it. */
export const plainText = (text: string, spot: Spot): string | null => {
  if (!WORDS.test(text) || UNUSUAL.test(text)) return null;
  if (!MISREAD.test(text)) return folded(text, spot);
  return /["\\]/.test(text) || text.length + 2 > longest(spot) ? null : `"${text}"`;
};

/** The same between braces, on the line of its key. */
export const flowText = (text: string): string | null => {
  if (text === '') return '""';
  return WORDS.test(text) && !UNUSUAL.test(text) && !MISREAD.test(text) && !/[[\]{},]/.test(text)
    ? text
    : null;
};

/** It begins like words do. */
const WORDS = /^[A-Za-z(]/;
/** Control characters, line ends among them, and what is no single unit. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNUSUAL = /[\x00-\x1f\x7f-\x9f\ud800-\udfff]/;
/** What would be read as something else than this text. */
const MISREAD = /: |[ :]$| #|^(?:null|true|false)$/i;

/** Characters that a value may have before it is folded. */
const longest = ({ indent }: Spot): number => Math.max(1 + LEAST, 1 + WIDTH - indent);

/** Lines end at the last single space before the width, or at the first one after it where there is none. */
const folded = (text: string, spot: Spot): string => {
  const step = longest(spot);
  if (text.length <= step) return text;
  const lines: string[] = [];
  let from = 0;
  let end = WIDTH - spot.start;
  let split = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (isBetweenWords(text, at)) split = at;
    if (at < end || split === 0) continue;
    lines.push(text.slice(from, split));
    [from, end, split] = [split + 1, split + step, 0];
  }
  return [...lines, text.slice(from)].join(`\n${' '.repeat(spot.indent)}`);
};

const isBetweenWords = (text: string, at: number): boolean =>
  text[at] === ' ' && at > 0 && text[at - 1] !== ' ' && at + 1 < text.length && text[at + 1] !== ' ';
