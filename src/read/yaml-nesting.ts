// Refuses text nested so deeply that parsing it would exhaust memory, before any parser sees it.
import type { SourceText, Span } from './source-text.ts';

/** No file of ours is nested half as deep. */
export const DEEPEST = 40;
/** Brackets in running text are counted too, so the guard before the parser is far above what the tree allows. */
const UNCLOSED = 400;
const CHAIN = /(?:[-?:][ \t]+){100}/;

/** Where the nesting gets out of hand, or null. */
export const deepNesting = (source: SourceText): Span | null =>
  unclosedBrackets(source.text) ?? chain(source.text);

const unclosedBrackets = (text: string): Span | null => {
  let open = 0;
  for (const match of text.matchAll(/[[\]{}]/g)) {
    open = match[0] === '[' || match[0] === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > UNCLOSED) return { start: match.index, end: match.index + 1 };
  }
  return null;
};

const chain = (text: string): Span | null => {
  const match = CHAIN.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
};
