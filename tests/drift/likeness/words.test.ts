// What counts as the same text, and what never does.
import { describe, expect, it } from 'vitest';
import { saysTheSame, stemOf, wordsOf } from '../../../src/drift/likeness/words.ts';

describe('words', () => {
  it('are without case and marks, and numbers keep what makes them numbers', () => {
    expect(wordsOf('Use “TLS 1.3”, v1.0 or later (e.g. 24/7): -5 °C, 10%!')).toEqual([
      'use',
      'tls',
      '1.3',
      'v1.0',
      'or',
      'later',
      'e',
      'g',
      '24/7',
      '-5',
      '°',
      'c',
      '10',
      '%',
    ]);
  });

  it.each([
    ['Provides', 'Provide'],
    ['Encrypting', 'encrypted'],
    ['policies', 'policy'],
    ['scaling', 'scale'],
  ])('%s and %s have one stem', (one, other) => {
    expect(stemOf(one.toLowerCase())).toBe(stemOf(other.toLowerCase()));
  });

  it.each([
    ['access', 'acces'],
    ['logging', 'login'],
    ['data', 'date'],
  ])('%s and %s have not', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('texts that say the same', () => {
  it.each([
    ['Set-up the lamp.', 'Setup the lamp'],
    ['set up the lamp', 'Set up   the  lamp;'],
    ['The “clear” signal — always', 'the "clear" signal - always'],
    ['Lantern® of Nimbus™', 'Lantern of Nimbus'],
    ['', '...'],
  ])('%j, %j', (one, other) => {
    expect(saysTheSame(one, other)).toBe(true);
  });

  it.each([
    ['Keep 1.5 litres', 'Keep 15 litres'],
    ['Keep 1 5 litres', 'Keep 15 litres'],
    ['Keep 10 20', 'Keep 10-20'],
    ['Below -5 degrees', 'Below 5 degrees'],
    ['Below .5 degrees', 'Below 5 degrees'],
    ['Up to 10%', 'Up to 10'],
    ['Lamps > 5', 'Lamps < 5'],
    ['Written in C#', 'Written in C'],
    ['Do not light', 'Do light'],
    ['Pay $5', 'Pay €5'],
  ])('%j is not %j', (one, other) => {
    expect(saysTheSame(one, other)).toBe(false);
  });

  it('are told in no time, however long they are', () => {
    const long = 'fill lamp 7 '.repeat(200_000);
    expect(saysTheSame(long, `${long}!`)).toBe(true);
    expect(saysTheSame('7'.repeat(300_000), `${'7.'.repeat(100_000)}-`)).toBe(false);
  });
});
