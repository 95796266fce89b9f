// What a provider really changed, by real pages from the folder that COUNTERSIGN_CORPUS names; nothing of them is kept here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffModels } from '../../src/drift/diff-models.ts';
import { measureOf } from '../../src/drift/likeness/likeness.ts';
import type { Model } from '../../src/model/model.ts';
import { modelDiff } from '../../src/model/model-diff.ts';
import { importPage, readModel } from '../../src/read/index.ts';
import { corpus, namesFrom, told } from '../read/support.ts';

const here = (path: string) => ({
  name: path,
  bytes: readFileSync(new URL(`../../${path}`, import.meta.url)),
});
const names = namesFrom(here('data/names/ibm.names.yaml'));

const read = (day: string, previous: Model | null = null): Model =>
  readPage(`ibm-code-engine-${day}.md`, previous);
const readPage = (name: string, previous: Model | null = null): Model => {
  const file = { name, bytes: readFileSync(join(corpus ?? '', name)) };
  const { value, diagnostics } = importPage(file, { id: null, names, previous });
  if (value === null) throw new Error(told(diagnostics).join());
  return value;
};
const bundled = (): Model => {
  const { value } = readModel(here('data/models/ibm-code-engine.model.yaml'));
  if (value === null) throw new Error('the bundled model must be read');
  return value;
};
const ids = ({ areas }: Model): readonly string[] =>
  areas.flatMap(({ resources }) =>
    resources.flatMap((one) => [...one.provider, ...one.customer].map(({ id }) => id)),
  );
const summary = (before: Model, after: Model) => {
  const diff = diffModels(before, after);
  modelDiff.parse(diff);
  return {
    matched: diff.matched,
    material: diff.material,
    unchanged: diff.unchanged,
    duties: diff.duties.map(({ kind, id }) => `${kind} ${id}`),
    places: diff.places.map(({ kind, code }) => `${kind} ${code}`),
    scopes: diff.scopes.map(({ area, part, material }) => `${area} ${part} ${material}`),
  };
};

describe.skipIf(corpus === null)('real history (skipped unless COUNTERSIGN_CORPUS names its folder)', () => {
  it('the rewrite of the markup of every cell changes nothing', () => {
    const before = read('2021-09-16');
    for (const after of [read('2021-10-01', before), read('2021-10-01')])
      expect(summary(before, after)).toEqual({
        matched: 'ids',
        material: 0,
        unchanged: 37,
        duties: [],
        places: [],
        scopes: [],
      });
  });

  it('four years change three names of products, one duty is new, and a hyphen goes', () => {
    const before = read('2021-10-01');
    const after = read('2025-06-11', before);
    expect(ids(after).filter((id) => !ids(before).includes(id))).toEqual(['SRC-01-C4']);
    expect(summary(before, after)).toEqual({
      matched: 'ids',
      material: 4,
      unchanged: 34,
      duties: ['reworded IOM-02-P1', 'reworded IAM-02-P1', 'reworded IAM-02-C1', 'added SRC-01-C4'],
      places: [],
      scopes: ['IOM shared false'],
    });
    expect(summary(before, read('2025-06-11'))).toEqual(summary(before, after));
  });

  it('the last revision adds eleven duties and changes the scope of one area, and all ids before are kept', () => {
    const before = read('2025-06-11');
    const after = read('2025-12-02', before);
    expect(ids(after).filter((id) => ids(before).includes(id))).toEqual(ids(before));
    expect(summary(before, after)).toEqual({
      matched: 'ids',
      material: 12,
      unchanged: 38,
      duties: [1, 2, 3, 4, 5, 6]
        .map((number) => `added SRC-03-P${number}`)
        .concat([1, 2, 3, 4, 5].map((number) => `added SRC-03-C${number}`)),
      places: ['added SRC-03'],
      scopes: ['SRC customer true'],
    });
    const [scope] = diffModels(before, after).scopes;
    expect(scope?.words?.map(({ kind }) => kind)).toEqual(['same', 'out', 'in']);
  });

  it('a model in our words is the page, one for one, and the page imported after it has its ids', () => {
    const page = read('2025-12-02');
    const nothing = { matched: 'ids', material: 0, unchanged: 49, duties: [], places: [], scopes: [] };
    expect(summary(bundled(), page)).toEqual({ ...nothing, places: [] });
    const after = read('2025-12-02', bundled());
    expect(ids(after)).toEqual(ids(bundled()));
    expect(after.retired).toEqual([]);
  });

  it('the earlier page after the model in our words keeps what its digests say, and no more than that', () => {
    const earlier = read('2025-06-11', bundled());
    expect(ids(earlier)).toEqual(ids(bundled()).filter((id) => !id.startsWith('SRC-03')));
    expect(earlier.retired).toHaveLength(11);
  });

  it.each(['2021-09-16', '2021-10-01', '2025-06-11', '2025-12-02'])(
    '%s imported twice changes nothing',
    (day) => {
      const first = read(day);
      expect(read(day, first)).toEqual(first);
    },
  );

  it.each([
    'ibm-code-engine-2021-09-16',
    'ibm-code-engine-2025-12-02',
    'apiconnect',
    'event-notifications',
    'key-protect',
    'monitoring',
    'openshift',
    'secrets-manager',
  ])('different duties of one cell of %s are far from being taken for one another', (name) => {
    const { areas } = readPage(`${name}.md`);
    const cells = areas.flatMap(({ resources }) => resources.flatMap((one) => [one.provider, one.customer]));
    const measure = measureOf(cells.flat().map(({ text }) => text));
    const pairs = cells.flatMap((cell) =>
      cell.flatMap((one, index) => cell.slice(index + 1).map((other) => measure(one.text, other.text).dice)),
    );
    expect(Math.max(0, ...pairs)).toBeLessThan(0.55);
  });
});
