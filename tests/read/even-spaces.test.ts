// White space made even, just as a replacement of every run of it would make it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenSpaces } from '../../src/read/even-spaces.ts';

test('every run of white space is one space', () => {
  const piece = fc.constantFrom('a', 'word', ' ', '  ', '\n', '\t', '\u00a0', '\u2028', 'ü');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(evenSpaces(text)).toBe(text.replace(/\s+/g, ' '));
    }),
  );
});
