// One sheet of the plan to a worksheet: the header, the rows that stand on it, blank rows, and what its cells take.

import type { SourcePlace } from '../../model/document.ts';
import { columnLetters } from '../../model/sheet-address.ts';
import type { Cell, CellValue, Row, Sheet } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, type MarkupElement, spotOf } from '../parse/tree.ts';
import type { Spot } from '../source-text.ts';
import { errorAt } from '../source-text.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Styled } from '../style/sheet.ts';
import { type Blanks, blanksOf } from './blank.ts';
import { type CellBuilder, cellOf } from './cell.ts';
import { cellStyle } from './cell-style.ts';
import { cellText } from './cell-text.ts';
import type { Continued, ContinuedRow } from './continued.ts';
import type { Book } from './formula/book.ts';
import { type Formulas, formulasOf } from './formulas.ts';
import type { GridRow } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import { marksOf, NO_MARKS } from './marks.ts';
import type { OwnText } from './own-text.ts';
import { type Part, rowIn } from './plan.ts';
import { newRules, type Rules } from './rules.ts';
import { isOn } from './sheet-attributes.ts';
import type { SheetColumn, SheetSource } from './sheet-source.ts';

export type SheetBuilder = {
  readonly cascade: Cascade;
  readonly own: OwnText;
  readonly book: Book;
  readonly limits: SheetLimits;
  /** Takes what does not fit; null when the workbook has no sheet for it. */
  readonly continued: Continued | null;
  readonly place: (spot: Spot) => SourcePlace;
  readonly report: (diagnostic: Diagnostic) => void;
};
/** All that rows of one sheet are built with. */
type Scene = SheetBuilder & {
  readonly part: Part;
  readonly ofTable: Styled;
  readonly formulas: Formulas;
  readonly blanks: Blanks;
  readonly rules: Rules;
};

export const sheetOf = (part: Part, body: Styled, builder: SheetBuilder): Sheet => {
  const { source } = part;
  const { table, grid, columns, keys } = source;
  const ofTable = builder.cascade.styleOf(table, body);
  const formulas = formulasOf(builder.book, keys, builder.own, builder.report);
  const blanks = blanksOf(source, ofTable, builder.cascade);
  const rules = newRules({ ...builder, formulas, blanks });
  const rows = rowsOf({ ...builder, part, ofTable, formulas, blanks, rules });
  if (part.number === 1) lintHeader(source, rows.length, builder);
  return {
    name: part.name,
    columns: columns.map(({ width, hidden }) => ({ width, hidden })),
    rows,
    headerRows: grid.headerRows,
    frozenColumns: Number(attributeOf(table, 'data-freeze-columns') ?? 0),
    filter: isOn(table, 'data-filter') || part.tableName !== null,
    table: part.tableName === null ? null : { name: part.tableName },
    validations: rules.validations(),
    looks: rules.looks(),
    protected: isOn(table, 'data-protect'),
    hidden: isOn(table, 'data-hidden'),
    landscape: isOn(table, 'data-landscape'),
    tabColor: attributeOf(table, 'data-tab-color'),
  };
};

/** Header rows are frozen and repeated on print, so they come first. */
const lintHeader = ({ grid, table }: SheetSource, rows: number, { report }: SheetBuilder): void => {
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
  if (rows === 0)
    report(errorAt(spotOf(table), 'markup-structure', 'A worksheet needs a row.', 'Add <thead> or <tbody>.'));
};

const rowsOf = (scene: Scene): readonly Row[] => {
  const { part, continued } = scene;
  const { grid, continued: takes } = part.source;
  const rows = grid.rows.slice(0, grid.headerRows).map((row, index) => gridRow(row, index + 1, false, scene));
  for (let index = part.from; index < part.to; index += 1) {
    const written = grid.rows[grid.headerRows + index];
    const number = rowIn(part, index);
    const filled = takes ? (continued?.rows[index] ?? null) : null;
    if (written !== undefined && !takes) rows.push(gridRow(written, number, true, scene));
    else rows.push(madeRow(index, number, filled === null ? [] : valuesOf(filled), scene));
  }
  return rows;
};

