// A list with a hyphen for each text, changed item by item, so that comments stay with what they speak of.
import type { Span } from '../../read/source-text.ts';
import type { Spot } from '../../read/yaml-tree.ts';
import { columnOf, commentBehind, commentBelow, lineEnd, lineStart, pastInnerComments } from './lines.ts';
import { keepsEmptyLines, type Page, scalarSlot, styleOf } from './place.ts';
import type { Splice } from './splice.ts';
import { textForm } from './text-form.ts';
import { itemLines } from './value-form.ts';

type Item = { readonly spot: Spot; readonly text: string };

/** Both lists have items. Null where the hyphens do not stand on the lines of their texts, or a text keeps empty lines. */
export const replaceItems = (
  page: Page,
  list: Spot,
  old: readonly string[],
  wanted: readonly string[],
): readonly Splice[] | null => {
  const column = columnOf(page.text, list.value.start);
  const items = old.flatMap((text, index): readonly Item[] => {
    const spot = list.below.get(index);
    return spot !== undefined && !keepsEmptyLines(page, spot) && hasHyphen(page, spot.value, column)
      ? [{ spot, text }]
      : [];
  });
  if (items.length < old.length) return null;
  const [from, kept] = unchanged(old, wanted);
  const before = items.slice(from, items.length - kept);
  const after = wanted.slice(from, wanted.length - kept);
  const last = items[Math.min(from + before.length, from + after.length) - 1] ?? items[0];
  return [
    ...before.flatMap((item, index) => changeItem(page, item, after[index] ?? null, column)),
    ...(last === undefined ? [] : addItems(page, last.spot, after.slice(before.length), column)),
  ];
};

const hasHyphen = ({ text }: Page, { start }: Span, column: number): boolean =>
  /^- +$/.test(text.slice(lineStart(text, start) + column, start));

/** How many items at the beginning and at the end stay; where all would be added at the beginning, the first counts as changed. */
const unchanged = (old: readonly string[], wanted: readonly string[]): readonly [number, number] => {
  const least = Math.min(old.length, wanted.length);
  let from = 0;
  while (from < least && old[from] === wanted[from]) from += 1;
  let kept = 0;
  while (kept < least - from && old.at(-1 - kept) === wanted.at(-1 - kept)) kept += 1;
  return [from, from === 0 && kept === old.length ? kept - 1 : kept];
};

const endOfItem = ({ text }: Page, { value }: Spot): number =>
  value.end > value.start && text[value.end - 1] === '\n' ? value.end - 1 : value.end;

const changeItem = (page: Page, item: Item, text: string | null, column: number): readonly Splice[] => {
  const { start } = item.spot.value;
  const end = endOfItem(page, item.spot);
  if (text === item.text) return [];
  if (text === null) {
    const last = pastInnerComments(page.text, lineEnd(page.text, end), column);
    return [{ start: lineStart(page.text, start) - 1, end: last, text: '' }];
  }
  const slot = scalarSlot(page, item.spot, item.text, end);
  const { head, body } = textForm(text, {
    column: column + 2,
    indent: column + 2,
    comment: commentBehind(page.text, slot.head),
    below: commentBelow(page.text, slot.lines),
    style: styleOf(page, { spot: item.spot, data: item.text }).text,
  });
  return [
    { start, end: slot.head, text: head },
    { start: slot.first, end: slot.lines, text: '' },
    { start: slot.lines, end: slot.lines, text: below(body) },
  ].filter((one) => one.end > one.start || one.text !== '');
};

const addItems = (page: Page, last: Spot, items: readonly string[], column: number): readonly Splice[] => {
  if (items.length === 0) return [];
  const line = lineEnd(page.text, endOfItem(page, last));
  const at = pastInnerComments(page.text, line, column);
  const written = itemLines(items, { key: column, below: commentBelow(page.text, at) });
  return [{ start: at, end: at, text: below(written) }];
};

const below = (lines: readonly string[]): string => lines.map((line) => `\n${line}`).join('');
