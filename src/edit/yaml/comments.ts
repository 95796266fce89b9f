// Comments inside of what goes away: they are kept, on lines of their own above the key.
import { Lexer } from 'yaml';
import type { Page } from './place.ts';
import type { Splice } from './splice.ts';

/** What the lexer gives before the text of a scalar, which may itself begin with `#`. */
const SCALAR = '\u001f';

/** Inserts the comments between two offsets above the line that starts at `line`. A range outside of brackets has to begin with a line. */
export const keepComments = ({ text }: Page, start: number, end: number, line: number): readonly Splice[] => {
  const range = text.slice(start, end);
  if (!range.includes('#')) return [];
  const margin = /^ */.exec(text.slice(line, line + 400))?.[0] ?? '';
  const lines = commentsIn(range).map((comment) => `\n${margin}${comment}`);
  return lines.length === 0 ? [] : [{ start: line - 1, end: line - 1, text: lines.join('') }];
};

const commentsIn = (range: string): readonly string[] => {
  const tokens = [...new Lexer().lex(range)];
  return tokens.filter((token, index) => token.startsWith('#') && tokens[index - 1] !== SCALAR);
};
