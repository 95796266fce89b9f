// Random edits of a page are told as what they are, whether ids were carried over or not; and nothing is lost in counting.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffModels } from '../../src/drift/diff-models.ts';
import type { Model } from '../../src/model/model.ts';
import type { ModelDiff } from '../../src/model/model-diff.ts';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom } from '../read/support.ts';
import { dutiesOf } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));

type Row = { readonly title: string; readonly p: readonly string[]; readonly c: readonly string[] };
const page = (areas: readonly (readonly Row[])[]): string =>
  `---\nlastupdated: "2026-03-31"\n---\n# T\n${areas.map((rows, index) => `## Area ${'abcdef'.charAt(index)}\n\n| Task | Nimbus | You |\n|---|---|---|\n${rows.map(({ title, p, c }) => `| ${title} | ${bullets(p)} | ${bullets(c)} |`).join('\n')}\n`).join('\n')}`;
const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join(' \\n ');

const read = (areas: readonly (readonly Row[])[], previous: Model | null = null): Model => {
  const { value } = importPage(fileOf(page(areas)), { id: 'lantern', names, previous });
  if (value === null) throw new Error('the page must import');
  return value;
};

/** Each duty has words of its own, as duties of real pages have. */
const duty = (number: number): string =>
  `Verb${number}a the noun${number}b of thing${number}c and of matter${number}d.`;

const sizes = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 3 },
);
const pages = sizes.map((areas): readonly (readonly Row[])[] => {
  let next = 0;
  const some = (count: number): string[] => Array.from({ length: count }, () => duty(next++));
  return areas.map((rows, a) =>
    rows.map(([p, c], r) => ({ title: `Row ${a} ${r}`, p: some(p), c: some(c) })),
  );
});

const EDITS = {
  none: (text: string) => text,
  editorial: (text: string) => text.replace(' and of', ', and of'),
  reworded: (text: string) => text.replace(' and of', ' or never of'),
  removed: () => null,
} as const satisfies Record<string, (text: string) => string | null>;
const edit = fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[]));

const counts = (diff: ModelDiff): Record<string, number> => {
  const all: Record<string, number> = {
    none: diff.unchanged,
    editorial: 0,
    reworded: 0,
    removed: 0,
    added: 0,
    moved: 0,
  };
  for (const { kind } of diff.duties) all[kind] = (all[kind] ?? 0) + 1;
  return all;
};

const addsUp = (diff: ModelDiff, before: Model, after: Model): void => {
  const { none = 0, editorial = 0, reworded = 0, removed = 0, added = 0, moved = 0 } = counts(diff);
  expect(none + editorial + reworded + removed + moved).toBe(dutiesOf(before).length);
  expect(none + editorial + reworded + added + moved).toBe(dutiesOf(after).length);
};

describe('a page', () => {
  it('imported again, with or without the model before, has not changed', () => {
    fc.assert(
      fc.property(pages, (areas) => {
        const first = read(areas);
        expect(read(areas, first)).toEqual(first);
        expect(diffModels(first, first)).toMatchObject({
          material: 0,
          duties: [],
          places: [],
          scopes: [],
          matched: 'ids',
        });
      }),
      { numRuns: 40 },
    );
  });

  it('edited at random is told as it was edited, and ids stay with their duties', () => {
    const edited = pages.chain((areas) =>
      fc.tuple(
        fc.constant(areas),
        fc.infiniteStream<keyof typeof EDITS>(edit),
        fc.array(fc.nat(), { maxLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(edited, ([areas, edits, additions]) => {
        const done: Record<string, number> = {
          none: 0,
          editorial: 0,
          reworded: 0,
          removed: 0,
          added: 0,
          moved: 0,
        };
        const change = (texts: readonly string[]): string[] =>
          texts.flatMap((text, index) => {
            // A cell keeps its first duty, so that its row stays.
            const kind: keyof typeof EDITS = index === 0 ? 'none' : (edits.next().value ?? 'none');
            done[kind] = (done[kind] ?? 0) + 1;
            return EDITS[kind](text) ?? [];
          });
        const now = areas.map((rows) =>
          rows.map(({ title, p, c }) => ({ title, p: change(p), c: change(c) })),
        );
        additions.forEach((at, index) => {
          const row = now[at % now.length]?.[0];
          row?.p.splice(at % (row.p.length + 1), 0, duty(1000 + index));
          done.added = (done.added ?? 0) + 1;
        });
        const before = read(areas);
        const after = read(now, before);
        const diff = diffModels(before, after);
        expect(counts(diff)).toEqual(done);
        addsUp(diff, before, after);
        // Without carried ids, a number that one duty has left and another has taken is a rewording.
        const apart = diffModels(before, read(now));
        const { none, editorial, moved } = done;
        expect(counts(apart)).toMatchObject({ none, editorial, moved });
        addsUp(apart, before, read(now));
        expect(diff.matched).toBe('ids');
      }),
      { numRuns: 60 },
    );
  });

  it('with duties handed to the other party tells each as moved', () => {
    const handed = pages.chain((areas) => fc.tuple(fc.constant(areas), fc.infiniteStream(fc.boolean())));
    fc.assert(
      fc.property(handed, ([areas, stays]) => {
        let moved = 0;
        const now = areas.map((rows) =>
          rows.map(({ title, p, c }) => {
            const gone = p.filter((_, index) => index > 0 && stays.next().value === false);
            moved += gone.length;
            return { title, p: p.filter((text) => !gone.includes(text)), c: [...c, ...gone] };
          }),
        );
        const before = read(areas);
        const diff = diffModels(before, read(now, before));
        expect(counts(diff)).toMatchObject({ moved, added: 0, removed: 0, reworded: 0 });
        expect(diff.material).toBe(moved);
      }),
      { numRuns: 40 },
    );
  });

  it('held against any other adds up all the same', () => {
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const [before, after] = [
          read(one),
          read(other.map((rows) => rows.map((row) => ({ ...row, p: [...row.p].reverse() })))),
        ];
        addsUp(diffModels(before, after), before, after);
        const carried = read(other, before);
        addsUp(diffModels(before, carried), before, carried);
        addsUp(diffModels(carried, before), carried, before);
      }),
      { numRuns: 40 },
    );
  });
});
