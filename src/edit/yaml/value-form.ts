// A value of any kind as lines of a block, or on one line within brackets.
import { type Form, inlineText, keyText, type Room, type TextStyle, textForm, WIDTH } from './text-form.ts';
import { isList, isText, type Value } from './wish.ts';

/** How the value that stood there was written; a list in brackets may have had spaces behind them. */
export type ValueStyle = {
  readonly text: TextStyle;
  readonly list: 'block' | 'flow' | 'padded';
  readonly map: 'block' | 'flow';
  /** Spellings of texts in the old list, so that what stays in it looks as it did. */
  readonly spelled: ReadonlyMap<string, string>;
};

export const NEW: ValueStyle = { text: 'plain', list: 'flow', map: 'block', spelled: new Map() };

/** The place behind a key: `key` is the key's column, `step` what is indented below it. */
export type Site = Omit<Room, 'style' | 'indent'> & {
  readonly key: number;
  readonly step: number;
  readonly style: ValueStyle;
};

/** Outside of brackets. What stood in brackets stays in them while it fits into the line; new mappings have a line for each key. */
export const blockForm = (value: Value, site: Site): Form => {
  if (isText(value))
    return textForm(value, { ...site, indent: site.key + site.step, style: site.style.text });
  const flow = flowForm(value, site.style, site.comment);
  const fits = site.column + flow.length <= WIDTH;
  if (isList(value)) {
    const asBlock = value.length > 0 && (site.style.list === 'block' || !fits);
    return asBlock ? { head: '', body: listLines(value, site) } : { head: flow, body: [] };
  }
  if (value.size === 0 || (site.style.map === 'flow' && fits)) return { head: flow, body: [] };
  return { head: '', body: pairLines(value, { ...site, key: site.key + site.step }) };
};

/** Lines of the pairs of a mapping whose keys stand in column `key`. */
export const pairLines = (
  pairs: ReadonlyMap<string, Value>,
  site: Pick<Site, 'key' | 'step' | 'below'>,
): readonly string[] =>
  [...pairs].flatMap(([name, value], index) => {
    const key = `${' '.repeat(site.key)}${keyText(name)}:`;
    const below = index < pairs.size - 1 ? -1 : site.below;
    const { head, body } = blockForm(value, {
      ...site,
      column: key.length + 1,
      comment: null,
      below,
      style: NEW,
    });
    return [head === '' ? key : `${key} ${head}`, ...body];
  });

const listLines = (items: readonly string[], site: Site): readonly string[] =>
  itemLines(items, { ...site, key: site.key + site.step });

/** Lines of the items of a list whose hyphens stand in column `key`. */
export const itemLines = (
  items: readonly string[],
  { key, below }: Pick<Site, 'key' | 'below'>,
): readonly string[] =>
  items.flatMap((item, index) => {
    const room = { column: key + 2, indent: key + 2, comment: null, style: 'plain' } as const;
    const { head, body } = textForm(item, { ...room, below: index < items.length - 1 ? -1 : below });
    return [`${' '.repeat(key)}- ${head}`, ...body];
  });

/** On one line. */
export const flowForm = (value: Value, style: ValueStyle, comment: string | null): string => {
  if (isText(value)) return inlineText(value, { flow: true, comment, style: style.text });
  if (isList(value)) {
    const items = value.map((item) => style.spelled.get(item) ?? flowForm(item, NEW, null)).join(', ');
    return style.list === 'padded' && items !== '' ? `[ ${items} ]` : `[${items}]`;
  }
  const pairs = [...value].map(([key, member]) => flowPair(key, member));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
};

export const flowPair = (key: string, value: Value, comment: string | null = null): string =>
  `${keyText(key)}: ${flowForm(value, NEW, comment)}`;
