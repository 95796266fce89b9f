// The pairs that are best taken together: of all ways to give each row one column at most, the one whose likeness adds up to most.
// What cannot influence one another is settled apart; a group too large to settle exactly takes its best pair first.
import { groupsOf } from './groups.ts';

/** `likeness` from 0 to 1, above 0 for a pair that may be taken at all. */
export type Edge = { readonly row: number; readonly column: number; readonly likeness: number };

/** For each row its column, or null. Of equal ways the one that keeps the order, then the one with the earlier ones. */
export const assign = (rows: number, edges: readonly Edge[]): readonly (number | null)[] => {
  const taken: (number | null)[] = Array.from({ length: rows }, () => null);
  for (const group of groupsOf(edges)) for (const { row, column } of settled(group)) taken[row] = column;
  return taken;
};

/** An edge between places in its group, with a value that orders ways to take edges by likeness, then order, then place. */
type Valued = Edge & { readonly i: number; readonly j: number; readonly value: number };

/** Values are whole numbers, and so large a group adds up to less than 2^53: sums are exact, and equal ways are equal. */
const MOST_EXACT = 64;
const LIKENESS_STEPS = 10_000;
const A_STEP = 4_000_000_000;
const OUT_OF_ORDER = 10_000;

const settled = (group: readonly Edge[]): readonly Edge[] => {
  const [first] = group;
  if (group.length === 1 && first !== undefined) return [first];
  const i = placesOf(group.map(({ row }) => row));
  const j = placesOf(group.map(({ column }) => column));
  const exact = Math.max(i.size, j.size) <= MOST_EXACT;
  const valued = group.map((edge) => valuedAt(edge, i.get(edge.row) ?? 0, j.get(edge.column) ?? 0));
  return exact ? best(valued, Math.max(i.size, j.size)) : bestFirst(valued);
};

const placesOf = (all: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...new Set(all)].sort((a, b) => a - b).map((one, index) => [one, index]));

const valuedAt = (edge: Edge, i: number, j: number): Valued => ({
  ...edge,
  i,
  j,
  value: Math.round(edge.likeness * LIKENESS_STEPS) * A_STEP - (i - j) ** 2 * OUT_OF_ORDER - (i + j),
});

const bestFirst = (edges: readonly Valued[]): readonly Valued[] => {
  const rows = new Set<number>();
  const columns = new Set<number>();
  // Groups may be so large that the order of places outweighs a step of likeness in `value`.
  const byWorth = (a: Valued, b: Valued): number =>
    b.likeness - a.likeness || (a.i - a.j) ** 2 - (b.i - b.j) ** 2 || a.i + a.j - (b.i + b.j);
  return [...edges].sort(byWorth).filter(({ row, column }) => {
    if (rows.has(row) || columns.has(column)) return false;
    rows.add(row);
    columns.add(column);
    return true;
  });
};

/**
 * The Hungarian method (Kuhn 1955, Munkres 1957) with potentials, rows put in one after the other. Pairs that are no edge are worth nothing.
 */
const best = (edges: readonly Valued[], size: number): readonly Valued[] => {
  const at = new Map(edges.map((edge) => [edge.i * size + edge.j, edge]));
  const costs = new Float64Array(size * size);
  for (const { i, j, value } of edges) costs[i * size + j] = -value;
  const cost = (i: number, j: number): number => costs[i * size + j] ?? 0;
  const columnOwner = new Array<number>(size + 1).fill(size);
  const ofRow = new Array<number>(size + 1).fill(0);
  const ofColumn = new Array<number>(size + 1).fill(0);
  for (let row = 0; row < size; row += 1) putIn(row, { size, cost, columnOwner, ofRow, ofColumn });
  return columnOwner.slice(0, size).flatMap((i, j) => at.get(i * size + j) ?? []);
};

/** Index `size` stands for no row and for no column. */
type Table = {
  readonly size: number;
  readonly cost: (i: number, j: number) => number;
  readonly columnOwner: number[];
  readonly ofRow: number[];
  readonly ofColumn: number[];
};

/** The shortest way to a free column, along which every row changes to the next column. */
const putIn = (row: number, table: Table): void => {
  const { size, columnOwner } = table;
  const reach: Reach = {
    slack: new Array<number>(size).fill(Number.POSITIVE_INFINITY),
    cameFrom: new Array<number>(size).fill(size),
    seen: new Array<boolean>(size + 1).fill(false),
  };
  columnOwner[size] = row;
  let column = size;
  do column = nextColumn(column, table, reach);
  while (columnOwner[column] !== size);
  while (column !== size) {
    const before = reach.cameFrom[column] ?? size;
    columnOwner[column] = columnOwner[before] ?? size;
    column = before;
  }
};

/** How far each column is from the row that is put in, and by which column it is reached. */
type Reach = { readonly slack: number[]; readonly cameFrom: number[]; readonly seen: boolean[] };

const nextColumn = (column: number, table: Table, reach: Reach): number => {
  const { size, cost, columnOwner, ofRow, ofColumn } = table;
  const { slack, cameFrom, seen } = reach;
  seen[column] = true;
  const owner = columnOwner[column] ?? size;
  let nearest = size;
  for (let j = 0; j < size; j += 1) {
    if (seen[j]) continue;
    const reduced = cost(owner, j) - (ofRow[owner] ?? 0) - (ofColumn[j] ?? 0);
    if (reduced < (slack[j] ?? 0)) {
      slack[j] = reduced;
      cameFrom[j] = column;
    }
    if (nearest === size || (slack[j] ?? 0) < (slack[nearest] ?? 0)) nearest = j;
  }
  goOn(slack[nearest] ?? 0, table, reach);
  return nearest;
};

const goOn = (step: number, { size, columnOwner, ofRow, ofColumn }: Table, { slack, seen }: Reach): void => {
  for (let j = 0; j <= size; j += 1)
    if (seen[j]) {
      const row = columnOwner[j] ?? size;
      ofRow[row] = (ofRow[row] ?? 0) + step;
      ofColumn[j] = (ofColumn[j] ?? 0) - step;
    } else if (j < size) slack[j] = (slack[j] ?? 0) - step;
};
