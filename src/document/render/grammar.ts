// Handlebars' own parser, with its two kinds of errors turned into diagnostics with a place.
import Handlebars from 'handlebars';
import type { Diagnostic } from '../../problem.ts';
import { errorAt, offsetOf, type SourceText } from '../source-text.ts';

export type Program = hbs.AST.Program;

/** A template's syntax tree, or the one syntax error that stopped the parser. */
export const parseTemplate = (source: SourceText): Program | Diagnostic => {
  const deep = tooDeep(source);
  if (deep !== null) return deep;
  try {
    return Handlebars.parse(source.text, { srcName: source.file });
  } catch (error) {
    // A stack that overflows carries no place; whoever loads the template tells of it.
    if (!(error instanceof Error) || error instanceof RangeError) throw error;
    return syntaxError(source, error);
  }
};

/** Handlebars' parser takes seconds for thousands of open blocks or brackets, so they are counted first; the lint is stricter. */
const DEEPEST = 200;

const tooDeep = (source: SourceText): Diagnostic | null => {
  let depth = 0;
  for (const { 0: found, index } of source.text.matchAll(/\{\{~?[#^](?!\})|\{\{~?\/|[()]/g)) {
    depth += found === ')' || found.endsWith('/') ? -1 : 1;
    if (depth <= DEEPEST) continue;
    const spot = { source, offset: index, length: found.length };
    return errorAt(spot, 'template-syntax', `More than ${DEEPEST} blocks and brackets are open here.`, HINT);
  }
  return null;
};

const HINT = 'Close every {{#block}} with its {{/block}}, and every {{ with }}.';

const syntaxError = (source: SourceText, error: Error): Diagnostic => {
  const [line, column] = [Reflect.get(error, 'lineNumber'), Reflect.get(error, 'column')];
  if (typeof line === 'number' && typeof column === 'number') {
    const sentence = error.message.replace(/ - \d+:\d+$/, '');
    return errorAt(
      { source, offset: offsetOf(source, line, column), length: 1 },
      'template-syntax',
      `${capital(sentence)}.`,
      HINT,
    );
  }
  return errorAt(
    { source, offset: offsetInMessage(source, error.message), length: 1 },
    'template-syntax',
    grammarSentence(error.message),
    HINT,
  );
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const grammarSentence = (message: string): string => {
  const got = /got '([A-Z_]+)'/.exec(message)?.[1];
  if (got === 'EOF') return 'The template ends before its last block is closed.';
  if (got === 'INVERSE') return '{{else}} stands outside a block.';
  return 'This is not a well-formed {{ … }}.';
};

/**
 * Lexer and grammar errors carry their place only in the message: a line number, an excerpt without line ends, and a caret
 * under it. The place is the one where the text before and after the caret is found, on or nearest to that line.
 */
const offsetInMessage = (source: SourceText, message: string): number => {
  const [head = '', shown = '', caret = ''] = message.split('\n');
  if (!caret.includes('^')) return 0;
  const line = Number(/line (\d+)/.exec(head)?.[1] ?? 1);
  const before = shown.slice(0, caret.indexOf('^')).replace(/^\.\.\./, '');
  const after = shown.slice(caret.indexOf('^')).replace(/\.\.\.$/, '');
  const target = offsetOf(source, line, 0);
  const flat = flatten(source.text);
  let best: number | null = null;
  for (let at = flat.text.indexOf(before + after); at >= 0; at = flat.text.indexOf(before + after, at + 1)) {
    const offset = flat.offsets[at + before.length] ?? source.text.length;
    if (best === null || Math.abs(offset - target) < Math.abs(best - target)) best = offset;
  }
  return best ?? target;
};

/** The text without line feeds, as the message shows it, with the offset each character came from. */
const flatten = (text: string): { readonly text: string; readonly offsets: readonly number[] } => {
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) if (text[offset] !== '\n') offsets.push(offset);
  return { text: text.replaceAll('\n', ''), offsets };
};
