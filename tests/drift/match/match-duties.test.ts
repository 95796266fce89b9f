// Which duty is which one before: rewordings as providers make them, and pairs made to mislead.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../src/drift/likeness/likeness.ts';
import { matchDuties } from '../../../src/drift/match/match-duties.ts';
import { digestOf } from '../support.ts';

/** What else stands on the page, so that words have something to be rare among. */
const REST = [
  'Trim each wick daily and report worn ones.',
  'Provide oil of the grade that the lamp needs.',
  'Maintain the stairs and the railing of the tower.',
  'Report ships in distress to the harbour.',
  'Encrypt the log of signals with keys of the harbour.',
  'Review who has a key of the tower.',
];

const matched = (before: readonly string[], after: readonly string[]): readonly (number | null)[] => {
  const said = (texts: readonly string[]) => texts.map((text) => ({ text, digest: digestOf(text) }));
  const measure = measureOf([...REST, ...REST, ...before, ...after]);
  return matchDuties(said(before), said(after), measure).map((match) => match?.before ?? null);
};

describe('a duty that is reworded', () => {
  it.each([
    [
      'a word replaced',
      'Update the tools, oil pump included, to the latest version.',
      'Update the tools, wick press included, to the latest version.',
    ],
    ['a number changed', 'Keep spare oil for 30 days.', 'Keep spare oil for 90 days.'],
    ['a negation added', 'Back up the log of signals.', 'Do not back up the log of signals.'],
    [
      'a sentence dropped',
      'Prepare the lamp for storms. See the guide on storms for how shutters are closed.',
      'Prepare the lamp for storms.',
    ],
    ['verbs in another form', 'Monitor and repair the lamps.', 'Nimbus monitors and repairs lamps.'],
    [
      'a name exchanged',
      'Send the events of the lamp to Nimbus Tracker.',
      'Send the events of the lamp to Nimbus Logs.',
    ],
    [
      'an ending put on, the rest in place',
      'Back up and recover data in the vault.',
      'Back up and recover lamp data, as well as the settings of your shutters.',
    ],
  ])('is the same: %s', (_, before, after) => {
    expect(matched([REST[0] ?? '', before], [REST[0] ?? '', after])).toEqual([0, 1]);
  });

  it.each([
    ['another thing at rest', 'Encrypt data at rest.', 'Encrypt data in transit.'],
    ['another object', 'Rotate keys.', 'Rotate certificates.'],
    ['nothing in common', 'Fill the lamp.', 'Audit the harbour.'],
    ['function words in common', 'It is for you to do in the tower.', 'It is for you to sign in the book.'],
  ])('is not the same: %s', (_, before, after) => {
    expect(matched([before], [after])).toEqual([null]);
  });
});

describe('duties that are hard to tell apart', () => {
  it('short and similar ones stay with their own words, wherever they go', () => {
    const [database, files] = ['Back up the database.', 'Back up the files.'];
    expect(matched([database, files], ['Back up the files daily.', 'Back up the database daily.'])).toEqual([
      1, 0,
    ]);
    expect(matched([database, files], ['Back up the files daily.'])).toEqual([1]);
    expect(matched([database], [files, 'Back up the database daily.'])).toEqual([null, 0]);
  });

  it('of a duty split in two, one half keeps the id', () => {
    const whole = 'Monitor the lamps of the tower and report worn wicks to the harbour.';
    const halves = ['Report worn wicks to the harbour.', 'Monitor the lamps of the tower.'];
    expect(matched([whole], halves).filter((one) => one !== null)).toEqual([0]);
    expect(matched(halves, [whole]).filter((one) => one !== null)).toHaveLength(1);
  });

  it('a twin has its own number: the first is the first', () => {
    expect(
      matched(['Fill the lamp.', 'Fill the lamp.'], ['Fill the lamp.', 'Fill the lamp.', 'Fill the lamp.']),
    ).toEqual([0, 1, null]);
  });

  it('what stands as it was is never given away to what is like it', () => {
    expect(
      matched(['Fill the lamp with oil.'], ['Fill the lamp with oil daily.', 'Fill the lamp with oil.']),
    ).toEqual([null, 0]);
  });
});

describe('without comparable words', () => {
  const cell = (...texts: string[]) => texts.map((text) => ({ text, digest: digestOf(text) }));
  const placed = (before: string[], after: string[]) =>
    matchDuties(cell(...before), cell(...after), null).map((match) => match?.before ?? null);

  it('only the one that is left in its place is the same', () => {
    expect(placed(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([0, 1, 2]);
    expect(placed(['a', 'b', 'c'], ['a', 'c', 'x'])).toEqual([0, 2, null]);
    expect(placed(['a', 'b', 'c'], ['a', 'x', 'y'])).toEqual([0, null, null]);
    expect(placed(['a', 'b', 'c', 'd'], ['a', 'x', 'c'])).toEqual([0, null, 2]);
    expect(placed(['a', 'b'], ['a', 'x', 'y'])).toEqual([0, null, null]);
  });
});

describe('whatever the words', () => {
  const word = fc.constantFrom(
    'fill',
    'trim',
    'report',
    'lamp',
    'wick',
    'oil',
    'not',
    '30',
    'tower',
    'the',
    'of',
  );
  const cell = fc.array(
    fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' ')),
    { maxLength: 8 },
  );

  it('nobody is taken twice, the same text is the same duty, and turned round it is the same matching', () => {
    fc.assert(
      fc.property(cell, cell, (before, after) => {
        const forth = matched(before, after);
        const back = matched(after, before);
        const taken = forth.filter((one) => one !== null);
        expect(new Set(taken).size).toBe(taken.length);
        expect(forth.map((old, now) => old === null || back[old] === now)).not.toContain(false);
        expect(matched(before, before)).toEqual(before.map((_, index) => index));
      }),
      { numRuns: 200 },
    );
  });
});
