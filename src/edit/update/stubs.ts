// New duties put where the model has them: behind the duty before them of their resource, or under a heading of their own.
import type { Area, Model, Resource } from '../../model/model.ts';
import { comment } from '../comment.ts';
import { blankDuty, resourceNote } from '../duty-lines.ts';
import { columnOf } from '../yaml/lines.ts';
import type { Page, Pair } from '../yaml/place.ts';
import type { Splice } from '../yaml/splice.ts';
import { endOfLines, type Lines, noteIn, touching } from './gap.ts';
import { reasonsFor } from './notes.ts';
import type { DutyOutcome, Moving } from './outcomes.ts';

/** A key of the file with the lines between it and the one before. */
export type PlacedKey = { readonly pair: Pair; readonly gap: Lines };

/** `keys` are those of the service, in the order of the file; where there is none, there is no place for others either. */
export const stubSplices = (
  page: Page,
  keys: readonly PlacedKey[],
  { moving, outcomes }: { readonly moving: Moving; readonly outcomes: readonly DutyOutcome[] },
): readonly Splice[] => {
  const first = keys[0];
  if (first === undefined) return [];
  const column = columnOf(page.text, first.pair.key.start);
  const there = new Map(keys.map((key) => [key.pair.name, key]));
  const opened = new Set(
    outcomes.flatMap(({ kind, id }) => (kind === 'opened' && !there.has(id) ? [id] : [])),
  );
  const places = resourcesOf(moving.after);
  return places.flatMap((place, index): readonly Splice[] => {
    const runs = runsOf(place.resource, opened, there);
    return runs.map(({ before, ids, after }) => {
      const lines = place.resource.customer
        .filter(({ id }) => ids.includes(id))
        .flatMap((duty) =>
          blankDuty(duty, column, page.step, reasonsFor(duty.id, outcomes, moving.after.revision)),
        );
      const own = before ?? after;
      const heading = ['', ...comment(resourceNote(place.area, place.resource), column)];
      const at =
        own === null
          ? atResource(page, places.slice(0, index), there, first)
          : before === null
            ? aboveKey(page, own, place.resource.code)
            : endOfLines(page, before.pair);
      return splice(at, own === null ? [...heading, ...lines] : lines);
    });
  });
};

type Place = { readonly area: Area; readonly resource: Resource };

const resourcesOf = ({ areas }: Model): readonly Place[] =>
  areas.flatMap((area) => area.resources.map((resource) => ({ area, resource })));

const splice = (at: number, lines: readonly string[]): Splice => ({
  start: at,
  end: at,
  text: lines.map((line) => `\n${line}`).join(''),
});

/** New duties that follow one another, between two keys of their resource that the file has. */
type Run = {
  readonly before: PlacedKey | null;
  readonly ids: readonly string[];
  readonly after: PlacedKey | null;
};

const runsOf = (
  { code, customer }: Resource,
  opened: ReadonlySet<string>,
  there: ReadonlyMap<string, PlacedKey>,
): readonly Run[] => {
  const runs: { before: PlacedKey | null; ids: string[]; after: PlacedKey | null }[] = [];
  let [before, open]: [PlacedKey | null, boolean] = [there.get(code) ?? null, false];
  for (const { id } of customer) {
    const key = there.get(id);
    if (key !== undefined) {
      if (open) for (const run of runs.slice(-1)) run.after = key;
      [before, open] = [key, false];
    } else if (opened.has(id)) {
      if (!open) runs.push({ before, ids: [], after: null });
      runs.at(-1)?.ids.push(id);
      open = true;
    }
  }
  return runs;
};

/** Above a key and the comments that are its own, below the heading of its resource. */
const aboveKey = (page: Page, { pair, gap }: PlacedKey, code: string): number => {
  const sought = { text: '', exact: false };
  const wording = noteIn(page, gap, { ...sought, begins: new RegExp(`^${pair.name} \\(line \\d+\\):`) });
  const heading = noteIn(page, gap, { ...sought, begins: new RegExp(`^---- .*\\(${code}\\) ----$`) });
  return wording?.start ?? Math.max(heading?.end ?? 0, touching(page, gap));
};

/** Behind the last key of the resources before, or above all others. */
const atResource = (
  page: Page,
  before: readonly Place[],
  there: ReadonlyMap<string, PlacedKey>,
  first: PlacedKey,
): number => {
  const keys = before.flatMap(({ resource }) => [resource.code, ...resource.customer.map(({ id }) => id)]);
  const last = keys.flatMap((key) => there.get(key) ?? []).at(-1);
  return last === undefined ? first.gap.start : endOfLines(page, last.pair);
};
