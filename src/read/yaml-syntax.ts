// What the YAML parser objects to, said in our own words, by the parser's error codes.
import type { YAMLError } from 'yaml';
import type { SourceText, Trouble } from './source-text.ts';
import { placeAt } from './source-text.ts';

const INDENT_HINT =
  'Keys that belong together start in the same column; what belongs to a key is indented below it with spaces.';

const EXPLAINED: Readonly<Record<string, readonly [sentence: string, hint: string]>> = {
  BAD_ALIAS: ['An alias points at nothing.', 'Write the value out.'],
  BAD_DIRECTIVE: ['This directive is not known.', 'Remove the line that begins with %.'],
  BAD_DQ_ESCAPE: [
    'This escape in a double-quoted text is not known.',
    'Use single quotes, or write \\\\ for a backslash.',
  ],
  BAD_INDENT: ['This line is not indented like its neighbours, or a bracket is not closed.', INDENT_HINT],
  BAD_SCALAR_START: ['A text cannot begin with this character.', 'Put the text in quotes.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'A key and its value stand where only a text can stand.',
    'If the text holds a colon, put it in quotes.',
  ],
  BLOCK_IN_FLOW: [
    'Indented keys stand inside brackets.',
    'Close the bracket first, or write `key: value` pairs with commas inside it.',
  ],
  KEY_OVER_1024_CHARS: [
    'A key is longer than 1,024 characters.',
    'Probably a quote or a line end is missing.',
  ],
  MISSING_CHAR: [
    'A quote, bracket, comma or space is missing.',
    'Close every quote and bracket, and put a space after each colon and comma.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'A key runs over more than one line.',
    'Put a space after the colon, or quotes around a text that holds one.',
  ],
  MULTIPLE_DOCS: [
    'A second document begins in the same file.',
    'Keep one document in a file: remove the line `---`, or split the file.',
  ],
  RESOURCE_EXHAUSTION: [
    'The file is nested too deeply.',
    'Close the brackets that are open, and flatten the lists.',
  ],
  UNEXPECTED_TOKEN: ['This cannot stand here.', INDENT_HINT],
};

/** The diagnostic for a parser's error; tabs in the indentation are told apart, whatever else they led to. */
export const syntaxTrouble = (source: SourceText, error: YAMLError): Trouble => {
  const line = source.lines[placeAt(source, { start: error.pos[0], end: error.pos[1] }).line - 1] ?? '';
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return TAB;
  const [sentence, hint] = EXPLAINED[error.code] ?? ['This is not YAML.', INDENT_HINT];
  return { code: 'yaml-syntax', sentence, hint };
};

const TAB: Trouble = {
  code: 'yaml-tab',
  sentence: 'The line is indented with a tab.',
  hint: 'Indent with spaces: YAML does not allow tabs there.',
};
