// What is told of each kind of change, one by one.
import { describe, expect, it } from 'vitest';
import { diffModels } from '../../src/drift/diff-models.ts';
import type { Model } from '../../src/model/model.ts';
import { changesIn, digestOf, modelOf, type Sketch } from './support.ts';

const LAMPS: Sketch = {
  'Lamp care': {
    Oil: {
      p: ['Fill the lamps with oil.', 'Clean the oil tank each spring.'],
      c: ['Switch on what you need.'],
    },
    Glass: { c: ['Polish the glass until it shines.'] },
  },
};
const cell = (p: readonly string[], c: readonly string[] = ['Switch on what you need.']): Sketch => ({
  'Lamp care': { Oil: { p, c }, Glass: { c: ['Polish the glass until it shines.'] } },
});
const [FILL, CLEAN] = ['Fill the lamps with oil.', 'Clean the oil tank each spring.'];
const later = (sketch: Sketch, more: Partial<Model> = {}): Model =>
  modelOf(sketch, { revision: '2026-06-30', ...more });
const told = (before: Model, after: Model) => {
  const { material, unchanged, matched, places, ...diff } = diffModels(before, after);
  return {
    material,
    unchanged,
    matched,
    places: places.map(({ kind, code }) => `${kind} ${code}`),
    duties: changesIn({ material, unchanged, matched, places, ...diff }),
  };
};
const quiet = { matched: 'ids', places: [] };
const before = modelOf(LAMPS);

describe('duties', () => {
  it('of a model held against itself have not changed', () => {
    expect(told(before, before)).toEqual({ ...quiet, material: 0, unchanged: 4, duties: [] });
  });

  it.each([
    ['the name behind a key', ['Fill the lamps with Oil.|{{lamps}}', CLEAN]],
    ['punctuation and case', ['fill the lamps, with oil', CLEAN]],
    ['white space', ['Fill the  lamps with oil.', CLEAN]],
    ['a key for another with the same name', [`${FILL}|{{other_key}}`, CLEAN]],
  ])('are editorial: %s', (_, p) => {
    expect(told(before, later(cell(p.map((one) => one ?? ''))))).toEqual({
      ...quiet,
      material: 0,
      unchanged: 3,
      duties: ['editorial A-01-P1'],
    });
  });

  it('are editorial where the provider wrote the same and a name is shown otherwise, and only then', () => {
    const tank = `Clean the oil store each spring.|${CLEAN}`;
    expect(told(before, later(cell([FILL ?? '', tank])))).toMatchObject({
      material: 0,
      duties: ['editorial A-01-P2'],
    });
    const ours = (sketch: Sketch): Model => later(sketch, { text: 'paraphrase' });
    expect(told(ours(LAMPS), ours(cell([FILL ?? '', tank])))).toMatchObject({ unchanged: 4, duties: [] });
  });

  it('are reworded, with the words that go and come', () => {
    const diff = diffModels(before, later(cell(['Fill the lamps with paraffin.', CLEAN ?? ''])));
    expect(diff).toMatchObject({ material: 1, unchanged: 3 });
    expect(diff.duties).toEqual([
      {
        kind: 'reworded',
        id: 'A-01-P1',
        party: 'provider',
        before: { line: 2, text: FILL, digest: digestOf(FILL ?? '') },
        after: {
          line: 2,
          text: 'Fill the lamps with paraffin.',
          digest: digestOf('Fill the lamps with paraffin.'),
        },
        words: [
          { kind: 'same', text: 'Fill the lamps with' },
          { kind: 'out', text: 'oil.' },
          { kind: 'in', text: 'paraffin.' },
        ],
      },
    ]);
  });

  it('come and go', () => {
    const fewer = modelOf(cell([FILL ?? '']));
    expect(told(fewer, later(LAMPS))).toEqual({
      ...quiet,
      material: 1,
      unchanged: 3,
      duties: ['added A-01-P2'],
    });
    expect(
      told(before, later(cell([FILL ?? '']), { retired: [{ id: 'A-01-P2', revision: '2026-06-30' }] })),
    ).toEqual({ ...quiet, material: 1, unchanged: 3, duties: ['removed A-01-P2'] });
  });

  it('move to the other party, as they stand or nearly so, and to other rows', () => {
    const moved = later(cell([FILL ?? ''], ['Switch on what you need.', 'Clean the oil tank each spring!']), {
      retired: [{ id: 'A-01-P2', revision: '2026-06-30' }],
    });
    expect(told(before, moved)).toMatchObject({
      material: 1,
      unchanged: 3,
      duties: ['moved A-01-C2 < A-01-P2'],
    });
    const row = later(
      {
        'Lamp care': {
          Oil: { p: [FILL ?? ''], c: ['Switch on what you need.'] },
          Glass: { p: [CLEAN ?? ''], c: ['Polish the glass until it shines.'] },
        },
      },
      { retired: [{ id: 'A-01-P2', revision: '2026-06-30' }] },
    );
    expect(told(before, row)).toMatchObject({
      material: 1,
      unchanged: 3,
      duties: ['moved A-02-P1 < A-01-P2'],
    });
  });

  it('that say next to nothing do not move to other rows', () => {
    const was = modelOf({ A: { One: { p: ['Configure'] }, Two: { c: ['Light the big lamp.'] } } });
    const now = later({
      A: { One: { c: ['Name it.'] }, Two: { p: ['Configure'], c: ['Light the big lamp.'] } },
    });
    expect(told(was, now).duties).toEqual(['removed A-01-P1', 'added A-01-C1', 'added A-02-P1']);
  });
});