const gridRow = ({ row, group, cells }: GridRow, number: number, inBody: boolean, scene: Scene): Row => {
  const { cascade, part, ofTable, rules, formulas } = scene;
  const { columns, padded } = part.source;
  const ofGroup = cascade.styleOf(group, ofTable);
  const ofRow = cascade.styleOf(row, ofGroup);
  const builder = cellBuilder(row, scene);
  // A header that comes again has ids no more: they lead to where it stands first.
  const again = !inBody && part.number > 1;
  const made = cells.map(({ cell, column }): Cell => {
    const marks = marksOf(cell);
    const own = cascade.styleOf(cell, ofRow).computed;
    const style = cellStyle([own, ofRow.computed, ofGroup.computed]);
    const spaces = own.style.whiteSpace === 'pre' || own.style.whiteSpace === 'pre-wrap';
    const below = inBody ? (columns[column] ?? null) : null;
    const unlocked = rules.see(cell, marks, below, column, number);
    const formula = formulaOf(marks.formula === null ? null : cell, below, number, formulas);
    const at = { sheet: part.name, row: number, column };
    const done = cellOf(cell, { formula, unlocked, style, at, spaces }, builder);
    return again ? { ...done, id: null } : done;
  });
  const next = cells.reduce((sum, { cell }) => sum + Number(attributeOf(cell, 'colspan') ?? 1), 0);
  if (!inBody || !padded || next >= columns.length) return { height: null, cells: made };
  const rest = madeCells(scene.blanks.row(0, false), number, [], next, row, scene);
  return { height: null, cells: [...made, ...rest] };
};

/** A cell's own formula, else that of its column. */
const formulaOf = (
  cell: MarkupElement | null,
  column: SheetColumn | null,
  row: number,
  formulas: Formulas,
): string | null => {
  const element = cell ?? (column?.marks.formula == null ? null : column.col);
  return element === null ? null : formulas.write(element, 'data-formula', row, true);
};

const cellBuilder = (row: MarkupElement, scene: Scene): CellBuilder => {
  const { book, place, report, limits, continued } = scene;
  const first = row.children.find((child) => child.kind === 'element');
  return {
    targets: book.ids,
    place,
    report,
    characters: limits.characters,
    cut:
      continued === null
        ? null
        : (text, at) => continued.cut(text, at, first?.kind === 'element' ? cellText(first) : ''),
  };
};

/** A row that nobody wrote, with the values that its first cells have. */
const madeRow = (index: number, number: number, values: readonly CellValue[], scene: Scene): Row => {
  const { grid, table, blankRows } = scene.part.source;
  const before = grid.rows.length - grid.headerRows;
  const style = scene.blanks.row(index - before, index - before === blankRows - 1);
  return { height: null, cells: madeCells(style, number, values, 0, table, scene) };
};

const madeCells = (
  style: (column: number) => Cell['style'],
  number: number,
  values: readonly CellValue[],
  from: number,
  like: MarkupElement,
  { part, rules, place, formulas }: Scene,
): readonly Cell[] => {
  const at = place(spotOf(like));
  return part.source.columns.slice(from).map((column, index) => ({
    value: values[from + index] ?? { kind: 'empty' },
    formula: formulaOf(null, column, number, formulas),
    unlocked: rules.see(null, NO_MARKS, column, from + index, number),
    style: style(from + index),
    columnSpan: 1,
    rowSpan: 1,
    id: null,
    at,
  }));
};

const valuesOf = ({ where, what, number, text }: ContinuedRow): readonly CellValue[] => {
  const cell = `${columnLetters(where.column + 1)}${where.row}`;
  const target = { kind: 'sheet', sheet: where.sheet, cell } as const;
  return [
    { kind: 'link', text: `${where.sheet}!${cell}`, target },
    what === '' ? { kind: 'empty' } : { kind: 'text', text: what },
    { kind: 'number', number, format: null },
    { kind: 'text', text },
  ];
};
