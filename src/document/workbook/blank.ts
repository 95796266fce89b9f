// Rows that nobody wrote: elements made up for them, so that the theme reaches them as it reaches written ones.
import type { CellStyle } from '../../model/workbook.ts';
import { shapeOf } from '../parse/shape.ts';
import { elementsOf, type MarkupElement, type Shape } from '../parse/tree.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Computed } from '../style/computed.ts';
import type { Styled } from '../style/sheet.ts';
import { cellStyle } from './cell-style.ts';
import type { SheetSource } from './sheet-source.ts';

export type Blanks = {
  /** The style of each cell of one made-up row of the body; `index` counts them from 0, and the last is told apart. */
  readonly row: (index: number, last: boolean) => (column: number) => CellStyle;
  /** What a cell of a column that has one class more is, and what it is without. */
  readonly withClass: (
    column: number,
    className: string,
  ) => { readonly own: Computed; readonly without: Computed };
};

const plainShape = (tag: string, classes: readonly string[]): Shape =>
  shapeOf(
    tag,
    new Map(classes.length === 0 ? [] : [['class', { value: classes.join(' '), offset: 0, length: 0 }]]),
  );

const ROW = plainShape('tr', []);
const GROUP = plainShape('tbody', []);

const made = (shape: Shape, parent: MarkupElement, index: number, last: boolean): MarkupElement => ({
  kind: 'element',
  tag: shape.tag,
  shape,
  attributes: shape.attributes,
  classes: shape.classes,
  children: [],
  parent,
  index,
  last,
  offset: parent.offset,
  spotAt: parent.spotAt,
});

export const blanksOf = ({ table, columns }: SheetSource, ofTable: Styled, cascade: Cascade): Blanks => {
  const groups = elementsOf(table);
  const group = groups.findLast(({ tag }) => tag === 'tbody') ?? made(GROUP, table, groups.length, true);
  const ofGroup = cascade.styleOf(group, ofTable);
  const written = elementsOf(group).length;
  const classes = columns.map(({ col }) => col?.classes ?? []);
  const shapes = classes.map((names) => plainShape('td', names));
  const rowAt = (index: number, last: boolean) => {
    const row = made(ROW, group, written + index, last);
    const ofRow = cascade.styleOf(row, ofGroup);
    return { row, ofRow };
  };
  const cellAt = ({ row, ofRow }: ReturnType<typeof rowAt>, column: number, shape: Shape): Computed =>
    cascade.styleOf(made(shape, row, column, column === columns.length - 1), ofRow).computed;
  return {
    row: (index, last) => {
      const at = rowAt(index, last);
      return (column) =>
        cellStyle([
          cellAt(at, column, shapes[column] ?? plainShape('td', [])),
          at.ofRow.computed,
          ofGroup.computed,
        ]);
    },
    withClass: (column, className) => {
      const at = rowAt(0, false);
      const names = classes[column] ?? [];
      return {
        own: cellAt(at, column, plainShape('td', [...names, className])),
        without: cellAt(at, column, plainShape('td', names)),
      };
    },
  };
};
