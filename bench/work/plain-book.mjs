// A workbook as somebody has it who writes it with exceljs alone: rows of plain values, and beside them exceljs's own styles, one object for
// each look. The tree it is made of is gone then.
const day = (text) => new Date(`${text}T00:00:00Z`);

const VALUES = {
  empty: () => null,
  text: ({ text }) => text,
  number: ({ number }) => number,
  boolean: ({ boolean }) => boolean,
  date: ({ day: text }) => day(text),
  link: ({ text, target }) => ({
    text,
    hyperlink: target.kind === 'url' ? target.url : `#'${target.sheet}'!${target.cell}`,
  }),
};

const filledWith = ({ value, formula }) => {
  const plain = VALUES[value.kind](value);
  return formula === null ? plain : { formula, result: plain ?? '' };
};

const argb = (color) => ({ argb: `FF${color.slice(1).toUpperCase()}` });

const borderOf = ({ color }) => {
  const side = { style: 'thin', color: argb(color) };
  return { top: side, right: side, bottom: side, left: side };
};

const numberFormatOf = (value) => {
  if (value.kind === 'date') return 'yyyy-mm-dd';
  return value.kind === 'number' ? value.format : null;
};

const excelStyle = (style, value) => ({
  font: {
    ...{ name: 'Calibri', family: 2, size: style.fontSize, bold: style.bold, italic: style.italic },
    underline: value.kind === 'link',
    ...(style.color === null ? {} : { color: argb(style.color) }),
  },
  alignment: {
    ...{ vertical: style.valign, wrapText: style.wrap },
    ...(style.align === null ? {} : { horizontal: style.align }),
  },
  ...(style.fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(style.fill) } }),
  ...(style.border === null ? {} : { border: borderOf(style.border) }),
  ...(numberFormatOf(value) === null ? {} : { numFmt: numberFormatOf(value) }),
});

const styler = () => {
  const known = new Map();
  return ({ style, value }) => {
    const key = JSON.stringify([style, value.kind === 'link', numberFormatOf(value)]);
    if (!known.has(key)) known.set(key, excelStyle(style, value));
    return known.get(key);
  };
};

/** Spans of header rows go to the right only in what is measured, so that a cell's column is a sum. */
const rowOf = ({ cells, height }, number, styleOf) => {
  const [values, styles, merges] = [[], [], []];
  for (const cell of cells) {
    const left = values.length + 1;
    for (let at = 0; at < cell.columnSpan; at += 1) {
      values.push(at === 0 ? filledWith(cell) : null);
      styles.push(styleOf(cell));
    }
    if (cell.rowSpan > 1) throw new Error('The benchmark has no words for a span of several rows.');
    if (cell.columnSpan > 1) merges.push([number, left, number, left + cell.columnSpan - 1]);
  }
  return { values, styles, merges, height };
};

/** `{ sheets: [{ name, columns, views, filter, rows: [{ values, styles, merges, height }] }] }` of a workbook tree. */
export const plainBook = ({ sheets }) => {
  const styleOf = styler();
  return {
    sheets: sheets.map((sheet) => plainSheet(sheet, styleOf)),
  };
};

const plainSheet = (sheet, styleOf) => {
  const rows = Array.from(sheet.rows, (row, index) => rowOf(row, index + 1, styleOf));
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width, hidden }) => ({ width, hidden })),
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: sheet.headerRows }],
    filter: sheet.filter
      ? {
          from: { row: sheet.headerRows, column: 1 },
          to: { row: rows.length, column: sheet.columns.length },
        }
      : null,
    rows,
  };
};
