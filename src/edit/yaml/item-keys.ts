// Keys inside of the items of a list of mappings, like the models of an attestation, set and taken away one by one.
import { isMapping, type Plain, valueAt } from '../../read/plain.ts';
import { blockChanges } from './block-mapping.ts';
import { keepComments } from './comments.ts';
import { flowChanges } from './flow-mapping.ts';
import { columnOf, lineEnd, lineStart } from './lines.ts';
import { endOf, isFlow, type Mapping, type Page, type Pair, pairsOf } from './place.ts';
import type { Splice } from './splice.ts';

/** The items under a key of the file that are mappings. */
export const itemsOf = (page: Page, root: Mapping, key: string): readonly Mapping[] => {
  const list = root.spot.below.get(key);
  return [...(list?.below ?? [])].flatMap(([index, spot]): readonly Mapping[] => {
    const data = valueAt(root.data, [key, Number(index)]);
    return isMapping(data) ? [{ spot, data, block: lineStart(page.text, spot.value.start) }] : [];
  });
};

export const textIn = ({ data }: Mapping, key: string): string | null => {
  const value: Plain = valueAt(data, [key]);
  return typeof value === 'string' ? value : null;
};

/**
 * `written` is the value as YAML spells it on one line. A key that is not there yet comes behind `behind`, or last where that is not
 * there either.
 */
export const keyInItem = (
  page: Page,
  item: Mapping,
  {
    key,
    written,
    behind,
  }: { readonly key: string; readonly written: string; readonly behind: string | null },
): readonly Splice[] => {
  const pairs = pairsOf(page, item);
  const own = pairs.find(({ name }) => name === key);
  if (own?.data !== undefined) return [{ start: own.spot.value.start, end: endOf(page, own), text: written }];
  const last = own ?? pairs.find(({ name }) => name === behind) ?? pairs.at(-1);
  if (last === undefined) return [];
  const end = endOf(page, last);
  if (own !== undefined) return [{ start: end, end, text: ` ${written}` }];
  if (isFlow(page, item)) return [{ start: end, end, text: `, ${key}: ${written}` }];
  // The first key stands behind a hyphen, so that its column is that of the others.
  const margin = ' '.repeat(columnOf(page.text, last.key.start));
  const at = lineEnd(page.text, end);
  return [{ start: at, end: at, text: `\n${margin}${key}: ${written}` }];
};

export const keyOutOfItem = (page: Page, item: Mapping, key: string): readonly Splice[] => {
  const pairs = pairsOf(page, item);
  const at = pairs.findIndex(({ name }) => name === key);
  const [own, next] = [pairs[at], pairs[at + 1]];
  if (own === undefined) return [];
  const changes = { pairs, gone: new Map([[own, null]]), added: new Map() };
  if (isFlow(page, item)) return flowChanges(page, item, changes);
  return at === 0 && next !== undefined
    ? firstOut(page, own, next)
    : blockChanges(page, item, changes, false);
};

/** The next key takes its place behind the hyphen; comments between the two come to stand above the item. */
const firstOut = (page: Page, own: Pair, next: Pair): readonly Splice[] => {
  const { text } = page;
  const [below, line] = [lineEnd(text, endOf(page, own)) + 1, lineStart(text, own.key.start)];
  return [
    ...keepComments(page, below, lineStart(text, next.key.start), line),
    { start: own.key.start, end: next.key.start, text: '' },
  ];
};
