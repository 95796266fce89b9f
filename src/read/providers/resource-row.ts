// One row of a table with a column for each party, made into a resource with its duties; what is nobody's of the two is put aside.
import type { LeftOut } from '../../model/import-report.ts';
import type { Names } from '../../model/names.ts';
import { PARTIES } from '../../model/party.ts';
import { holdsNothing, saysNothing } from '../empty-text.ts';
import { leftOut } from '../left-out.ts';
import { itemsOf } from '../page/cell.ts';
import { cellLines } from '../page/cell-lines.ts';
import { plainText } from '../page/markup.ts';
import type { Cell, Table } from '../page/page.ts';
import { type CellPart, cellParts, leftOutPart } from './cell-parts.ts';
import type { ColumnRole } from './columns.ts';
import type { KeyedText, RawResource } from './dialect.ts';
import { type GridRow, leftOutCell, leftOutRow } from './grid.ts';
import { type Holder, partiesOf } from './holder.ts';
import { type RowReading, refusedRow } from './table-claims.ts';
import { isTick } from './ticks.ts';

/** `title` is the row's own, or that of the row which it continues. */
export const readRow = (
  row: GridRow,
  roles: readonly ColumnRole[],
  names: Names,
  title: KeyedText | null,
): RowReading => {
  const refused = (reason: LeftOut['reason']): RowReading => refusedRow(row, reason);
  if (row.cells.every(({ text }) => plainText(text) === '')) return refused('says-nothing');
  if (title === null && roles.includes('title')) return refused('no-resource');
  if (hasTicksOnly(row, roles)) return refused('party-unclear');
  const shares = row.cells.flatMap((cell, column) => sharesOf(cell, roles[column] ?? 'aside', names));
  const asides = row.cells.flatMap((cell, column) =>
    roles[column] === 'aside' ? leftOutCell(cell, 'no-responsibilities') : [],
  );
  const resource = resourceOf(title, shares);
  if (PARTIES.some((party) => resource[party].length > 0))
    return { resource, leftOut: [...shares.flatMap(restOf), ...asides] };
  if (shares.some(({ to }) => to === null)) return refused('party-unclear');
  if (resource.allocation !== null) return { resource, leftOut: [...shares.flatMap(restOf), ...asides] };
  return { resource: title === null ? null : resource, leftOut: [leftOutRow(row.whole, 'says-nothing')] };
};

/** Several columns before the duties are one title. */
export const titleOf = ({ cells, line }: GridRow, roles: readonly ColumnRole[]): KeyedText | null => {
  const titles = cells
    .filter((_, column) => roles[column] === 'title')
    .flatMap((cell) => {
      const text = unbulleted(cell.text);
      return text === '' ? [] : [{ line: cell.line, text }];
    });
  const text = titles.map((one) => one.text).join(': ');
  return text === '' ? null : { line: titles[0]?.line ?? line, text };
};

const MARKED = /^\s*(?:•|&bull;|&#8226;)/;

/** Bullets in a title are no part of it. */
const unbulleted = (cell: string): string =>
  MARKED.test(cell) ? itemsOf(cellLines(cell)).join('; ') : plainText(cell);

/** The title of each row; of one that begins with nothing, right below one with a title in front and duties, that row's. */
export const titlesOf = (
  { rows }: Table,
  grid: readonly GridRow[],
  roles: readonly ColumnRole[],
  names: Names,
): ReadonlyMap<GridRow, KeyedText | null> => {
  const places = new Map(rows.map((row, index) => [row, index]));
  const titles = new Map<GridRow, KeyedText | null>();
  let open: KeyedText | null = null;
  let at = -1;
  for (const row of grid) {
    const place = places.get(row.whole) ?? -1;
    const own = titleOf(row, roles);
    const isFilled = row.cells.some(
      ({ text }, column) => isDuties(roles[column]) && !saysNothing(plainText(text), names),
    );
    const title: KeyedText | null = own ?? (isFilled && place === at + 1 ? open : null);
    titles.set(row, title);
    open = isFilled && roles[0] === 'title' ? title : null;
    at = place;
  }
  return titles;
};

const isDuties = (role: ColumnRole | undefined): boolean =>
  role === 'provider' || role === 'customer' || role === 'shared';

/** A mark alone does not say what it means; question marks and dashes mean that there is nothing. */
const hasTicksOnly = ({ cells }: GridRow, roles: readonly ColumnRole[]): boolean => {
  const texts = cells.flatMap(({ text }, column) => (isDuties(roles[column]) ? [plainText(text)] : []));
  const filled = texts.filter((text) => text !== '' && !holdsNothing(text));
  return filled.length > 0 && filled.every(isTick);
};

/** A part of a cell, and whose it is; null where column and label do not say the same. */
type Share = { readonly part: CellPart; readonly to: Holder | null };

const sharesOf = (cell: Cell, role: ColumnRole, names: Names): readonly Share[] => {
  if (role === 'title' || role === 'aside') return [];
  return cellParts(cell, names).map((part) => ({ part, to: holderBoth(role, part.label) }));
};

const holderBoth = (role: Holder, label: Holder | null): Holder | null => {
  if (label === null || label === role) return role;
  if (label === 'third-party' && role !== 'third-party') return label;
  return role === 'shared' ? label : null;
};

const resourceOf = (title: KeyedText | null, shares: readonly Share[]): RawResource => {
  const side = (party: 'provider' | 'customer'): readonly KeyedText[] =>
    shares.flatMap(({ part, to }) => (to !== null && partiesOf(to).includes(party) ? part.items : []));
  const isThird = shares.some(({ part, to }) => to === 'third-party' && part.items.length > 0);
  const sides = { provider: side('provider'), customer: side('customer') };
  const isEmpty = PARTIES.every((party) => sides[party].length === 0);
  return { title, allocation: isThird && isEmpty ? 'third-party' : null, raci: null, ...sides };
};

/** What of a share is no duty. */
const restOf = ({ part, to }: Share): readonly LeftOut[] => {
  if (to === null) return leftOutPart(part, 'party-unclear');
  if (to === 'third-party') return leftOutPart(part, 'third-party');
  return part.nothing.map(({ line, text }) => leftOut(line, 'says-nothing', text));
};
