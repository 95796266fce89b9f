// The header of a spreadsheet table: each column has one text of its own, because formulas and programs call it by that.
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, type MarkupElement, spotOf } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import { onlyChild } from './cell.ts';
import { cellText } from './cell-text.ts';
import type { BookTable } from './formula/book.ts';
import type { SheetSource } from './sheet-source.ts';

type Report = (diagnostic: Diagnostic) => void;

const LONGEST_HEADER = 255;

/** The columns of a sheet with `data-table` that have a key; what is no table is told. */
export const tableColumns = (source: SheetSource, report: Report): BookTable['columns'] => {
  const headers = headersOf(source, report);
  lintBody(source, report);
  return new Map(
    [...source.keys].map(([key, column]) => [key, { header: headers[column] ?? '', column }] as const),
  );
};

const headersOf = ({ grid, columns, table }: SheetSource, report: Report): readonly string[] => {
  const cells = grid.rows[grid.headerRows - 1]?.cells ?? [];
  if (cells.length !== columns.length || cells.some(({ cell }) => isSpan(cell)))
    report(
      errorAt(
        spotOf(cells[0]?.cell ?? table),
        'markup-structure',
        `The last header row of a table has a cell for each column, ${columns.length} here, and no spans.`,
        'Write a <thead> whose last row names each column.',
      ),
    );
  const seen = new Set<string>();
  return cells.map(({ cell }) => {
    const text = cellText(cell);
    const wrong = headerFault(text, cell, seen);
    if (wrong !== null) report(errorAt(spotOf(cell), 'markup-structure', wrong, HINT));
    seen.add(text.toLowerCase());
    return text;
  });
};

const HINT = 'Formulas call a column of a table by its header.';

const headerFault = (text: string, cell: MarkupElement, seen: ReadonlySet<string>): string | null => {
  if (text === '') return 'A column of a table has no header.';
  if (['a', 'data', 'time'].includes(onlyChild(cell)?.tag ?? ''))
    return 'The header of a table’s column is text alone.';
  if (text.length > LONGEST_HEADER)
    return `The header of a table’s column has at most ${LONGEST_HEADER} characters.`;
  if (/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return 'The header of a table’s column is one line.';
  return seen.has(text.toLowerCase()) ? `Two columns of the table are \`${text.slice(0, 80)}\`.` : null;
};

const isSpan = (cell: MarkupElement): boolean =>
  cell.attributes.size > 0 &&
  (Number(attributeOf(cell, 'colspan') ?? 1) > 1 || Number(attributeOf(cell, 'rowspan') ?? 1) > 1);

const lintBody = ({ grid }: SheetSource, report: Report): void => {
  for (const { cells } of grid.rows.slice(grid.headerRows)) {
    const span = cells.find(({ cell }) => isSpan(cell));
    if (span !== undefined)
      report(
        errorAt(
          spotOf(span.cell),
          'markup-structure',
          'A table has no spans.',
          'Write a cell for each column.',
        ),
      );
  }
};
