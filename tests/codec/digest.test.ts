// SHA-256 against the examples of FIPS 180-4, written with the prefix that every file of ours uses.
import { expect, test } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('%j', (text, hex) => {
  expect(sha256(text)).toBe(`sha256:${hex}`);
  expect(sha256(new TextEncoder().encode(text))).toBe(`sha256:${hex}`);
});

test('a text is its UTF-8 bytes', () => {
  expect(sha256('ö')).toBe(sha256(Uint8Array.of(0xc3, 0xb6)));
});
