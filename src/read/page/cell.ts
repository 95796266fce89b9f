// A table cell as the items it lists: bullets behind line marks, `<li>` elements, or one plain text.
import { LINE_MARK, plainText } from './markup.ts';

/** Texts of the items without their markup, in order. A cell that only says that there is nothing has none. */
export const cellItems = (cell: string): readonly string[] =>
  items(cell)
    .map(plainText)
    .filter((item) => !saysNothing(item));

const BULLET = /^(?:[-•+]\s*(?=\S)|\*(?!\*)\s*(?=\S))/;

const items = (cell: string): readonly string[] => {
  const parts = linesOf(cell);
  if (!parts.some((part) => BULLET.test(part))) return [parts.join(' ')];
  return parts.map((part) => part.replace(BULLET, ''));
};

/** List elements become lines with a bullet, other breaks become lines. */
const linesOf = (cell: string): readonly string[] =>
  cell
    .replace(/<li(?:\s[^<>]*)?>/gi, '\n- ')
    .replace(/<\/?(?:ul|ol|li|p|br)(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(LINE_MARK, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const NOTHING = new Set(['', 'n/a', 'na', 'none', 'not applicable', 'nil']);

/** `None`, `(None)`, `N/A.` and the like. */
const saysNothing = (text: string): boolean =>
  text.length < 40 && NOTHING.has(text.toLowerCase().replace(/^[(\s–—-]+|[().\s–—-]+$/g, ''));
