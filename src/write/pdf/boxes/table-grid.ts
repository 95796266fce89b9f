// Puts the cells of a table's rows into columns, spans resolved.

export type Spans = { readonly columnSpan: number; readonly rowSpan: number };
/** `lastRow` is the index of the last row the cell reaches; a span ends with its row group. */
export type Place = { readonly column: number; readonly columnSpan: number; readonly lastRow: number };
export type Places = {
  /** For each row the places of its cells, in their order. */
  readonly rows: readonly (readonly Place[])[];
  readonly columns: number;
};

export type SpannedRow = {
  readonly spans: readonly Spans[];
  /** First row of its row group: a row span does not reach over it. */
  readonly opensGroup: boolean;
};

export function placeCells(rows: readonly SpannedRow[]): Places {
  /** For each column the last row that a cell from above still covers. */
  const taken: number[] = [];
  const ends = groupEnds(rows);
  const placed = rows.map(({ spans }, index) => placeRow(spans, index, ends[index] ?? index, taken));
  return { rows: placed, columns: taken.length };
}

/** For each row the index of the last row of its group. */
function groupEnds(rows: readonly SpannedRow[]): readonly number[] {
  const ends: number[] = [];
  let end = rows.length - 1;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    ends[index] = end;
    if (rows[index]?.opensGroup === true) end = index - 1;
  }
  return ends;
}

function placeRow(spans: readonly Spans[], index: number, end: number, taken: number[]): readonly Place[] {
  let column = 0;
  return spans.map((span) => {
    while ((taken[column] ?? -1) >= index) column += 1;
    const columnSpan = freeColumns(column, span.columnSpan, index, taken);
    const lastRow = Math.min(index + span.rowSpan - 1, end);
    for (let at = column; at < column + columnSpan; at += 1) taken[at] = lastRow;
    const place = { column, columnSpan, lastRow };
    column += columnSpan;
    return place;
  });
}

/** A wide cell stops where a cell from above stands, so that no two cells share a place. */
function freeColumns(column: number, wanted: number, index: number, taken: readonly number[]): number {
  let free = 1;
  while (free < wanted && (taken[column + free] ?? -1) < index) free += 1;
  return free;
}

/** For each row the runs of columns that no cell covers, as PDF/UA wants every row of a table to have all of them. */
export function uncovered(places: Places, columns: number): readonly (readonly number[])[] {
  const taken: number[] = [];
  return places.rows.map((row, index) => {
    for (const { column, columnSpan, lastRow } of row)
      for (let at = column; at < column + columnSpan; at += 1) taken[at] = lastRow;
    const runs: number[] = [];
    for (let at = 0, open = false; at < columns; at += 1) {
      const free = (taken[at] ?? -1) < index;
      if (free && open) runs.push((runs.pop() ?? 0) + 1);
      else if (free) runs.push(1);
      open = free;
    }
    return runs;
  });
}
