// Every field of a style as CSS. A field that the type gains and this table lacks does not compile.

import type { Style } from '../../model/document.ts';
import { border, edges, familiesWithMore, number, points, size, track } from './css-text.ts';

type Declare = { readonly [K in keyof Style]: (value: Style[K]) => string };

/** Empty where CSS has nothing to say: what speaks of bookmarks and running strings, and pages, which the walk knows. */
const DECLARE: Declare = {
  display: (value) => `display:${value}`,
  fontFamily: (value) => `font-family:${familiesWithMore(value)}`,
  fontSize: (value) => `font-size:${points(value)}`,
  fontWeight: (value) => `font-weight:${number(value)}`,
  fontStyle: (value) => `font-style:${value}`,
  color: (value) => `color:${value}`,
  backgroundColor: (value) => `background-color:${value ?? 'transparent'}`,
  lineHeight: (value) => `line-height:${points(value)}`,
  // No browser lines numbers up at their decimal point; on the right they line up as long as they have equally many decimals.
  textAlign: (value) => `text-align:${value === 'decimal' ? 'right' : value}`,
  direction: (value) => `direction:${value}`,
  textDecoration: (value) => `text-decoration:${value}`,
  textTransform: (value) => `text-transform:${value}`,
  textIndent: (value) => `text-indent:${points(value)}`,
  letterSpacing: (value) => `letter-spacing:${points(value)}`,
  wordSpacing: (value) => `word-spacing:${points(value)}`,
  whiteSpace: (value) => `white-space:${value}`,
  overflowWrap: (value) => `overflow-wrap:${value}`,
  verticalAlign: (value) => `vertical-align:${value}`,
  margin: (value) => `margin:${edges(value)}`,
  padding: (value) => `padding:${edges(value)}`,
  border: (value) => borders([value.top, value.right, value.bottom, value.left].map(border)),
  borderRadius: (value) => `border-radius:${points(value)}`,
  width: (value) => `width:${size(value)}`,
  maxWidth: (value) => `max-width:${value === 'auto' ? 'none' : size(value)}`,
  minHeight: (value) => `min-height:${points(value)}`,
  height: (value) => `height:${size(value)}`,
  breakBefore: (value) => `break-before:${value}`,
  breakAfter: (value) => `break-after:${value}`,
  breakInside: (value) => `break-inside:${value}`,
  orphans: (value) => `orphans:${number(value)}`,
  widows: (value) => `widows:${number(value)}`,
  page: () => '',
  listStyleType: (value) => `list-style-type:${value}`,
  gridColumns: (value) => `grid-template-columns:${value.length === 0 ? 'none' : value.map(track).join(' ')}`,
  columnGap: (value) => `column-gap:${points(value)}`,
  rowGap: (value) => `row-gap:${points(value)}`,
  gridSpan: (value) => `grid-column:${value === 0 ? '1/-1' : value === 1 ? 'auto' : `span ${number(value)}`}`,
  bookmarkLevel: () => '',
  stringSet: () => '',
};

const borders = (sides: readonly string[]): string => {
  const [top = 'none', right, bottom, left] = sides;
  if (sides.every((side) => side === top)) return `border:${top}`;
  return `border-top:${top};border-right:${right};border-bottom:${bottom};border-left:${left}`;
};

/** Every field that has a say in how an element looks, in the order of the table. */
const STYLE_KEYS = Object.keys(DECLARE).filter((key): key is keyof Style => key in DECLARE);

const declaration = <K extends keyof Style>(key: K, style: Style): string => DECLARE[key](style[key]);

const NONE = { width: 0, style: 'none', color: '#000000' } as const;

/** What an element has before any class says otherwise; classes name only what differs from it. */
const PLAIN: Style = {
  display: 'inline',
  fontFamily: ['sans-serif'],
  fontSize: 10,
  fontWeight: 400,
  fontStyle: 'normal',
  color: '#000000',
  backgroundColor: null,
  lineHeight: 12,
  textAlign: 'start',
  direction: 'ltr',
  textDecoration: 'none',
  textTransform: 'none',
  textIndent: 0,
  letterSpacing: 0,
  wordSpacing: 0,
  whiteSpace: 'normal',
  overflowWrap: 'normal',
  verticalAlign: 'baseline',
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  border: { top: NONE, right: NONE, bottom: NONE, left: NONE },
  borderRadius: 0,
  width: 'auto',
  maxWidth: 'auto',
  minHeight: 0,
  height: 'auto',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  orphans: 2,
  widows: 2,
  page: 'auto',
  listStyleType: 'disc',
  gridColumns: [],
  columnGap: 0,
  rowGap: 0,
  gridSpan: 1,
  bookmarkLevel: 0,
  stringSet: [],
};

const declared = (keys: readonly (keyof Style)[], style: Style): readonly string[] =>
  keys.map((key) => declaration(key, style)).filter((text) => text !== '');

/** The rule that stands below all classes. */
export const PLAIN_DECLARATIONS = declared(STYLE_KEYS, PLAIN).join(';');

/** What sets a style apart from a plain one. */
export const declarations = (style: Style): string =>
  declared(
    STYLE_KEYS.filter((key) => declaration(key, style) !== declaration(key, PLAIN)),
    style,
  ).join(';');

/** A margin box has no page to break and no element to be; where its text stands is the box's own matter until a theme says otherwise. */
const NOT_OF_BOXES: readonly (keyof Style)[] = [
  'display',
  'breakBefore',
  'breakAfter',
  'breakInside',
  'orphans',
  'widows',
  'listStyleType',
  'gridColumns',
  'columnGap',
  'rowGap',
  'gridSpan',
];

export const boxDeclarations = (style: Style): string =>
  declared(
    STYLE_KEYS.filter(
      (key) =>
        !NOT_OF_BOXES.includes(key) &&
        !(
          (key === 'textAlign' || key === 'verticalAlign') &&
          declaration(key, style) === declaration(key, PLAIN)
        ),
    ),
    style,
  ).join(';');
