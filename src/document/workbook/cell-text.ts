// The text of a cell: white space collapsed as a browser would, or kept, with line breaks where blocks and <br> stand.
import type { MarkupElement, MarkupNode } from '../parse/tree.ts';

const LINES = [
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'section',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'address',
];

/** U+0000 cannot be in a template's own text that matters; it stands for a break until white space is collapsed. */
const BREAK = '\0';

const flat = (node: MarkupNode): string => {
  if (node.kind === 'text')
    return node.text.includes(BREAK) ? node.text.replaceAll(BREAK, '\uFFFD') : node.text;
  if (node.tag === 'br') return BREAK;
  const inner = flatIn(node);
  return LINES.includes(node.tag) ? `${BREAK}${inner}${BREAK}` : inner;
};

const flatIn = ({ children }: MarkupElement): string => {
  let text = '';
  for (const child of children) text += flat(child);
  return text;
};

/** Lines joined by line feeds; blank lines at either end and between blocks are gone. With `spaces` the text's own white space stays. */
export const cellText = (element: MarkupElement, spaces = false): string => {
  const text = flatIn(element);
  if (spaces) return joined(text.split(BREAK));
  // Most cells hold one line with nothing to collapse, and there are very many.
  return UNEVEN.test(text) ? joined(collapsed(text)) : text.trim();
};

const UNEVEN = / {2}|[\t\r\n\f\0]/;

const joined = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');

const collapsed = (text: string): readonly string[] =>
  text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .split(BREAK)
    .map((line) => line.trim());
