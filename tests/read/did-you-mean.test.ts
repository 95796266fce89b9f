// The guess at what was meant is near, or there is none.
import { expect, it } from 'vitest';
import { nearest } from '../../src/nearest.ts';
import { didYouMean } from '../../src/read/did-you-mean.ts';

it.each([
  ['implmented', 'implemented'],
  ['implemetned', 'implemented'],
  ['Implemented', 'implemented'],
  ['not-aplicable', 'not-applicable'],
  ['plan', null],
  ['xyz', null],
  ['', null],
])('%s: %s', (word, expected) => {
  expect(nearest(word, ['implemented', 'partial', 'planned', 'not-applicable'])).toBe(expected);
});

it('counts a swap of neighbours as one change, so that the first of two equals wins', () => {
  expect(nearest('EV-10', ['EV-02', 'EV-01', 'EV-11'])).toBe('EV-01');
});

it('says nothing when it has no guess', () => {
  expect(didYouMean('xyz', ['implemented'])).toBe('');
  expect(didYouMean('a', [])).toBe('');
});
