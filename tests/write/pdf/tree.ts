// Builds document trees by hand for the tests of the PDF writer.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type {
  Border,
  ContentPart,
  Document,
  DocumentNode,
  DrawingNode,
  Edges,
  ElementNode,
  FontFace,
  GeneratedNode,
  PageRule,
  Shape,
  Style,
} from '../../../src/model/document.ts';

const fontFolder = join(
  createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans/package.json'),
  '..',
);

function face(folder: string, weight: number, style: FontFace['style']): FontFace {
  return {
    family: 'Plex',
    weight,
    style,
    data: readFileSync(join(fontFolder, folder, `IBMPlexSans_${folder}.ttf`)),
  };
}

const FONTS: readonly FontFace[] = [
  face('400Regular', 400, 'normal'),
  face('400Regular_Italic', 400, 'italic'),
  face('700Bold', 700, 'normal'),
];

export const edges = <T>(top: T, right = top, bottom = top, left = right): Edges<T> => ({
  top,
  right,
  bottom,
  left,
});
export const line = (width: number, color = '#333333'): Border => ({ width, style: 'solid', color });
const NO_BORDER: Border = { width: 0, style: 'none', color: '#000000' };

const INITIAL: Style = {
  display: 'block',
  fontFamily: ['Plex'],
  fontSize: 10,
  fontWeight: 400,
  fontStyle: 'normal',
  color: '#111111',
  backgroundColor: null,
  lineHeight: 14,
  textAlign: 'left',
  direction: 'ltr',
  textDecoration: 'none',
  textTransform: 'none',
  textIndent: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  whiteSpace: 'normal',
  overflowWrap: 'normal',
  verticalAlign: 'baseline',
  margin: edges(0),
  padding: edges(0),
  border: edges(NO_BORDER),
  borderRadius: 0,
  width: 'auto',
  maxWidth: 'auto',
  gridColumns: [],
  columnGap: 0,
  rowGap: 0,
  gridSpan: 1,
  minHeight: 0,
  height: 'auto',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  orphans: 2,
  widows: 2,
  page: 'auto',
  listStyleType: 'none',
  bookmarkLevel: 0,
  stringSet: [],
};
export const style = (over: Partial<Style> = {}): Style => ({ ...INITIAL, ...over });

const DISPLAYS: Readonly<Record<string, Style['display']>> = {
  span: 'inline',
  a: 'inline',
  b: 'inline',
  br: 'inline',
  abbr: 'inline',
  li: 'list-item',
  table: 'table',
  caption: 'table-caption',
  thead: 'table-header-group',
  tbody: 'table-row-group',
  tfoot: 'table-row-group',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
  col: 'none',
};

type Content = DocumentNode | string;
type More = { readonly id?: string; readonly attributes?: Record<string, string> };

/** An element; strings among the children become text. */
export function el(
  tag: string,
  over: Partial<Style>,
  children: readonly Content[],
  more: More = {},
): ElementNode {
  return {
    kind: 'element',
    tag,
    id: more.id ?? null,
    style: style({ display: DISPLAYS[tag] ?? 'block', ...(tag === 'b' ? { fontWeight: 700 } : {}), ...over }),
    attributes: more.attributes ?? {},
    children: children.map((child) =>
      typeof child === 'string' ? { kind: 'text', text: child, at: null } : child,
    ),
    at: null,
  };
}

export const p = (...children: readonly Content[]): ElementNode =>
  el('p', { margin: edges(0, 0, 6, 0) }, children);

export const generated = (content: readonly ContentPart[], over: Partial<Style> = {}): GeneratedNode => ({
  kind: 'generated',
  style: style({ display: 'inline', ...over }),
  content,
  at: null,
});

export function drawing(
  width: number,
  height: number,
  shapes: readonly Shape[],
  alt: string,
  over: Partial<Style> = {},
): DrawingNode {
  return {
    kind: 'drawing',
    style: style({ display: 'inline', ...over }),
    width,
    height,
    viewBox: [0, 0, 10, 10],
    alt,
    shapes,
    at: null,
  };
}

export const pageOf = (
  width: number,
  height: number,
  margin: number,
  boxes: PageRule['boxes'] = {},
): PageRule => ({
  width,
  height,
  margin: edges(margin),
  boxes,
});

export function doc(body: readonly Content[], over: Partial<Document> = {}): Document {
  const rule = pageOf(300, 400, 30);
  return {
    language: 'en-GB',
    title: 'A test & <document>',
    subject: '',
    author: 'Reviewer',
    keywords: ['one', 'two'],
    date: '2026-10-09',
    producer: 'countersign test',
    pages: { '': { first: rule, other: rule } },
    fonts: FONTS,
    body: el('body', {}, body),
    ...over,
  };
}
