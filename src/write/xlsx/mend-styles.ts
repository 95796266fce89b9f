// What is mended in the part that holds all styles.
import { QUOTED_FORMAT } from './number-format.ts';
import { escapeXml } from './text.ts';

/** ECMA-376 part 1, 18.8.22 font, in the order that the Open XML SDK holds files against. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

const inOrder = (inner: string): string => {
  const rank = (element: string): number => FONT_ORDER.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');
  return (inner.match(/<[^>]+\/>/g) ?? []).sort((a, b) => rank(a) - rank(b)).join('');
};

/** Fonts of cells and of conditional looks with their children in that order. */
export const orderFonts = (styles: string): string =>
  styles.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => `<font>${inOrder(inner)}</font>`);

/** The format that stands for a quoted text, among exceljs's own formats. */
const quotedFormat = new RegExp(
  `<numFmt numFmtId="(\\d+)" formatCode="${escapeXml(QUOTED_FORMAT).replaceAll('&#34;', '&quot;')}"/>`,
);

/** The built-in text format, with the quote prefix, wherever that stand-in is used; the stand-in itself goes. */
export const quoteTexts = (styles: string): string => {
  const [definition = '', id] = quotedFormat.exec(styles) ?? [];
  return id === undefined
    ? styles
    : withoutFormat(styles, definition).replaceAll(
        `<xf numFmtId="${id}"`,
        '<xf quotePrefix="1" numFmtId="49"',
      );
};

const withoutFormat = (styles: string, definition: string): string =>
  styles
    .replace(definition, '')
    .replace(/<numFmts count="(\d+)">/, (_, count: string) => `<numFmts count="${Number(count) - 1}">`)
    .replace('<numFmts count="0"></numFmts>', '');
