// What stands in brackets before an AsciiDoc table, and what its delimiter says: columns, a header, how cells are told apart.

export type TableAttributes = {
  readonly columns: number | null;
  readonly hasHeader: boolean | null;
  /** How cells are told apart, where it is said. */
  readonly format: Format | null;
  readonly separator: string | null;
};
export type Format = 'psv' | 'csv' | 'tsv' | 'dsv';

export const PLAIN: TableAttributes = { columns: null, hasHeader: null, format: null, separator: null };

/** From `[cols="2a,3a,3*",options="header"]` or `[%header,cols=3*]`. */
export const tableAttributes = (line: string): TableAttributes => {
  const cols = /\bcols\s*=\s*(?:"([^"]*)"|'([^']*)'|([^,\]\s]+))/.exec(line);
  const options = /\boptions\s*=|\bopts\s*=|%/.test(line);
  return {
    columns: cols === null ? null : columnsIn(cols[1] ?? cols[2] ?? cols[3] ?? ''),
    format: formatIn(/\bformat\s*=\s*["']?([a-z]+)/.exec(line)?.[1]),
    separator: separatorIn(/\bseparator\s*=\s*(?:"([^"]+)"|'([^']+)'|(\\t|[^\s\]"']))/.exec(line)),
    hasHeader: /noheader/.test(line) ? false : options && /\bheader\b|%header/.test(line) ? true : null,
  };
};

const formatIn = (written: string | undefined): Format | null =>
  (['psv', 'csv', 'tsv', 'dsv'] as const).find((one) => one === written) ?? null;

/** One character; `\\t` is a tab. */
const separatorIn = (match: RegExpExecArray | null): string | null => {
  const written = match === null ? null : (match[1] ?? match[2] ?? match[3] ?? '');
  if (written === '\\t') return '\t';
  return written !== null && written.length === 1 ? written : null;
};

/** What stands before or between cells, and how; `mark` is the first character of the table's delimiter. */
export const layoutOf = (mark: string, { format, separator }: TableAttributes): Layout => {
  const kind = mark === ',' ? 'csv' : mark === ':' ? 'dsv' : (format ?? 'psv');
  return { kind, separator: separator ?? SEPARATORS[kind] };
};

export type Layout = { readonly kind: Format; readonly separator: string };
const SEPARATORS: Readonly<Record<Format, string>> = { psv: '|', csv: ',', tsv: '\t', dsv: ':' };

/** More columns than any table of duties has. */
export const MOST_COLUMNS = 64;

const columnsIn = (list: string): number | null => {
  let count = 0;
  for (const one of list.split(/[,;]/).slice(0, MOST_COLUMNS))
    count += Number(/^\s*(\d{1,2})\*/.exec(one)?.[1] ?? 1);
  return count === 0 ? null : Math.min(count, MOST_COLUMNS);
};

export type TableLine = { readonly line: number; readonly text: string };
