// Which rows of a sheet stand where: all on one sheet, or cut over several when it has more rows or links than one can hold.
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, spotOf } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import type { GridRow } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetSource } from './sheet-source.ts';

/** One sheet of the file. It has all header rows, and of the rows below them those from `from` up to `to`, counted from 0. */
export type Part = {
  readonly source: SheetSource;
  /** From 1; sheets that go on are numbered. */
  readonly number: number;
  readonly name: string;
  readonly tableName: string | null;
  readonly from: number;
  readonly to: number;
};

/** The most characters of a sheet's name. */
const LONGEST_NAME = 31;

/** `Duties (2)`; a long name is cut. */
export const partName = (name: string, number: number): string => {
  if (number === 1) return name;
  const end = ` (${number})`;
  return `${name.slice(0, LONGEST_NAME - end.length).replace(/[\ud800-\udbff]$/, '')}${end}`;
};

export const partOf = (source: SheetSource, number: number, from: number, to: number): Part => ({
  source,
  number,
  name: partName(source.name, number),
  tableName: source.tableName === null || number === 1 ? source.tableName : `${source.tableName}_${number}`,
  from,
  to,
});

/** The row of the sheet, counted from 1, of a row below the header. */
export const rowIn = ({ source, from }: Part, index: number): number =>
  source.grid.headerRows + index - from + 1;

/** The sheet and row of a row of the grid; the header counts where it stands first. */
export const placeOfRow = (
  parts: readonly Part[],
  index: number,
): { readonly sheet: string; readonly row: number } => {
  const body = index - (parts[0]?.source.grid.headerRows ?? 0);
  const part = body < 0 ? parts[0] : parts.find(({ to }) => body < to);
  return { sheet: part?.name ?? '', row: body < 0 || part === undefined ? index + 1 : rowIn(part, body) };
};

const linksIn = ({ cells }: GridRow): number =>
  cells.filter(({ cell }) => cell.children.some((child) => child.kind === 'element' && child.tag === 'a'))
    .length;

/** How many rows and links a sheet has room for below its header. */
export const roomBelow = (
  { grid }: SheetSource,
  limits: SheetLimits,
): { readonly rows: number; readonly links: number } => ({
  rows: Math.max(1, limits.rows - grid.headerRows),
  links: limits.links - grid.rows.slice(0, grid.headerRows).reduce((sum, row) => sum + linksIn(row), 0),
});

/** The sheets that a source becomes. Without `splitting` it is one, whatever it holds. */
export const planSheet = (
  source: SheetSource,
  limits: SheetLimits,
  splitting: boolean,
  report: (diagnostic: Diagnostic) => void,
): readonly Part[] => {
  const total = source.grid.rows.length - source.grid.headerRows + source.blankRows;
  const cuts = splitting ? cutsOf(source, total, limits, report) : [];
  const starts = [0, ...cuts];
  return starts.map((from, index) => partOf(source, index + 1, from, starts[index + 1] ?? total));
};

/** Where further sheets begin: never within a span. */
const cutsOf = (
  source: SheetSource,
  total: number,
  limits: SheetLimits,
  report: (diagnostic: Diagnostic) => void,
): readonly number[] => {
  const body = source.grid.rows.slice(source.grid.headerRows);
  const room = roomBelow(source, limits);
  const links = body.map(linksIn);
  const joined = joinedRows(body);
  const cuts: number[] = [];
  let [start, used] = [0, 0];
  for (let index = 0; index < total; index += 1) {
    used += links[index] ?? 0;
    if (index === start || (index - start < room.rows && used <= room.links)) continue;
    let cut = index;
    while (cut > start && joined.has(cut)) cut -= 1;
    if (cut === start) {
      report(tooTall(source));
      return cuts;
    }
    cuts.push(cut);
    [start, used] = [cut, links.slice(cut, index + 1).reduce((sum, count) => sum + count, 0)];
  }
  return cuts;
};

/** Rows that a span from above reaches into. */
const joinedRows = (body: readonly GridRow[]): ReadonlySet<number> => {
  const joined = new Set<number>();
  for (const [index, { cells }] of body.entries())
    for (const { cell } of cells) {
      if (cell.attributes.size === 0) continue;
      const tall = Math.min(Number(attributeOf(cell, 'rowspan') ?? 1), body.length - index);
      for (let below = 1; below < tall; below += 1) joined.add(index + below);
    }
  return joined;
};

const tooTall = ({ name, table }: SheetSource): Diagnostic =>
  errorAt(
    spotOf(table),
    'markup-structure',
    `The sheet \`${name}\` has more rows than one sheet holds, and spans that join them.`,
    'Take `rowspan` out of it.',
  );
