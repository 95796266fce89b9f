// References by table and column (ECMA-376 part 1, 18.17.6), resolved to the cells they mean: `duties[Result]` to H2:H60.
import type { ReadRange, ReadTable } from '../../codec/xlsx/index.ts';

/**
 * The cells that `table[…]` means in a formula that stands in `row`; `bracket` has its brackets. Null where it means none,
 * like a column that the table does not have.
 */
export const resolveStructured = (bracket: string, table: ReadTable, row: number): ReadRange | null => {
  const { items, spans } = takeApart(bracket.slice(1, -1).trim());
  const specifiers = items.filter((item) => item.startsWith('#')).map((item) => item.toLowerCase());
  const columns = items.filter((item) => !item.startsWith('#')).map((item) => indexOf(table, item));
  const rows = rowsOf(table, specifiers, row);
  if (rows === null || columns.includes(-1) || columns.length > (spans ? 2 : 1)) return null;
  const [from = 0, to = columns.length === 0 ? table.columns.length - 1 : from] = columns;
  const { left } = table.range;
  return { ...rows, left: left + Math.min(from, to), right: left + Math.max(from, to) };
};

/** What stands between the brackets, and whether two columns are the ends of several. `@` is the row of the formula. */
const takeApart = (inner: string): { readonly items: readonly string[]; readonly spans: boolean } => {
  if (inner === '') return { items: [], spans: false };
  if (inner.startsWith('@')) {
    const rest = takeApart(inner.slice(1).trim());
    return { items: ['#This Row', ...rest.items], spans: rest.spans };
  }
  const groups = [...inner.matchAll(/\[((?:'.|[^'\]])*)\]/gs)].map((match) => match[1] ?? '');
  if (!inner.startsWith('[')) return { items: [inner], spans: false };
  return { items: groups, spans: /\]\s*:\s*\[/.test(inner) };
};

const indexOf = ({ columns }: ReadTable, item: string): number => {
  const name = spelled(item.replace(/'(.)/gs, '$1'));
  return columns.findIndex((column) => spelled(column) === name);
};

/** Capitals are not told apart, and programs spell line ends in more than one way. */
const spelled = (column: string): string => column.replaceAll('\r\n', '\n').toLowerCase();

const rowsOf = (
  { range, headerRows, totalsRows }: ReadTable,
  specifiers: readonly string[],
  row: number,
): Pick<ReadRange, 'top' | 'bottom'> | null => {
  const data = { top: range.top + headerRows, bottom: range.bottom - totalsRows };
  const parts: Readonly<Record<string, Pick<ReadRange, 'top' | 'bottom'>>> = {
    '#all': range,
    '#data': data,
    '#headers': { top: range.top, bottom: data.top - 1 },
    '#totals': { top: data.bottom + 1, bottom: range.bottom },
    '#this row': { top: row, bottom: row },
  };
  const chosen = specifiers.length === 0 ? [data] : specifiers.map((one) => parts[one]);
  const rows = chosen.flatMap((one) => (one === undefined ? [] : [one]));
  if (rows.length < chosen.length) return null;
  return {
    top: Math.min(...rows.map(({ top }) => top)),
    bottom: Math.max(...rows.map(({ bottom }) => bottom)),
  };
};
