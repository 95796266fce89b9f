// The answers of one service moved to another revision: comments made true, reasons put above answers, new duties put in their places.
// No answer is touched.
import type { Area, Duty, Model, Resource } from '../../model/model.ts';
import { comment } from '../comment.ts';
import { dutyNote, resourceNote, serviceNote } from '../duty-lines.ts';
import { columnOf } from '../yaml/lines.ts';
import { endOf, isFlow, type Mapping, type Page, type Pair, pairsOf } from '../yaml/place.ts';
import type { Splice } from '../yaml/splice.ts';
import { gapAbove, type Lines, noteIn } from './gap.ts';
import { reasonsFor } from './notes.ts';
import { customerDuties, type DutyOutcome, type Moving } from './outcomes.ts';
import { type PlacedKey, stubSplices } from './stubs.ts';

export type Answers = {
  readonly moving: Moving;
  readonly outcomes: readonly DutyOutcome[];
};

export const dutySplices = (page: Page, root: Mapping, answers: Answers): readonly Splice[] => {
  const duties = pairsOf(page, root).find(({ name }) => name === 'duties');
  if (duties === undefined) return [];
  const placed = keysIn(page, duties).find(({ pair }) => pair.name === answers.moving.after.id);
  if (placed === undefined) return [];
  const { pair: service, gap } = placed;
  if (isFlow(page, service)) return reasonsAbove(page, service, answers);
  const keys = keysIn(page, service);
  return [
    ...(isFlow(page, duties) ? [] : titleSplices(page, gap, answers.moving)),
    ...stubSplices(page, keys, answers),
    ...keys.flatMap((key) => keySplices(page, key, answers)),
  ];
};

const keysIn = (page: Page, above: Pair): readonly PlacedKey[] => {
  let end = (above.colon ?? above.key.end) + 1;
  return pairsOf(page, above).map((pair) => {
    const gap = gapAbove(page, pair, end);
    end = endOf(page, pair);
    return { pair, gap };
  });
};

/** The comment above the service that says its revision, as `init` wrote it. */
const titleSplices = (page: Page, gap: Lines, { before, after }: Moving): readonly Splice[] => {
  const text = serviceNote(before);
  return rewritten(
    page,
    noteIn(page, gap, { begins: /, revision /, text, exact: true }),
    serviceNote(after),
    {
      column: null,
    },
  );
};

const keySplices = (page: Page, { pair, gap }: PlacedKey, answers: Answers): readonly Splice[] => {
  const { moving, outcomes } = answers;
  const column = columnOf(page.text, pair.key.start);
  const reasons = reasonsFor(pair.name, outcomes, moving.after.revision).flatMap((one) =>
    comment(one, column),
  );
  return [
    ...headingSplices(page, gap, moving),
    ...wordingSplices(page, { pair, gap }, answers),
    ...above(gap, reasons),
  ];
};

const above = ({ end }: Lines, lines: readonly string[]): readonly Splice[] =>
  lines.length === 0 ? [] : [{ start: end, end, text: lines.map((line) => `\n${line}`).join('') }];

/** The comment with the duty's own words: written anew where words or line have changed, added where a new duty has none. */
const wordingSplices = (
  page: Page,
  { pair, gap }: PlacedKey,
  { moving, outcomes }: Answers,
): readonly Splice[] => {
  const [before, after] = [dutyIn(moving.before, pair.name), dutyIn(moving.after, pair.name)];
  if (after === null) return [];
  const opened = outcomes.some(({ kind, id }) => kind === 'opened' && id === pair.name);
  const text = before === null ? dutyNote(after) : dutyNote(before);
  const note = noteIn(page, gap, {
    begins: new RegExp(`^${pair.name} \\(line \\d+\\):`),
    text,
    exact: false,
  });
  const column = columnOf(page.text, pair.key.start);
  if (note === null) return opened ? above(gap, comment(dutyNote(after), column)) : [];
  return before !== null && text === dutyNote(after)
    ? []
    : rewritten(page, note, dutyNote(after), { column });
};

const dutyIn = (model: Model, id: string): Duty | null =>
  customerDuties(model).find(({ duty }) => duty.id === id)?.duty ?? null;

/** The comment above the first duty of a resource that is called otherwise now. */
const headingSplices = (page: Page, gap: Lines, { before, after }: Moving): readonly Splice[] => {
  const now = new Map(resourcesOf(after).map((one) => [one.code, one.note]));
  return resourcesOf(before).flatMap(({ code, note: text }) => {
    const fresh = now.get(code);
    if (fresh === undefined || fresh === text) return [];
    const note = noteIn(page, gap, { begins: /^---- /, text, exact: true });
    return rewritten(page, note, fresh, { column: null });
  });
};

const resourcesOf = ({ areas }: Model): readonly { readonly code: string; readonly note: string }[] =>
  areas.flatMap((area: Area) =>
    area.resources.map((one: Resource) => ({ code: one.code, note: resourceNote(area, one) })),
  );

/** `column` null: that of the comment itself. */
const rewritten = (
  page: Page,
  note: Lines | null,
  text: string,
  { column }: { readonly column: number | null },
): readonly Splice[] => {
  if (note === null) return [];
  const own = page.text.slice(note.start + 1, note.end).search(/[^ \t]/);
  const lines = comment(text, column ?? own);
  return [{ ...note, text: lines.map((line) => `\n${line}`).join('') }];
};

/** Within brackets comments have no line of their own, so that all stand above the line on which the brackets open. */
const reasonsAbove = (page: Page, service: Pair, { moving, outcomes }: Answers): readonly Splice[] => {
  const column = /^ */.exec(page.text.slice(service.block, service.block + 400))?.[0].length ?? 0;
  const opened = new Map(outcomes.flatMap((one) => (one.kind === 'opened' ? [[one.id, one.after]] : [])));
  const lines = pairsOf(page, service).flatMap(({ name }) => {
    const after = opened.get(name);
    return [
      ...(after === undefined ? [] : comment(dutyNote({ id: name, ...after }), column)),
      ...reasonsFor(name, outcomes, moving.after.revision).flatMap((one) =>
        comment(`${name}: ${one}`, column),
      ),
    ];
  });
  return above({ start: service.block - 1, end: service.block - 1 }, lines);
};
