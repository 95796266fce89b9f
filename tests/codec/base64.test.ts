// Base64 is read to the last character or not at all, and back is the same text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../src/codec/base64.ts';

test('what is written is read back, in either alphabet and without its padding', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      for (const spelling of [text, text.replace(/=+$/, ''), Buffer.from(bytes).toString('base64url')])
        expect(fromBase64(spelling)).toEqual(bytes);
    }),
  );
});

test.each(['A', 'AB=C', 'QQ===', 'Q Q=', 'QR==', 'QUJ=', 'Qö==', '====', 'QQ==\n'])(
  '%j is no base64',
  (text) => {
    expect(fromBase64(text)).toBeNull();
  },
);

test('no two texts of one alphabet and padding give the same bytes', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9+/]{0,12}$/), (text) => {
      const bytes = fromBase64(text);
      if (bytes !== null) expect(toBase64(bytes).replace(/=+$/, '')).toBe(text);
    }),
  );
});
