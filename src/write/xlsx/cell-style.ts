// A cell's look in exceljs's terms. The same look is the same object, which is what keeps its style table small and quick.
import type { Style } from 'exceljs';
import type { CellStyle, ConditionalLook } from '../../model/workbook.ts';
import type { Format } from './number-format.ts';
import type { Look } from './told-cells.ts';

const FONT = 'Calibri';
/** What the format calls a cell without a number format. */
const GENERAL = 'General';
const LINK_COLOR = '#0563c1';

/** What a look hangs on besides the style of the tree. */
export type Manner = { readonly format: Format; readonly link: boolean; readonly unlocked: boolean };
export type StyleBook = (style: CellStyle, manner: Manner) => Look;

/** A table of looks for one workbook, numbered as they come: exceljs does the same, behind a look of its own. */
export const styleBook = (): StyleBook => {
  const known = new Map<string, Look>();
  // A register has as many cells as few styles, mostly one object each: most looks are found without spelling out a key.
  const quick = new Map<CellStyle, Map<Format, Look[]>>();
  return (style, manner) => {
    const ofStyle = quick.get(style) ?? new Map<Format, Look[]>();
    const looks = ofStyle.get(manner.format) ?? [];
    const place = (manner.link ? 2 : 0) + (manner.unlocked ? 1 : 0);
    const found = looks[place];
    if (found !== undefined) return found;
    const key = keyOf(style, manner);
    const look = known.get(key) ?? { style: toExcel(style, manner), number: known.size + 1 };
    known.set(key, look);
    looks[place] = look;
    quick.set(style, ofStyle.set(manner.format, looks));
    return look;
  };
};

/** Everything that a look hangs on; spelled out by hand, because styles may be an object for every cell. */
const keyOf = (style: CellStyle, { format, link, unlocked }: Manner): string => {
  const { bold, italic, fontSize, color, fill, align, valign, wrap, border } = style;
  return `${bold}${italic}${wrap}${link}${unlocked}${fontSize}${color}${fill}${align}${valign}${border?.color} ${format === GENERAL ? null : format}`;
};

const toExcel = (style: CellStyle, { format, link, unlocked }: Manner): Partial<Style> => ({
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
  ...(format === null ? {} : { numFmt: format }),
  ...(unlocked ? { protection: { locked: false } } : {}),
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

/** What a conditional look changes. A fill of this kind is drawn in its background colour, unlike that of a cell. */
export const lookStyle = ({ bold, italic, color, fill }: ConditionalLook['look']): Partial<Style> => ({
  ...(bold || italic || color !== null
    ? { font: { bold, italic, ...(color === null ? {} : { color: argb(color) }) } }
    : {}),
  ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(fill) } }),
});

/** Spreadsheets put opacity first. */
export const argb = (color: string): { argb: string } => ({ argb: `FF${color.slice(1).toUpperCase()}` });
