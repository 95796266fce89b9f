// Pieces put together again are the two texts, and say no more changed than did.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordPieces } from '../../src/drift/word-pieces.ts';

const shown = (before: string, after: string): string =>
  wordPieces(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'out' ? `[-${text}-]` : `{+${text}+}`))
    .join(' ');
const words = fc.array(fc.constantFrom('fill', 'the', 'lamp', 'with', 'oil', 'wick', 'daily'), {
  maxLength: 25,
});

/** The longest run of words that both have in order, by the textbook's table. */
const longestCommon = (one: readonly string[], other: readonly string[]): number => {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    other.forEach((theirs, j) => {
      next.push(word === theirs ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row[other.length] ?? 0;
};

describe('word pieces', () => {
  it.each([
    ['fill the lamp', 'fill the lamp', 'fill the lamp'],
    ['fill the lamp', 'fill each lamp', 'fill [-the-] {+each+} lamp'],
    ['fill the lamp', 'do not fill the lamp', '{+do not+} fill the lamp'],
    ['keep it for 30 days', 'keep it for 90 days', 'keep it for [-30-] {+90+} days'],
    ['fill lamps', 'trim wicks', '[-fill lamps-] {+trim wicks+}'],
    ['fill all of them', 'trim one of those', '[-fill all of them-] {+trim one of those+}'],
    ['', 'fill', '{+fill+}'],
  ])('%j, %j', (before, after, pieces) => {
    expect(shown(before, after)).toBe(pieces);
  });

  it('are the text before without what comes, and the text after without what goes', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const pieces = wordPieces(one.join(' '), other.join('  '));
        const without = (kind: string): string =>
          pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join(' ');
        expect(without('in')).toBe(one.join(' '));
        expect(without('out')).toBe(other.join(' '));
        expect(pieces.every(({ text }) => text !== '')).toBe(true);
      }),
    );
  });

  it('keep as many words as can be kept, but for short ones alone between changes', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const long = (all: string[]): string[] => all.map((word) => `${word}-long`);
        const same = wordPieces(long(one).join(' '), long(other).join(' '))
          .filter(({ kind }) => kind === 'same')
          .flatMap(({ text }) => text.split(' '));
        expect(same).toHaveLength(longestCommon(one, other));
      }),
    );
  });

  it('of two long texts that have nothing in common are two, in no time', () => {
    const long = (word: string): string =>
      Array.from({ length: 50_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordPieces(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['out', 'in']);
  });
});
