// The tables of docs/templates.md, made from the tables that the program enforces.

import { ATTRIBUTES, REQUIRED } from '../../src/document/parse/attributes.ts';
import { ELEMENTS, type ElementRow, EXTRA_PARTS } from '../../src/document/parse/elements.ts';
import { BLOCKS, HELPERS } from '../../src/document/render/helpers/index.ts';
import { MARKS } from '../../src/document/render/helpers/marks.ts';
import {
  ELEMENT_PROPERTIES,
  FACE_PROPERTIES,
  PAGE_PROPERTIES,
  type PropertyRow,
} from '../../src/document/style/properties.ts';
import { COMBINATORS, PSEUDO_CLASSES, PSEUDO_ELEMENTS } from '../../src/document/style/selector.ts';
import { TYPES } from '../../src/document/style/types.ts';
import { FUNCTIONS, MOST_VALUES } from '../../src/document/workbook/formula/functions.ts';
import { SHEET_ATTRIBUTES } from '../../src/document/workbook/sheet-attributes.ts';
import { MARGIN_BOXES } from '../../src/model/document.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const code = (text: string): string => `\`${text}\``;
const list = (texts: readonly string[]): string => texts.map(code).join(' ');

const holds = ({ tag, content }: ElementRow): string => {
  const extra = EXTRA_PARTS[tag] ?? [];
  const words = { flow: 'blocks, inlines, text', phrasing: 'inlines, text', text: 'text', empty: 'nothing' };
  const main = typeof content === 'string' ? words[content] : list(content);
  return extra.length === 0 ? main : `${main}, ${list(extra)}`;
};

const properties = (rows: readonly PropertyRow[]): string =>
  table(
    ['property', 'values', 'how many', 'at first', 'inherited'],
    rows.map(({ name, values, many, initial, inherited, sets }) => [
      code(name),
      list(values),
      many,
      sets.length > 0 || initial === '' ? '' : code(initial),
      inherited ? 'yes' : 'no',
    ]),
  );

const selectors = (): string =>
  table(
    ['selector', 'written'],
    [
      ['element, any element', '`p` `*`'],
      ['class, id', '`.name` `#name`'],
      [
        'inside, directly inside',
        list(COMBINATORS.map((combinator) => `a${combinator === ' ' ? ' ' : ` ${combinator} `}b`)),
      ],
      ['attribute', '`[name]` `[name="value"]`'],
      ['pseudo-classes', list(PSEUDO_CLASSES.map((name) => `:${name}`))],
      ['pseudo-elements', list(PSEUDO_ELEMENTS.map((name) => `::${name}`))],
      ['list', '`a, b`'],
    ],
  );

/** By the name that stands in the document's `<!-- table: NAME -->`. */
export const DOC_TABLES: Readonly<Record<string, string>> = {
  elements: table(
    ['element', 'kind', 'holds'],
    ELEMENTS.map((row) => [code(row.tag), row.group, holds(row)]),
  ),
  attributes: table(
    ['attribute', 'on', 'value'],
    ATTRIBUTES.map(({ name, on, value }) => [
      code(name),
      on === 'any'
        ? 'all of the body'
        : on.map((tag) => (tag === 'any' ? 'all of the body' : code(tag))).join(' '),
      value,
    ]),
  ),
  required: table(
    ['element', 'must have'],
    Object.entries(REQUIRED).map(([tag, names]) => [code(tag), list(names)]),
  ),
  'sheet-attributes': table(
    ['attribute', 'on', 'value', 'does'],
    SHEET_ATTRIBUTES.map(({ name, on, value, does }) => [code(name), list(on), value, does]),
  ),
  functions: table(
    ['function', 'values', 'takes ranges', 'over a table on several sheets'],
    FUNCTIONS.map(({ name, takes: [least, most], over }) => [
      code(name),
      least === most ? `${least}` : `${least} to ${most ?? MOST_VALUES}`,
      { one: 'no', each: 'inside `SUMPRODUCT`', range: 'yes', sum: 'yes' }[over],
      over === 'sum' ? 'the sum over its sheets' : '',
    ]),
  ),
  selectors: selectors(),
  properties: properties(ELEMENT_PROPERTIES),
  'page-properties': properties(PAGE_PROPERTIES),
  'face-properties': properties(FACE_PROPERTIES),
  'margin-boxes': table(
    ['margin box'],
    MARGIN_BOXES.map((name) => [code(`@${name}`)]),
  ),
  types: table(
    ['type', 'written'],
    TYPES.map(({ type, written }) => [code(type), written]),
  ),
  blocks: table(
    ['block', 'gives'],
    BLOCKS.map(({ usage, does }) => [code(usage), does]),
  ),
  helpers: table(
    ['helper', 'gives'],
    HELPERS.map(({ usage, does }) => [code(usage), does]),
  ),
  marks: table(
    ['mark'],
    Object.keys(MARKS).map((name) => [code(name)]),
  ),
};
