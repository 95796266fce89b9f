// Rows that head the rows below them: one bold text and nothing beside it, or one text across all columns.
import { holdsNothing } from '../empty-text.ts';
import { plainText } from '../page/markup.ts';
import type { KeyedText } from './dialect.ts';
import { type GridRow, isBold } from './grid.ts';

/** `part` is the text of the row that heads these rows; undefined for rows before any. */
export type RowSection = { readonly part?: KeyedText; readonly rows: readonly GridRow[] };

export const rowSections = (rows: readonly GridRow[]): readonly RowSection[] => {
  const allBold = rows.every(({ cells }) => isBold(cells[0]));
  const sections: { readonly part?: KeyedText; readonly rows: GridRow[] }[] = [{ rows: [] }];
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    const heads = next !== undefined && headingIn(next, allBold) === null;
    const text = heads ? headingIn(row, allBold) : null;
    if (text === null) sections.at(-1)?.rows.push(row);
    else sections.push({ part: { line: row.line, text }, rows: [] });
  });
  return sections.filter((section) => section.rows.length > 0);
};

/** Where all rows begin in bold, that is how the page sets the names of its resources. */
const headingIn = ({ cells }: GridRow, allBold: boolean): string | null => {
  const filled = cells.filter(({ text }) => text !== '');
  const [first] = filled;
  if (first === undefined || cells.length < 2) return null;
  const spans =
    filled.length === cells.length && cells.length > 2 && filled.every(({ text }) => text === first.text);
  const alone = filled.length === 1 && first === cells[0] && isBold(first) && !allBold;
  const text = plainText(first.text);
  return (spans || alone) && text.length <= 120 && !holdsNothing(text) ? text : null;
};
