// One `<table data-sheet>` to a worksheet.

import type { SourcePlace } from '../../model/document.ts';
import type { Column, Row, Sheet } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, elementsOf, type MarkupElement, spotOf } from '../parse/tree.ts';
import type { Spot } from '../source-text.ts';
import { errorAt } from '../source-text.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Styled } from '../style/sheet.ts';
import { cellOf, type Targets } from './cell.ts';
import { cellStyle } from './cell-style.ts';
import { columnName, type Grid, type GridRow, gridOf } from './grid.ts';
import { isOn } from './sheet-attributes.ts';

export type SheetSource = { readonly name: string; readonly table: MarkupElement; readonly grid: Grid };
export type SheetBuilder = {
  readonly cascade: Cascade;
  readonly place: (spot: Spot) => SourcePlace;
  readonly targets: Targets;
  readonly report: (diagnostic: Diagnostic) => void;
};

export const sheetSource = (table: MarkupElement): SheetSource => ({
  name: attributeOf(table, 'data-sheet') ?? '',
  table,
  grid: gridOf(table),
});

/** Every id in a sheet with the cell it stands in; an id on a row is its first cell's, one on the table the first cell of all. */
export const targetsIn = ({ name, table, grid }: SheetSource): Targets => {
  const targets = new Map<string, { readonly sheet: string; readonly cell: string }>();
  const add = (element: MarkupElement, cell: string): void => {
    const id = attributeOf(element, 'id');
    if (id !== null) targets.set(id, { sheet: name, cell });
  };
  const addAll = (element: MarkupElement, cell: string): void => {
    add(element, cell);
    for (const child of elementsOf(element)) addAll(child, cell);
  };
  add(table, 'A1');
  for (const [index, { row, cells }] of grid.rows.entries()) {
    add(row, `A${index + 1}`);
    for (const { cell, column } of cells) addAll(cell, `${columnName(column)}${index + 1}`);
  }
  return targets;
};

/** Width of a column whose <col> says nothing, in characters. */
const USUAL_WIDTH = 14;

const columnsOf = ({ table, grid }: SheetSource): readonly Column[] => {
  const widths = elementsOf(table)
    .filter(({ tag }) => tag === 'colgroup')
    .flatMap(elementsOf)
    .flatMap((col) =>
      Array.from({ length: Number(attributeOf(col, 'span') ?? 1) }, () =>
        Math.min(255, Number(attributeOf(col, 'data-width') ?? USUAL_WIDTH)),
      ),
    );
  return Array.from({ length: Math.max(grid.columns, widths.length) }, (_, index) => ({
    width: widths[index] ?? USUAL_WIDTH,
  }));
};

export const sheetOf = (source: SheetSource, body: Styled, builder: SheetBuilder): Sheet => {
  const { name, table, grid } = source;
  const computed = builder.cascade.styleOf(table, body);
  lintHeader(source, builder);
  return {
    name,
    columns: columnsOf(source),
    rows: grid.rows.map((row) => rowOf(row, computed, builder)),
    headerRows: grid.headerRows,
    frozenColumns: Number(attributeOf(table, 'data-freeze-columns') ?? 0),
    filter: isOn(table, 'data-filter'),
    landscape: isOn(table, 'data-landscape'),
    tabColor: attributeOf(table, 'data-tab-color'),
  };
};

/** Header rows are frozen and repeated on print, so they come first. */
const lintHeader = ({ grid, table }: SheetSource, { report }: SheetBuilder): void => {
  const late = grid.rows.find(({ group }, index) => group.tag === 'thead' && index >= grid.headerRows);
  if (late !== undefined)
    report(
      errorAt(
        spotOf(late.group),
        'markup-structure',
        '<thead> stands below rows of the body.',
        'Put it first, once.',
      ),
    );
  if (grid.rows.length === 0)
    report(errorAt(spotOf(table), 'markup-structure', 'A worksheet needs a row.', 'Add <thead> or <tbody>.'));
};

const rowOf = ({ row, group, cells }: GridRow, table: Styled, builder: SheetBuilder): Row => {
  const ofGroup = builder.cascade.styleOf(group, table);
  const ofRow = builder.cascade.styleOf(row, ofGroup);
  return {
    height: null,
    cells: cells.map(({ cell }) => {
      const own = builder.cascade.styleOf(cell, ofRow);
      const style = cellStyle([own.computed, ofRow.computed, ofGroup.computed]);
      return cellOf(cell, style, builder.targets, builder.place, builder.report);
    }),
  };
};
