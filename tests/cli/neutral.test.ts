// Nothing from a file may drive the terminal.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutral } from '../../src/cli/neutral.ts';

test.each([
  ['\u001b[2J\u001b]0;title\u0007', '␛[2J␛]0;title␇'],
  ['one\r\ntwo', 'one␍␊two'],
  ['a\u007fb\u009bc', 'a␡b�c'],
  ['safe\u202etxt.exe', 'safe�txt.exe'],
  ['line\u2028end', 'line�end'],
  ['tab\there', 'tab here'],
  ['Ünïcödé 漢字 👩‍💻', 'Ünïcödé 漢字 👩‍💻'],
  ['lone \ud800 surrogate', 'lone � surrogate'],
])('%j is shown as %j', (text, shown) => {
  expect(neutral(text)).toBe(shown);
});

test('no text leaves a control character, a line separator or a direction mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(neutral(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
