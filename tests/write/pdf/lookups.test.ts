// Which layout rules may act on which glyphs: tables made by hand, for fonts with rules that look far are rare.

import { expect, test } from 'vitest';
import {
  type Processor,
  positionRules,
  type Rules,
  substitutionRules,
} from '../../../src/write/pdf/fonts/lookups.ts';

type Lookup = ReturnType<Processor['lookupsForFeatures']>[number]['lookup'];
type Table = Lookup['subTables'][number];

const on = (...glyphs: number[]): Table['coverage'] => ({ version: 1, glyphs });
const range = (start: number, end: number): Table['coverage'] => ({
  version: 2,
  rangeRecords: [{ start, end, startCoverageIndex: 0 }],
});
const NO_LIGATURES = { get: () => [] };
const table = (over: Partial<Table>): Table => ({
  version: 1,
  coverage: on(),
  markCoverage: on(),
  mark1Coverage: on(),
  ligatureSets: NO_LIGATURES,
  coverages: [],
  backtrackCoverage: [],
  inputCoverage: [],
  lookaheadCoverage: [],
  ...over,
});

const holding = (type: number, over: Partial<Table>, ignoreBaseGlyphs = false): Processor => {
  const flags = { flags: { ignoreBaseGlyphs, ignoreLigatures: false } };
  return {
    lookupsForFeatures: () => [{ lookup: { lookupType: type, flags, subTables: [table(over)] } }],
  };
};
const substitution = (type: number, over: Partial<Table>): Rules =>
  substitutionRules(holding(type, over), ['liga']);
const position = (type: number, over: Partial<Table>): Rules => positionRules(holding(type, over), ['kern']);

/** The glyphs from 1 to 5 that a rule may act on, alone and in pairs. */
function acting({ alone, pair }: Rules): string {
  const glyphs = [1, 2, 3, 4, 5];
  const pairs = glyphs.flatMap((a) => glyphs.flatMap((b) => (pair(a, b) ? [`${a}${b}`] : [])));
  return [...glyphs.filter(alone), ...pairs].join(' ');
}

test('what changes a glyph by itself acts on its coverage', () => {
  for (const type of [1, 2, 3]) expect(acting(substitution(type, { coverage: range(2, 3) }))).toBe('2 3');
  expect(acting(position(3, { coverage: on(4) }))).toBe('4');
  for (const type of [4, 5]) expect(acting(position(type, { markCoverage: on(4) }))).toBe('4');
  expect(acting(position(6, { mark1Coverage: on(5) }))).toBe('5');
});

test('a ligature acts on the two glyphs it begins with, however long it is', () => {
  const sets = [[{ components: [2, 3] }, { components: [4] }], [{ components: [] }]];
  const rules = substitution(4, { coverage: on(1, 5), ligatureSets: { get: (index) => sets[index] ?? [] } });
  expect(acting(rules)).toBe('5 12 14');
});

test('a rule in a context acts where its first two places can be', () => {
  const far = {
    version: 3,
    backtrackCoverage: [on(4)],
    inputCoverage: [on(1)],
    lookaheadCoverage: [on(2), on(3)],
  };
  for (const rules of [substitution(6, far), position(8, far)]) expect(acting(rules)).toBe('12');
  const inner = { version: 3, inputCoverage: [on(1), on(5)], lookaheadCoverage: [on(2)] };
  expect(acting(substitution(6, inner))).toBe('15');
  const back = { version: 3, backtrackCoverage: [on(4), on(5)], inputCoverage: [on(1)] };
  expect(acting(position(8, back))).toBe('41 51');
  expect(acting(substitution(6, { version: 3, inputCoverage: [on(1)] }))).toBe('1');
  expect(acting(substitution(5, { version: 3, coverages: [on(1), on(2)] }))).toBe('12');
  expect(acting(position(7, { version: 3, coverages: [on(3)] }))).toBe('3');
  const missing = { version: 3, inputCoverage: [on(1)], lookaheadCoverage: [null] };
  expect(acting(substitution(6, missing))).toBe('11 12 13 14 15');
  for (const version of [1, 2]) expect(acting(substitution(6, { version, coverage: on(3) }))).toBe('3');
});

test('adjustments of one glyph or a pair are left to be tried out; what is unknown acts everywhere', () => {
  for (const type of [1, 2]) expect(acting(position(type, { coverage: range(1, 5) }))).toBe('');
  const all = [1, 2, 3, 4, 5];
  const everything = [...all, ...all.flatMap((a) => all.map((b) => `${a}${b}`))].join(' ');
  expect(acting(substitution(8, {}))).toBe(everything);
  expect(acting(position(9, {}))).toBe(everything);
  expect(acting(positionRules(holding(2, {}, true), []))).toBe(everything);
});

test('an extension acts as the table inside it', () => {
  const inside = table({ coverage: on(2) });
  expect(acting(substitution(7, { lookupType: 1, extension: inside }))).toBe('2');
  expect(acting(position(9, { lookupType: 3, extension: inside }))).toBe('2');
});
