// The elements of the subset, as data: the parser enforces this table and docs/templates.md prints it.

/** `block` and `inline` stand where an element's content says so; `part` only where the content names the tag. */
export type ElementRow = {
  readonly tag: string;
  readonly group: 'block' | 'inline' | 'part';
  /** `flow`: blocks, inlines and text; `phrasing`: inlines and text; `text`; `empty`; or the tags it may hold. */
  readonly content: 'flow' | 'phrasing' | 'text' | 'empty' | readonly string[];
};

const rows = (
  group: ElementRow['group'],
  content: ElementRow['content'],
  tags: string,
): readonly ElementRow[] => tags.split(' ').map((tag) => ({ tag, group, content }));

/** What drawings are made of; as in SVG, these may close themselves. */
export const SHAPES = 'g rect circle ellipse line polyline polygon path text'.split(' ');
const DRAWN = [...SHAPES, 'title', 'desc'];

export const ELEMENTS: readonly ElementRow[] = [
  ...rows('part', ['head', 'body'], 'html'),
  ...rows('part', ['title', 'meta'], 'head'),
  ...rows('part', 'text', 'title'),
  ...rows('part', 'empty', 'meta'),
  ...rows('part', 'flow', 'body'),
  ...rows('block', 'flow', 'section article header footer nav div blockquote figure'),
  ...rows('part', 'flow', 'figcaption'),
  ...rows('block', 'phrasing', 'h1 h2 h3 h4 h5 h6 p pre address'),
  ...rows('block', 'empty', 'hr'),
  ...rows('block', ['li'], 'ul ol'),
  ...rows('part', 'flow', 'li'),
  ...rows('block', ['dt', 'dd'], 'dl'),
  ...rows('part', 'phrasing', 'dt'),
  ...rows('part', 'flow', 'dd'),
  ...rows('block', ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'], 'table'),
  ...rows('part', 'phrasing', 'caption'),
  ...rows('part', ['col'], 'colgroup'),
  ...rows('part', 'empty', 'col'),
  ...rows('part', ['tr'], 'thead tbody tfoot'),
  ...rows('part', ['th', 'td'], 'tr'),
  ...rows('part', 'flow', 'th td'),
  ...rows('inline', 'phrasing', 'span a strong em b i small code abbr time data cite sup sub'),
  ...rows('inline', 'empty', 'br'),
  ...rows('inline', 'empty', 'img'),
  ...rows('inline', DRAWN, 'svg'),
  ...rows('part', DRAWN, 'g'),
  ...rows('part', 'empty', 'rect circle ellipse line polyline polygon path'),
  ...rows('part', 'text', 'text desc'),
];

/** Elements that hold a `part` besides those whose content names it. */
export const EXTRA_PARTS: Readonly<Record<string, readonly string[]>> = { figure: ['figcaption'] };

/** Elements without an end tag. */
export const VOID: readonly string[] = ['meta', 'hr', 'br', 'col', 'img'];

export const ELEMENTS_BY_TAG: ReadonlyMap<string, ElementRow> = new Map(
  ELEMENTS.map((row) => [row.tag, row]),
);

/** True when `child` may stand directly in `parent`. */
export const mayHold = (parent: ElementRow, child: ElementRow): boolean => {
  if (Array.isArray(parent.content)) return parent.content.includes(child.tag);
  if (EXTRA_PARTS[parent.tag]?.includes(child.tag) === true) return true;
  if (parent.content === 'flow') return child.group !== 'part';
  return parent.content === 'phrasing' && child.group === 'inline';
};

export const holdsText = (row: ElementRow): boolean => !Array.isArray(row.content) && row.content !== 'empty';
