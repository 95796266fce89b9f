// All that formulas and links can refer to, with where it stands: known once it is known which row stands on which sheet.
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, attributeSpot, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import { cellText } from './cell-text.ts';
import type { Address, Book, BookTable, NamedThing } from './formula/book.ts';
import { absolute, absoluteColumn } from './formula/resolve.ts';
import { type Part, placeOfRow } from './plan.ts';
import type { SheetSource } from './sheet-source.ts';
import { tableColumns } from './table-header.ts';

type Report = (diagnostic: Diagnostic) => void;
type Growing = {
  readonly tables: Map<string, BookTable>;
  readonly names: Map<string, NamedThing>;
  readonly ids: Map<string, Address>;
  /** Tables and names together: they share one room. */
  readonly taken: Set<string>;
  readonly report: Report;
};

/** The book of the sheets as planned, each list the sheets of one table. */
export const makeBook = (plans: readonly (readonly Part[])[], report: Report): Book => {
  const book: Growing = { tables: new Map(), names: new Map(), ids: new Map(), taken: new Set(), report };
  for (const parts of plans) {
    const source = parts[0]?.source;
    if (source === undefined) continue;
    if (source.tableName !== null) addTable(source, parts, book);
    addColumnNames(source, parts, book);
    addCells(source, parts, book);
  }
  return book;
};

const take = (name: string, element: MarkupElement, attribute: string, book: Growing): void => {
  if (book.taken.has(name))
    book.report(
      errorAt(
        attributeSpot(element, attribute),
        'markup-attribute',
        `There are two things of the name \`${name}\`.`,
        'Tables, columns and cells have names of their own; tables that go on take `_2`, `_3` and so on.',
      ),
    );
  book.taken.add(name);
};

const bodyOf = ({ source, name, from, to }: Part) => ({
  sheet: name,
  top: source.grid.headerRows + 1,
  bottom: source.grid.headerRows + to - from,
});

const addTable = (source: SheetSource, parts: readonly Part[], book: Growing): void => {
  for (const { tableName } of parts) take(tableName ?? '', source.table, 'data-table', book);
  book.tables.set(source.tableName ?? '', {
    parts: parts.map((part) => ({ name: part.tableName ?? '', ...bodyOf(part) })),
    columns: tableColumns(source, book.report),
  });
};

const addColumnNames = (source: SheetSource, parts: readonly Part[], book: Growing): void => {
  for (const [index, { col }] of source.columns.entries()) {
    const name = col === null ? null : attributeOf(col, 'data-name');
    if (name === null || col === null) continue;
    take(name, col, 'data-name', book);
    const [part] = parts;
    const wrong = columnNameFault(parts);
    if (wrong !== null) book.report(errorAt(attributeSpot(col, 'data-name'), 'markup-structure', ...wrong));
    else if (part !== undefined)
      book.names.set(name, {
        kind: 'column',
        refersTo: absoluteColumn(trimmed(bodyOf(part), source, index), index),
      });
  }
};

/**
 * Without the empty cells that a column shorter than its neighbours ends in: a list of words that ends in blanks lets Excel take
 * any word. Blank cells that take input stay, because they will not be empty for long.
 */
const trimmed = (
  body: ReturnType<typeof bodyOf>,
  { grid, blankRows, continued }: SheetSource,
  index: number,
): ReturnType<typeof bodyOf> => {
  if (blankRows > 0 || continued) return body;
  const filled = grid.rows
    .slice(grid.headerRows)
    .findLastIndex(({ cells }) =>
      cells.some(
        ({ cell, column }) =>
          column === index && (cellText(cell) !== '' || attributeOf(cell, 'data-input') !== null),
      ),
    );
  return filled < 0 ? body : { ...body, bottom: body.top + filled };
};

const columnNameFault = (parts: readonly Part[]): readonly [string, string] | null => {
  const [part] = parts;
  if (parts.length > 1)
    return ['The column goes on at a further sheet, and a name is for one sheet.', 'Take the name out.'];
  return part === undefined || part.to === part.from
    ? ['The column has no cell below the header.', 'Add a row, or `data-blank-rows`.']
    : null;
};

/** Every id and name in a sheet with the cell it stands in; an id on a row is its first cell's, one on the table the first cell of all. */
const addCells = ({ table, grid }: SheetSource, parts: readonly Part[], book: Growing): void => {
  const add = (element: MarkupElement, { sheet, row }: RowPlace, column: number): void => {
    if (element.attributes.size === 0) return;
    const id = attributeOf(element, 'id');
    if (id !== null) book.ids.set(id, { sheet, row, column });
    const name = element.tag === 'td' || element.tag === 'th' ? attributeOf(element, 'data-name') : null;
    if (name === null) return;
    take(name, element, 'data-name', book);
    book.names.set(name, { kind: 'cell', refersTo: absolute({ sheet, row, column }) });
  };
  const addAll = (element: MarkupElement, place: RowPlace, column: number): void => {
    add(element, place, column);
    for (const child of element.children) if (child.kind === 'element') addAll(child, place, column);
  };
  add(table, { sheet: parts[0]?.name ?? '', row: 1 }, 0);
  for (const [index, { row, cells }] of grid.rows.entries()) {
    const place = placeOfRow(parts, index);
    add(row, place, 0);
    for (const { cell, column } of cells) addAll(cell, place, column);
  }
};

type RowPlace = ReturnType<typeof placeOfRow>;
