// Refuses text nested so deeply that parsing it would exhaust memory, before any parser sees it.
import type { SourceText, Span } from './source-text.ts';

/** No file of ours is nested half as deep. */
export const DEEPEST = 40;
/** Brackets and indentation of running text are counted too, so the guard before the parser is far above what the tree allows. */
const OPEN = 400;
const CHAIN = /(?:[-?:][ \t]+){100}/;

/** Where the nesting gets out of hand, or null. */
export const deepNesting = (source: SourceText): Span | null =>
  unclosedBrackets(source.text) ?? chain(source.text) ?? indentation(source);

const unclosedBrackets = (text: string): Span | null => {
  let open = 0;
  for (const match of text.matchAll(/[[\]{}]/g)) {
    open = match[0] === '[' || match[0] === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > OPEN) return { start: match.index, end: match.index + 1 };
  }
  return null;
};

const chain = (text: string): Span | null => {
  const match = CHAIN.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
};

/** Lines each indented further than one that is still open above them. How much of that a parser stands differs from machine to machine. */
const indentation = ({ lines, starts }: SourceText): Span | null => {
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    open.push(indent);
    const start = (starts[index] ?? 0) + indent;
    if (open.length > OPEN) return { start, end: start + 1 };
  }
  return null;
};
