// The value of a pair replaced. On its line the place of the old value is taken; what stood on lines of its own goes away with
// them, and the new value begins behind the key.
import { keepComments } from './comments.ts';
import { columnOf, commentBehind, commentBelow, lineEnd, lineStart, pastInnerComments } from './lines.ts';
import { replaceItems } from './list-items.ts';
import {
  endOf,
  isBlockScalar,
  isTextList,
  type Page,
  type Pair,
  scalarSlot,
  standsOnLine,
  styleOf,
} from './place.ts';
import type { Splice } from './splice.ts';
import { blockForm, flowForm } from './value-form.ts';
import { isList, isText, type Value } from './wish.ts';

/** `flow` says that the pair itself stands within brackets. */
export const replaceValue = (page: Page, pair: Pair, value: Value, flow: boolean): readonly Splice[] => {
  if (flow) return replaceInFlow(page, pair, value);
  if (pair.data === undefined) return fill(page, pair, value);
  if (
    standsOnLine(page, pair) ||
    (pair.spot.leaf && isText(value) && !isBlockScalar(page, pair.spot, pair.data))
  )
    return replaceOnLine(page, pair, value);
  if (isTextList(pair.data) && isList(value) && value.length > 0) {
    const items = replaceItems(page, pair.spot, pair.data, value);
    if (items !== null) return items;
  }
  return replaceLines(page, pair, value);
};

/** The place that a value's first line takes, where lines below it go, and what these then have below them. */
type Slot = {
  readonly start: number;
  readonly end: number;
  readonly lines: number;
  readonly column: number;
  readonly below: number;
};

const put = (page: Page, pair: Pair, value: Value, slot: Slot): readonly Splice[] => {
  const { head, body } = blockForm(value, {
    key: columnOf(page.text, pair.key.start),
    step: page.step,
    column: slot.column,
    comment: commentBehind(page.text, slot.end),
    below: slot.below,
    style: styleOf(page, pair),
  });
  const colon = behind(pair);
  const first =
    slot.start === slot.end
      ? behindColon(page, colon, head)
      : { start: head === '' ? colon : slot.start, end: slot.end, text: head };
  const below = { start: slot.lines, end: slot.lines, text: body.map((line) => `\n${line}`).join('') };
  return [first, below].filter(({ start, end, text }) => end > start || text !== '');
};

const behind = (pair: Pair): number => (pair.colon ?? pair.key.end) + 1;

/** A text behind a colon that has nothing behind it: a space that is there is used only where the line ends with it. */
const behindColon = ({ text }: Page, colon: number, head: string): Splice => {
  const used = text[colon] === ' ' && text[colon + 1] === '\n';
  const at = used ? colon + 1 : colon;
  return { start: at, end: at, text: head === '' || used ? head : ` ${head}` };
};

/** Keys and items come below comments that stand under the key, as they do where such a comment is an example. */
const fill = (page: Page, pair: Pair, value: Value): readonly Splice[] => {
  const at = behind(pair);
  const line = lineEnd(page.text, at);
  const inner = pastInnerComments(page.text, line, columnOf(page.text, pair.key.start));
  const lines = isText(value) ? line : inner;
  const column = columnOf(page.text, at) + 1;
  return put(page, pair, value, { start: at, end: at, lines, column, below: commentBelow(page.text, lines) });
};

/** A text that stands below its key stays there, and on one line. */
const NO_LINES = Number.POSITIVE_INFINITY;

const replaceOnLine = (page: Page, pair: Pair, value: Value): readonly Splice[] => {
  const { start } = pair.spot.value;
  const { head, first, lines } = scalarSlot(page, pair.spot, pair.data, endOf(page, pair));
  const below = standsOnLine(page, pair) ? commentBelow(page.text, lines) : NO_LINES;
  const old = lines > first ? [{ start: first, end: lines, text: '' }] : [];
  return [
    ...keepCommentsOfBrackets(page, pair),
    ...old,
    ...put(page, pair, value, { start, end: head, lines, column: columnOf(page.text, start), below }),
  ];
};

const keepCommentsOfBrackets = (page: Page, { spot, block }: Pair): readonly Splice[] =>
  spot.leaf ? [] : keepComments(page, spot.value.start, spot.value.end, block);

const replaceLines = (page: Page, pair: Pair, value: Value): readonly Splice[] => {
  const start = lineStart(page.text, pair.spot.value.start);
  const last = lineEnd(page.text, endOf(page, pair));
  const at = behind(pair);
  const line = lineEnd(page.text, at);
  const slot = {
    start: at,
    end: at,
    lines: isText(value) ? line : last,
    column: columnOf(page.text, at) + 1,
    below: Math.max(commentBelow(page.text, line), commentBelow(page.text, last)),
  };
  return [
    ...keepComments(page, start, last, pair.block),
    { start: start - 1, end: last, text: '' },
    ...put(page, pair, value, slot),
  ];
};

const replaceInFlow = (page: Page, pair: Pair, value: Value): readonly Splice[] => {
  const nothing = pair.data === undefined;
  const end = endOf(page, pair);
  const text = flowForm(value, styleOf(page, pair), commentBehind(page.text, end));
  if (pair.colon === null) return [{ start: end, end, text: `: ${text}` }];
  if (nothing) return [behindColon(page, end, text)];
  return [...keepCommentsOfBrackets(page, pair), { start: pair.spot.value.start, end, text }];
};
