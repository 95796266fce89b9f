// The columns of a table whose numbers line up at the decimal point, and what the numbers take on either side of it.

import type { Block, Paragraph, TableBox } from '../boxes/box.ts';
import { type DecimalColumn, type DecimalWidths, decimalMark, decimalWidths } from '../lines/decimal.ts';
import { type MeasureContext, segmentsFor } from './measure-context.ts';

/** By the number of the column; most tables have none. */
export type ColumnDecimals = ReadonlyMap<number, DecimalColumn>;

export function decimalColumns(box: TableBox, context: MeasureContext): ColumnDecimals {
  const columns = new Map<number, DecimalColumn>();
  for (const row of box.body) {
    for (const { block, column, columnSpan } of row.cells) {
      const number = columnSpan === 1 ? numberIn(block) : null;
      if (number !== null) columns.set(column, wider(columns.get(column), number, box.language, context));
    }
  }
  return columns;
}

/** The one paragraph of a cell that is lined up. */
function numberIn(block: Block): Paragraph | null {
  const [only] = block.children;
  if (only === undefined || block.children.length > 1 || only.kind === 'table' || only.kind === 'drawing')
    return null;
  if (only.kind === 'block') return numberIn(only);
  return only.style.textAlign === 'decimal' ? only : null;
}

function wider(
  known: DecimalColumn | undefined,
  number: Paragraph,
  language: string,
  context: MeasureContext,
): DecimalColumn {
  const mark = known?.mark ?? decimalMark(language);
  const widths: DecimalWidths = decimalWidths(segmentsFor(number, context), mark);
  return {
    mark,
    before: Math.max(known?.before ?? 0, widths.before),
    after: Math.max(known?.after ?? 0, widths.after),
  };
}
