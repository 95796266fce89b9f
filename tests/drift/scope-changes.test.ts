// Introductions of areas, part by part.
import { expect, it } from 'vitest';
import { diffModels } from '../../src/drift/diff-models.ts';
import type { Model, Scope } from '../../src/model/model.ts';
import { digestOf, modelOf } from './support.ts';

const scoped = (
  parts: Omit<Scope, 'line' | 'digest'> | null,
  text: Model['text'] = 'verbatim',
  keyed?: string,
): Model => {
  const model = modelOf({ Lamps: { Oil: { p: ['Fill the lamps with oil.'] } } }, { text });
  const scope =
    parts === null ? {} : { scope: { line: 3, ...parts, digest: digestOf(keyed ?? JSON.stringify(parts)) } };
  return { ...model, areas: model.areas.map((area) => ({ ...area, ...scope })) };
};
const shared = 'You and Nimbus share responsibilities for lamps.';
const customer = 'You are responsible for ships.';
const told = (before: Model, after: Model): readonly string[] => {
  const { scopes, material } = diffModels(before, after);
  return [
    ...scopes.map((one) => `${one.part} ${one.material} ${one.words === null ? 'no words' : 'words'}`),
    String(material),
  ];
};

it('each part that changes is told, and the area counts once', () => {
  const before = scoped({ shared, customer });
  expect(told(before, before)).toEqual(['0']);
  expect(told(before, scoped({ shared, customer: 'You are responsible for ships and boats.' }))).toEqual([
    'customer true words',
    '1',
  ]);
  expect(told(before, scoped({ customer: `${customer} ${shared}` }))).toEqual([
    'shared true no words',
    'customer true words',
    '1',
  ]);
  expect(
    told(before, scoped({ shared: 'You, and Nimbus, share responsibilities for lamps', customer })),
  ).toEqual(['shared false words', '0']);
});

it('a key for another with the same name is no change', () => {
  expect(told(scoped({ shared }, 'verbatim', 'a'), scoped({ shared }, 'verbatim', 'b'))).toEqual(['0']);
});

it('an introduction that comes or goes is one', () => {
  expect(told(scoped(null), scoped({ shared }))).toEqual(['shared true no words', '1']);
  expect(told(scoped({ shared }), scoped(null))).toEqual(['shared true no words', '1']);
});

it('in our words the digest tells, and any part may be what changed', () => {
  const ours = scoped({ shared: 'Lamps are a joint task.' }, 'paraphrase', 'page');
  expect(told(scoped({ shared }, 'verbatim', 'page'), ours)).toEqual(['0']);
  expect(told(scoped({ shared, customer }, 'verbatim', 'page before'), ours)).toEqual([
    'shared true no words',
    'customer true no words',
    '1',
  ]);
  expect(told(scoped({ shared: 'Lamps are a joint task.' }, 'paraphrase', 'page before'), ours)).toEqual([
    'shared true no words',
    '1',
  ]);
});
