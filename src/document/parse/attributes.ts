// The attributes of the subset, as data: the parser enforces this table and docs/templates.md prints it.

export type AttributeRow = {
  readonly name: string;
  /** Tags that take it; `any` for all of the body. */
  readonly on: readonly string[] | 'any';
  readonly pattern: RegExp;
  /** What a value looks like, for people. */
  readonly value: string;
};

const ANYTHING = /^/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const VIEW_BOX = /^-?\d+(\.\d+)? -?\d+(\.\d+)?( (?!0+(\.0+)?( |$))\d+(\.\d+)?){2}$/;
const SIZE = /^\d+(\.\d+)?(pt|px|em|mm|cm|in)?$/;
const PAINT = /^(none|currentColor|#[0-9a-f]{6}|#[0-9a-f]{3})$/;
const row = (name: string, on: string, pattern: RegExp, value: string): AttributeRow => ({
  name,
  on: on === 'any' ? 'any' : on.split(' '),
  pattern,
  value,
});
const SHAPES = 'g rect circle line path text';

export const ATTRIBUTES: readonly AttributeRow[] = [
  row('id', 'any', /^[^\s]+$/, 'a name without white space, once in the document'),
  row('class', 'any html', ANYTHING, 'names, with white space between them'),
  row('lang', 'any html', /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag like `en` or `de-CH`'),
  row('title', 'any', ANYTHING, 'a text'),
  row('data-*', 'any', ANYTHING, 'a text'),
  row(
    'name',
    'meta',
    /^(subject|author|keywords|footer-left|footer-center|property:.+)$/,
    '`subject`, `author`, `keywords`; in a workbook also `footer-left`, `footer-center`, `property:NAME`',
  ),
  row('content', 'meta', ANYTHING, 'a text; keywords with commas between them'),
  row(
    'href',
    'a',
    /^(#[^\s]+|https?:\/\/[^\s]+|mailto:[^\s]+)$/i,
    '`#id`, or an address that begins with `https:`, `http:` or `mailto:`',
  ),
  row('datetime', 'time', /^\d{4}-\d{2}-\d{2}$/, 'an ISO day'),
  row('value', 'data', NUMBER, 'a number'),
  row('colspan', 'th td', /^[1-9]\d{0,2}$/, 'a whole number from 1 to 999'),
  row('rowspan', 'th td', /^[1-9]\d{0,3}$/, 'a whole number from 1 to 9999'),
  row('scope', 'th', /^(col|row|colgroup|rowgroup)$/, '`col`, `row`, `colgroup` or `rowgroup`'),
  row('span', 'col', /^[1-9]\d{0,2}$/, 'a whole number from 1 to 999'),
  row('viewBox', 'svg', VIEW_BOX, 'four numbers, width and height not 0'),
  row('width', 'svg', SIZE, 'a number with pt, px, em, mm, cm or in; px without'),
  row('height', 'svg', SIZE, 'as `width`'),
  row('role', 'svg', /^img$/, '`img`'),
  row('aria-label', 'svg', ANYTHING, 'the alternative text'),
  row('aria-hidden', 'svg', /^true$/, '`true`: a decoration'),
  row('fill', `svg ${SHAPES}`, PAINT, '`none`, `currentColor` or a hex colour'),
  row('stroke', `svg ${SHAPES}`, PAINT, 'as `fill`'),
  row('stroke-width', `svg ${SHAPES}`, NUMBER, 'a number'),
  row('x', 'rect text', NUMBER, 'a number'),
  row('y', 'rect text', NUMBER, 'a number'),
  row('width', 'rect', NUMBER, 'a number'),
  row('height', 'rect', NUMBER, 'a number'),
  row('rx', 'rect', NUMBER, 'a number'),
  row('cx', 'circle', NUMBER, 'a number'),
  row('cy', 'circle', NUMBER, 'a number'),
  row('r', 'circle', NUMBER, 'a number'),
  row('x1', 'line', NUMBER, 'a number'),
  row('y1', 'line', NUMBER, 'a number'),
  row('x2', 'line', NUMBER, 'a number'),
  row('y2', 'line', NUMBER, 'a number'),
  row('d', 'path', /^[MmLlHhVvCcSsQqTtAaZz0-9\s,.+e-]+$/, 'path data'),
  row('text-anchor', 'text', /^(start|middle|end)$/, '`start`, `middle` or `end`'),
  row('font-size', 'text', NUMBER, 'a number'),
  row('font-weight', 'text', /^[1-9]00$/, '100 to 900'),
];

/** Elements of the document's head take no attribute that speaks of the body. */
const HEAD = ['html', 'head', 'title', 'meta'];

const takes = (row: AttributeRow, tag: string): boolean =>
  row.on === 'any'
    ? !HEAD.includes(tag)
    : row.on.includes(tag) || (row.on.includes('any') && !HEAD.includes(tag));

/** The row for an attribute of a tag; undefined when the tag has no such attribute. */
export const attributeRow = (tag: string, name: string): AttributeRow | undefined =>
  ATTRIBUTES.find(
    (row) =>
      (row.name === 'data-*' ? /^data-[a-z][a-z0-9-]*$/.test(name) : row.name === name) && takes(row, tag),
  );

export const attributesOf = (tag: string): readonly string[] =>
  ATTRIBUTES.filter((row) => takes(row, tag)).map(({ name }) => name);

/** Attributes without which an element means nothing. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  time: ['datetime'],
  data: ['value'],
  meta: ['name', 'content'],
  svg: ['viewBox', 'width', 'height'],
};
