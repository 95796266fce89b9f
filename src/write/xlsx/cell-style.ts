// A cell's look in exceljs's terms. The same look is the same object, which is what keeps its style table small.
import type { Style } from 'exceljs';
import type { CellStyle } from '../../model/workbook.ts';

const FONT = 'Calibri';
const LINK_COLOR = '#0563c1';
/** The format that keeps a text a text when somebody edits the cell; mending adds the quote prefix to it. */
export const TEXT_FORMAT = '@';
export const DATE_FORMAT = 'yyyy-mm-dd';

export type StyleBook = (style: CellStyle, numberFormat: string | null, link: boolean) => Partial<Style>;

/** A table of styles for one workbook. */
export const styleBook = (): StyleBook => {
  const known = new Map<string, Partial<Style>>();
  return (style, numberFormat, link) => {
    const key = JSON.stringify([style, numberFormat, link]);
    const found = known.get(key) ?? toExcel(style, numberFormat, link);
    known.set(key, found);
    return found;
  };
};

const toExcel = (style: CellStyle, numberFormat: string | null, link: boolean): Partial<Style> => ({
  font: {
    name: FONT,
    family: 2,
    size: style.fontSize,
    bold: style.bold,
    italic: style.italic,
    underline: link,
    ...colorOf(style, link),
  },
  alignment: {
    vertical: style.valign,
    wrapText: style.wrap,
    ...(style.align === null ? {} : { horizontal: style.align }),
  },
  ...(style.fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(style.fill) } }),
  ...(style.border === null ? {} : { border: frame(style.border.color) }),
  ...(numberFormat === null ? {} : { numFmt: numberFormat }),
});

/** A link that no style colours looks as links do, or nobody would know it for one. */
const colorOf = ({ color }: CellStyle, link: boolean): Partial<Style['font']> => {
  if (color !== null) return { color: argb(color) };
  return link ? { color: argb(LINK_COLOR) } : {};
};

const frame = (color: string): NonNullable<Style['border']> => {
  const side = { style: 'thin', color: argb(color) } as const;
  return { top: side, right: side, bottom: side, left: side };
};

/** Spreadsheets put opacity first. */
export const argb = (color: string): { argb: string } => ({ argb: `FF${color.slice(1).toUpperCase()}` });
