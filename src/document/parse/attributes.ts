// The attributes of the subset, as data: the parser enforces this table and docs/templates.md prints it.

import { RELATIVE_ADDRESS } from '../../model/document.ts';
import { PAINT } from '../svg/colors.ts';
import { DRAWN_NUMBER, DRAWN_SIZE, numberList, type Test } from '../svg/numbers.ts';
import { pathData, pointsPath } from '../svg/path-data.ts';
import { readTransform } from '../svg/transform.ts';
import { ELEMENTS_BY_TAG } from './elements.ts';

export type AttributeRow = {
  readonly name: string;
  /** Tags that take it; `any` for all of the body. */
  readonly on: readonly string[] | 'any';
  readonly pattern: Test;
  /** What a value looks like, for people. */
  readonly value: string;
};

const ANYTHING = /^/;
const DATUM = /^(-?\d+(\.\d+)?|true|false)$/;
const VIEW_BOX: Test = {
  test: (text) => {
    const [, , width = 0, height = 0, ...more] = numberList(text) ?? [];
    return width > 0 && height > 0 && more.length === 0;
  },
};
const SIZE = /^\d+(\.\d+)?(pt|px|em|mm|cm|in)?$/;
const PATH: Test = { test: (text) => pathData(text) !== null };
const POINTS: Test = { test: (text) => pointsPath(text, false) !== null };
const TRANSFORM: Test = { test: (text) => readTransform(text) !== null };
const DASHES: Test = {
  test: (text) => text === 'none' || numberList(text)?.every((length) => length >= 0) === true,
};
/** A file of the template below its folder: no root, no drive, no scheme, no way up. */
const FILE: Test = {
  test: (text) =>
    !/[\\:?#\p{Cc}]/u.test(text) && text.split('/').every((part) => !['', '.', '..'].includes(part)),
};
const LABEL = /\S/;
const COUNTS: Test = { test: (text) => text.includes('{shown}') && text.includes('{all}') };
const ADDRESS: Test = {
  test: (text) => /^(#[^\s]+|https?:\/\/[^\s]+|mailto:[^\s]+)$/i.test(text) || RELATIVE_ADDRESS.test(text),
};
const row = (name: string, on: string, pattern: Test, value: string): AttributeRow => ({
  name,
  on: on === 'any' ? 'any' : on.split(' '),
  pattern,
  value,
});
const SHAPES = 'g rect circle ellipse line polyline polygon path text';

export const ATTRIBUTES: readonly AttributeRow[] = [
  row('id', 'any', /^[^\s]+$/, 'a name without white space, once in the document'),
  row('class', 'any html', ANYTHING, 'names, with white space between them'),
  row('lang', 'any html', /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag like `en` or `de-CH`'),
  row('dir', 'any html', /^(ltr|rtl)$/, '`ltr` or `rtl`'),
  row('title', 'any', ANYTHING, 'a text'),
  row(
    'data-seal',
    'div section',
    /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/,
    'a name, once in the document: the element keeps the place of the signature field of that name',
  ),
  row(
    'data-interactive',
    'table',
    /^(sort|filter|sort filter)$/,
    '`sort`, `filter` or `sort filter`: what a reader can do with the table in a browser',
  ),
  row('data-filter-label', 'table', LABEL, 'a text: what the search field above the table is called'),
  row('data-count-label', 'table', COUNTS, 'a text with `{shown}` and `{all}`: how many rows are shown'),
  row(
    'data-choices',
    'th',
    LABEL,
    'a text like “All results”: the first choice of a list of the column’s words',
  ),
  row('data-*', 'any', ANYTHING, 'a text'),
  row(
    'name',
    'meta',
    /^(subject|author|keywords|header-left|header-center|header-right|footer-left|footer-center|property:.+)$/,
    '`subject`, `author`, `keywords`; in a workbook also `header-left`, `header-center`, `header-right`, `footer-left`, `footer-center`, `property:NAME`',
  ),
  row('content', 'meta', ANYTHING, 'a text; keywords with commas between them'),
  row(
    'href',
    'a',
    ADDRESS,
    '`#id`, an address that begins with `https:`, `http:` or `mailto:`, or a relative one that begins with `./` or `../`',
  ),
  row('datetime', 'time', /^\d{4}-\d{2}-\d{2}$/, 'an ISO day'),
  row('value', 'data', DATUM, 'a number, `true` or `false`'),
  row('start', 'ol', /^[1-9]\d{0,4}$/, 'a whole number from 1 to 99999: the number of the first item'),
  row('value', 'li', /^[1-9]\d{0,4}$/, 'as `start`: the number of the item'),
  row('colspan', 'th td', /^[1-9]\d{0,2}$/, 'a whole number from 1 to 999'),
  row('rowspan', 'th td', /^[1-9]\d{0,3}$/, 'a whole number from 1 to 9999'),
  row('scope', 'th', /^(col|row|colgroup|rowgroup)$/, '`col`, `row`, `colgroup` or `rowgroup`'),
  row('span', 'col', /^[1-9]\d{0,2}$/, 'a whole number from 1 to 999'),
  row('src', 'img', FILE, 'the path of a file of the template: PNG, JPEG or SVG'),
  row('alt', 'img', ANYTHING, 'the alternative text; empty for a decoration'),
  row('viewBox', 'svg', VIEW_BOX, 'four numbers, width and height not 0'),
  row('width', 'svg img', SIZE, 'a number with pt, px, em, mm, cm or in; px without'),
  row('height', 'svg img', SIZE, 'as `width`'),
  row('role', 'nav', /^doc-toc$/, '`doc-toc`: a table of contents'),
  row('role', 'svg', /^img$/, '`img`'),
  row('aria-label', 'svg', ANYTHING, 'the alternative text; without it that of `<title>`'),
  row('aria-hidden', 'svg', /^true$/, '`true`: a decoration'),
  row('fill', `svg ${SHAPES}`, PAINT, '`none`, `currentColor`, a hex colour or a name of a colour'),
  row('fill-rule', `svg ${SHAPES}`, /^(nonzero|evenodd)$/, '`nonzero` or `evenodd`'),
  row('stroke', `svg ${SHAPES}`, PAINT, 'as `fill`; a `text` has none'),
  row('stroke-width', `svg ${SHAPES}`, DRAWN_SIZE, 'a number'),
  row('stroke-linecap', `svg ${SHAPES}`, /^(butt|round|square)$/, '`butt`, `round` or `square`'),
  row('stroke-linejoin', `svg ${SHAPES}`, /^(miter|round|bevel)$/, '`miter`, `round` or `bevel`'),
  row('stroke-dasharray', `svg ${SHAPES}`, DASHES, '`none`, or lengths of dashes and gaps in turn'),
  row(
    'transform',
    SHAPES,
    TRANSFORM,
    '`translate()`, `scale()`, `rotate()` and `matrix()`, one after another',
  ),
  row('x', 'rect text', DRAWN_NUMBER, 'a number'),
  row('y', 'rect text', DRAWN_NUMBER, 'a number'),
  row('width', 'rect', DRAWN_SIZE, 'a number that is not negative'),
  row('height', 'rect', DRAWN_SIZE, 'as `width`'),
  row('rx', 'rect ellipse', DRAWN_SIZE, 'as `width`'),
  row('ry', 'rect ellipse', DRAWN_SIZE, 'as `width`'),
  row('cx', 'circle ellipse', DRAWN_NUMBER, 'a number'),
  row('cy', 'circle ellipse', DRAWN_NUMBER, 'a number'),
  row('r', 'circle', DRAWN_SIZE, 'a number that is not negative'),
  row('x1', 'line', DRAWN_NUMBER, 'a number'),
  row('y1', 'line', DRAWN_NUMBER, 'a number'),
  row('x2', 'line', DRAWN_NUMBER, 'a number'),
  row('y2', 'line', DRAWN_NUMBER, 'a number'),
  row('d', 'path', PATH, 'path data'),
  row('points', 'polyline polygon', POINTS, 'pairs of numbers'),
  row('text-anchor', 'text', /^(start|middle|end)$/, '`start`, `middle` or `end`'),
  row('font-size', 'text', DRAWN_SIZE, 'a number that is not negative'),
  row('font-weight', 'text', /^[1-9]00$/, '100 to 900'),
];

/** Elements of the document's head take no attribute that speaks of the body. */
const HEAD = ['html', 'head', 'title', 'meta'];

const takes = (row: AttributeRow, tag: string): boolean =>
  row.on === 'any'
    ? !HEAD.includes(tag)
    : row.on.includes(tag) || (row.on.includes('any') && !HEAD.includes(tag));

const NAMED = new Set(ATTRIBUTES.map(({ name }) => name));
const rowsByTag = new Map<string, ReadonlyMap<string, AttributeRow>>();

const rowsOf = (tag: string): ReadonlyMap<string, AttributeRow> => {
  const known = rowsByTag.get(tag);
  if (known !== undefined) return known;
  // Reversed, because of two rows of one name the first is meant.
  const taken = ATTRIBUTES.filter((row) => takes(row, tag)).toReversed();
  const rows = new Map(taken.map((row) => [row.name, row] as const));
  if (ELEMENTS_BY_TAG.has(tag)) rowsByTag.set(tag, rows);
  return rows;
};

/** The row for an attribute of a tag; undefined when the tag has no such attribute. */
export const attributeRow = (tag: string, name: string): AttributeRow | undefined => {
  const rows = rowsOf(tag);
  if (NAMED.has(name)) return rows.get(name);
  return /^data-[a-z][a-z0-9-]*$/.test(name) ? rows.get('data-*') : undefined;
};

/** True when some element of the subset may have an attribute of that name. */
export const isAttribute = (name: string): boolean => NAMED.has(name) || /^data-[a-z][a-z0-9-]*$/.test(name);

export const attributesOf = (tag: string): readonly string[] =>
  ATTRIBUTES.filter((row) => takes(row, tag)).map(({ name }) => name);

/** Attributes without which an element means nothing. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  time: ['datetime'],
  data: ['value'],
  meta: ['name', 'content'],
  img: ['src', 'alt'],
  svg: ['viewBox', 'width', 'height'],
};
