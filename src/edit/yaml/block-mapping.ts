// Pairs taken away from a mapping with a line for each, and added behind its last one.
import { columnOf, commentBelow, lineEnd, lineStart, pastEmptyLines, pastInnerComments } from './lines.ts';
import { endOf, keepsEmptyLines, type Mapping, type Page, type Pair } from './place.ts';
import type { Splice } from './splice.ts';
import { pairLines } from './value-form.ts';
import type { Value } from './wish.ts';

/** `pairs` are all that stand there now, in the order of the file; `gone` are those of them that go, each with the comment that stays in its place. */
export type Changes = {
  readonly pairs: readonly Pair[];
  readonly gone: ReadonlyMap<Pair, string | null>;
  readonly added: ReadonlyMap<string, Value>;
};

/** With its last pair a mapping becomes an empty value, which at the root of a file only brackets can say. */
export const blockChanges = (
  page: Page,
  { spot }: Mapping,
  { pairs, gone, added }: Changes,
  root: boolean,
): readonly Splice[] => {
  const last = pairs.at(-1);
  if (last === undefined) return [];
  const column = columnOf(page.text, spot.value.start);
  const removed = removals(page, pairs, gone, column);
  const end = Math.max(endOfLines(page, last, column), removed.at(-1)?.end ?? 0);
  const emptied = root && added.size === 0 && gone.size === pairs.length;
  const lines = emptied
    ? ['{}']
    : pairLines(added, { key: column, step: page.step, below: commentBelow(page.text, end) });
  const text = lines.map((line) => `\n${line}`).join('');
  return text === '' ? removed : [...removed, { start: end, end, text }];
};

/** Empty lines behind a pair go with it where the text above would take them in. */
const removals = (
  page: Page,
  pairs: readonly Pair[],
  gone: Changes['gone'],
  column: number,
): readonly Splice[] => {
  const splices: Splice[] = [];
  let keeps = false;
  for (const pair of pairs) {
    const note = gone.get(pair);
    if (note !== undefined) {
      const last = endOfLines(page, pair, column);
      const end = keeps ? pastEmptyLines(page.text, last) : last;
      const text = note === null ? '' : `\n${' '.repeat(column)}# ${note}`;
      splices.push({ start: lineStart(page.text, pair.key.start) - 1, end, text });
    } else if (gone.size > 0) keeps = keepsEmptyLines(page, pair.spot);
  }
  return splices;
};

/** The end of a pair's last line, comments within the pair included. */
const endOfLines = (page: Page, pair: Pair, column: number): number =>
  pastInnerComments(page.text, lineEnd(page.text, endOf(page, pair)), column);
