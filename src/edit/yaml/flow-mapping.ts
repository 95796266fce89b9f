// Pairs taken away from a mapping in brackets, and added at its end.
import type { Changes } from './block-mapping.ts';
import { keepComments } from './comments.ts';
import { commentBehind, lineEnd, lineStart, skipSpaces, skipSpacesBack } from './lines.ts';
import { endOf, type Mapping, type Page, type Pair } from './place.ts';
import type { Splice } from './splice.ts';
import { flowForm, flowPair, NEW } from './value-form.ts';

export const flowChanges = (page: Page, mapping: Mapping, changes: Changes): readonly Splice[] => {
  const { pairs, gone, added } = changes;
  const last = pairs.filter((pair) => !gone.has(pair)).at(-1);
  const notes = notesAbove(page, mapping, changes);
  if (last === undefined) return [...notes, ...rewrite(page, mapping, changes)];
  const end = endOf(page, last);
  const comment = commentBehind(page.text, end);
  const written = [...added].map(([key, value]) => `, ${flowPair(key, value, comment)}`).join('');
  return [
    ...notes,
    ...removals(page, changes, last),
    ...(written === '' ? [] : [{ start: end, end, text: written }]),
  ];
};

const notesAbove = ({ text }: Page, { block }: Mapping, { gone }: Changes): readonly Splice[] => {
  const margin = /^ */.exec(text.slice(block, block + 400))?.[0] ?? '';
  return [...gone.values()].flatMap((note) =>
    note === null ? [] : [{ start: block - 1, end: block - 1, text: `\n${margin}# ${note}` }],
  );
};

/** Nothing that was there stays. */
const rewrite = (page: Page, { spot, block }: Mapping, { gone, added }: Changes): readonly Splice[] => {
  if (gone.size === 0 && added.size === 0) return [];
  const { start, end } = spot.value;
  return [...keepComments(page, start, end, block), { start, end, text: flowForm(added, NEW, null) }];
};

/** The comma before the end goes with the pair behind it, unless the file has a comma there as well, or a comment that would then stand right behind a text. */
const removals = (page: Page, { pairs, gone }: Changes, last: Pair): readonly Splice[] => {
  const splices: Splice[] = [];
  for (const pair of pairs) {
    if (!gone.has(pair)) continue;
    const range = removed(page, pair);
    const joined = (splices.at(-1)?.end ?? -1) >= range.start ? splices.pop() : undefined;
    const from = joined?.start ?? range.start;
    const start = commaAfter(page, pair) === null ? skipSpacesBack(page.text, from) : from;
    splices.push({ start, end: range.end, text: '' });
  }
  const end = pairs.at(-1);
  const [comma, trailing] = [commaAfter(page, last), end === undefined ? null : commaAfter(page, end)];
  return last === end || comma === null || trailing !== null || commentBehind(page.text, comma + 1) !== null
    ? splices
    : [{ start: comma, end: comma + 1, text: '' }, ...splices];
};

/** A pair with the comma behind it, and with its line and a comment on that where nothing else stands on it. */
const removed = (page: Page, pair: Pair): { readonly start: number; readonly end: number } => {
  const { text } = page;
  const comma = commaAfter(page, pair);
  const end = comma === null ? endOf(page, pair) : comma + 1;
  const before = skipSpacesBack(text, pair.key.start);
  const behind = skipSpaces(text, end);
  const closes = text[behind] === '\n' || text[behind] === '#';
  if (before === lineStart(text, before) && closes) return { start: before - 1, end: lineEnd(text, end) };
  return comma === null || closes ? { start: before, end } : { start: pair.key.start, end: behind };
};

/** The comma behind a pair, which may stand below comments. */
const commaAfter = (page: Page, pair: Pair): number | null => {
  const blank = /(?:\s|#[^\n]*)*/y;
  blank.lastIndex = endOf(page, pair);
  blank.test(page.text);
  return page.text[blank.lastIndex] === ',' ? blank.lastIndex : null;
};