describe('ids', () => {
  it('are trusted where one model carries on the other, however far a text has come', () => {
    const rewritten = later(cell(['See that no light fails at night.', CLEAN ?? '']));
    expect(told(before, rewritten)).toMatchObject({ matched: 'ids', duties: ['reworded A-01-P1'] });
  });

  it('are not where the two were imported apart: then what duties say counts, and it is told', () => {
    const apart = later(cell(['Order new oil in time.', FILL ?? '', CLEAN ?? '']));
    expect(told(before, apart)).toEqual({
      matched: 'wording',
      material: 1,
      unchanged: 4,
      places: [],
      duties: ['added A-01-P1'],
    });
    expect(told(apart, before)).toEqual({
      matched: 'wording',
      material: 1,
      unchanged: 4,
      places: [],
      duties: ['removed A-01-P1'],
    });
  });

  it('may be lost and given anew, which is told as a move', () => {
    const back: Model = later(LAMPS, { retired: [{ id: 'A-01-P2', revision: '2026-05-31' }] });
    const renumbered = JSON.parse(JSON.stringify(back).replace('"A-01-P2","line"', '"A-01-P3","line"'));
    expect(told(before, renumbered)).toMatchObject({
      matched: 'ids',
      material: 1,
      unchanged: 3,
      duties: ['moved A-01-P3 < A-01-P2'],
    });
  });
});

describe('models of which one is in our words', () => {
  const ours = (sketch: Sketch): Model => later(sketch, { text: 'paraphrase' });

  it('are one where the digests are', () => {
    const said = cell([`Keep lamps filled.|${FILL}`, `Tank cleaning.|${CLEAN}`]);
    expect(told(before, ours(said))).toEqual({ ...quiet, material: 0, unchanged: 4, duties: [] });
  });

  it('are reworded where a digest is another, and no words are compared', () => {
    const diff = diffModels(before, ours(cell([`Keep lamps filled.|${FILL}`, 'Tank cleaning.|other'])));
    expect(diff.duties).toMatchObject([{ kind: 'reworded', id: 'A-01-P2', words: null }]);
  });
});

describe('areas and resources', () => {
  it('come, go and are called otherwise', () => {
    const now = later({
      'Lamp care': {
        'Oil and fuel': LAMPS['Lamp care']?.Oil ?? {},
        Glass: LAMPS['Lamp care']?.Glass ?? {},
        Wick: { p: ['Cut each wick to its length.'] },
      },
      'Care of ships': { Harbour: { p: ['Tell ships where the harbour is.'] } },
    });
    expect(told(before, now).places).toEqual(['added B', 'renamed A-01', 'added A-03', 'added B-01']);
    expect(told(now, before).places).toEqual(['removed B', 'renamed A-01', 'removed A-03', 'removed B-01']);
  });

  it('are given to somebody else, in a matrix and by letters', () => {
    const held = (
      allocation: 'provider' | 'customer',
      raci?: { provider: string; customer: string },
    ): Model => {
      const model = modelOf({ Lamps: { Oil: raci ? { p: ['Fill the lamps with oil.'] } : {} } });
      return {
        ...model,
        areas: model.areas.map((area) => ({
          ...area,
          resources: area.resources.map((one) => ({ ...one, allocation, ...(raci ? { raci } : {}) })),
        })),
      };
    };
    expect(told(held('provider'), held('customer'))).toMatchObject({
      material: 1,
      places: ['reallocated A-01'],
    });
    const [was, now] = [
      { provider: 'RA', customer: 'C' },
      { provider: 'AR', customer: 'I' },
    ];
    expect(told(held('provider', was), held('provider', now))).toMatchObject({
      material: 1,
      places: ['reallocated A-01'],
    });
    expect(told(held('provider', was), held('provider', { provider: 'AR', customer: 'C' }))).toMatchObject({
      material: 0,
      places: [],
    });
  });

  it('without duties are material when they come or go', () => {
    const now = later({ 'Lamp care': { ...LAMPS['Lamp care'], Wick: {} } });
    expect(told(before, now)).toMatchObject({ material: 1, places: ['added A-03'], duties: [] });
  });
});
