// A text as a scalar, in the simplest form that is read back as exactly the same text.
/** Column that written lines should not pass. */
export const WIDTH = 120;

/** How a text is written in the file, as far as a new text in its place is written likewise. */
export type TextStyle = 'plain' | 'single' | 'double' | 'folded' | 'literal';

/** What stands on the line of the key, and the lines that come below it, with their indentation. */
export type Form = { readonly head: string; readonly body: readonly string[] };

/** The place for a text outside of brackets. */
export type Room = {
  /** Column of the first character, and the indent that a block scalar's lines would have. */
  readonly column: number;
  readonly indent: number;
  /** The comment behind it on its line. */
  readonly comment: string | null;
  /** The column of a comment in the line below, -1 where there is none. */
  readonly below: number;
  readonly style: TextStyle;
};

export const textForm = (text: string, room: Room): Form => {
  const inline = inlineText(text, { ...room, flow: false });
  const one = text.replace(/\n$/, '');
  const long = room.column + inline.length > WIDTH;
  if (room.indent <= room.below) return { head: inline, body: [] };
  if (isRunning(one) && (room.style === 'folded' || long))
    return block('>', text, folded(one, room.indent), room) ?? { head: inline, body: [] };
  const literal = text.includes('\n') && isPrintedAsIs(text);
  return (literal ? block('|', text, one.split('\n'), room) : null) ?? { head: inline, body: [] };
};

/** What YAML or its reader would not take as it stands, outside of double quotes: control characters, separators, marks and halves. */
const ESCAPED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/** Words on one line, with a space between two of them at which the line can be folded. */
const isRunning = (text: string): boolean =>
  /\S \S/.test(text) && !/[\n\t]|^\s|\s$/.test(text) && !ESCAPED.test(text);

/** No line of it has white space where people or editors lose it, or where it would be taken for indentation. */
const isPrintedAsIs = (text: string): boolean =>
  !/^\s|[^\S\n](?:\n|$)|\n\t/.test(text) && !ESCAPED.test(text);

const block = (sign: '>' | '|', text: string, lines: readonly string[], room: Room): Form | null => {
  const ends = text.length - text.trimEnd().length;
  // Line ends that are kept would depend on the empty lines behind them, and nobody would see them there.
  if (ends > 1) return null;
  const margin = ' '.repeat(room.indent);
  const chomp = ends === 0 ? '-' : '';
  return {
    head: `${sign}${chomp}`,
    body: lines.map((line) => (line === '' ? '' : `${margin}${line}`)),
  };
};

/** Broken only at single spaces: others would be lost in folding. */
const folded = (text: string, indent: number): readonly string[] => {
  const lines: string[] = [];
  let line: string | null = null;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const fits: boolean = line !== null && indent + line.length + 1 + word.length <= WIDTH;
    if (line !== null && !fits) lines.push(line);
    line = fits ? `${line} ${word}` : word;
  }
  return line === null ? lines : [...lines, line];
};

/** Where a text stands on one line; `flow` is true within brackets. */
export type Inline = {
  readonly flow: boolean;
  readonly comment: string | null;
  readonly style: TextStyle;
};

/** A text on one line: plain where it can be, in the quotes that were there before, else in double quotes. */
export const inlineText = (text: string, { flow, comment, style }: Inline): string => {
  const quoted = style === 'single' || style === 'double';
  if (!quoted && isPlain(text, flow) && !swallows(text, comment)) return text;
  if (style === 'single' && !/[\n\t]/.test(text) && !ESCAPED.test(text))
    return `'${text.replaceAll("'", "''")}'`;
  return doubleQuoted(text);
};

/** A key: it never stands behind anything and never before a comment. */
export const keyText = (key: string): string =>
  inlineText(key, { flow: true, comment: null, style: 'plain' });

/** What begins like another kind of value, holds what ends a text, or would say nothing. */
const NOT_PLAIN = /^$|^[-?:,[\]{}#&*!|>'"%@`]|^\s|\s$|[\n\t]|:(?: |$)| #|^\.\.\.|^(?:~|null|Null|NULL)$/;

const isPlain = (text: string, flow: boolean): boolean =>
  !NOT_PLAIN.test(text) && !(flow && /[,[\]{}]/.test(text)) && !ESCAPED.test(text);

/** True where the reader would take a comment for a part of the text before it. */
const swallows = (text: string, comment: string | null): boolean =>
  comment !== null && (/\s/.test(text) || !/^#(?:\s|#|$)/.test(comment));

/** JSON's escapes are YAML's too; what JSON leaves as it is and YAML does not is added. */
const doubleQuoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
