// Relative addresses: plain paths beside or above the document, and nothing that a program takes for more.
import { expect, test } from 'vitest';
import { RELATIVE_ADDRESS } from '../../src/model/document.ts';
import { isSafeUrl } from '../../src/write/xlsx/links.ts';

test.each(['./a/b.pdf', '../../payments.checkout/v1/x-report.pdf', '../a%20b/c/', "../it's(1)"])(
  '%s is one',
  (address) => {
    expect([RELATIVE_ADDRESS.test(address), isSafeUrl(address)]).toEqual([true, true]);
  },
);

test.each([
  'javascript:alert(1)',
  '/etc/passwd',
  '//host/x',
  '..//host/x',
  '.././/x',
  '../a:b/c',
  '../a\\b',
  '../a b',
  '../a"b',
  '../a?b',
  '../a#b',
  '../%zz',
  '..',
  '../',
  '',
])('%j is none', (address) => {
  expect(RELATIVE_ADDRESS.test(address)).toBe(false);
});
