// What is asked of bytes before a library takes them apart: DER is one spelling, BER is bounded, and nothing throws but a refusal.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBer, parseDer } from '../../../src/pack/pki/asn1.ts';
import { toDer } from '../../../src/pack/pki/ber.ts';
import { checkForm, DerRefused, derLength, isDer } from '../../../src/pack/pki/strict-der.ts';
import { der, integer, octetString, sequence } from './der-write.ts';
import { fixture } from './fixture.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const nested = (depth: number): Uint8Array => (depth === 0 ? hex('0500') : sequence(nested(depth - 1)));

describe('DER', () => {
  test('is taken, however long its values', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536, 200_000])
      expect(isDer(octetString(new Uint8Array(length)))).toBe(true);
    for (const bytes of [
      '0101ff',
      '020100',
      '02020080',
      '0201ff',
      '0202ff7f',
      '0500',
      '06022a03',
      '0603883701',
    ])
      expect(isDer(hex(bytes))).toBe(true);
    expect(isDer(nested(32))).toBe(true);
  });

  test.each([
    ['a length in more bytes than it takes', '048101aa', 'shortest'],
    ['a length with a leading zero', `04820080${'00'.repeat(128)}`, 'shortest'],
    ['an indefinite length', '30800000', 'not definite'],
    ['a length of five bytes', '048500000000 01aa', 'too large'],
    ['a length beyond the end', '0484ffffffff', 'breaks off'],
    ['bytes behind the end', '0401aa00', 'behind its end'],
    ['a value that breaks off', '0402aa', 'breaks off'],
    ['children that do not fill their parent', '3003 0402aa', 'breaks off'],
    ['a tag of several bytes', '1f8101 00', 'tag of several bytes'],
    ['nothing', '', 'breaks off'],
    ['an octet string in pieces', '2403040100', 'in pieces'],
    ['a sequence that is no list of values', '1000', 'one form'],
    ['the end of contents', '0000', 'one form'],
    ['a number without bytes', '0200', 'one form'],
    ['a number with a zero in front', '02020001', 'one form'],
    ['a negative number with ones in front', '0202ff80', 'one form'],
    ['a truth value that is neither', '010101', 'one form'],
    ['a truth value of two bytes', '0102ffff', 'one form'],
    ['a null that is something', '050100', 'one form'],
    ['an empty object identifier', '0600', 'one form'],
    ['an object identifier with a zero in front', '06028001', 'one form'],
    ['an object identifier that breaks off', '060181', 'one form'],
  ])('is not %s', (_, bytes, why) => {
    expect(() => checkForm(hex(bytes), 'der')).toThrow(DerRefused);
    expect(() => checkForm(hex(bytes), 'der')).toThrow(why);
  });

  test('is bounded in size, depth and number of values', () => {
    for (const form of ['ber', 'der'] as const) {
      expect(() => checkForm(new Uint8Array(1024 * 1024 + 1), form)).toThrow('larger than a megabyte');
      expect(() => checkForm(nested(33), form)).toThrow('nested too deeply');
      expect(() =>
        checkForm(
          sequence(new Uint8Array(40_000).fill(5).map((byte, at) => (at % 2 === 0 ? byte : 0))),
          form,
        ),
      ).toThrow('too many values');
    }
  });

  test('is bounded in what object identifiers are made of', () => {
    for (const tag of [0x06, 0x0d])
      expect(() => parseDer(der(tag, new Uint8Array(900_000).fill(1)))).toThrow('too many values');
  });

  test('the length of the first value, whatever stands behind it', () => {
    expect(derLength(hex('0401aa 0000'))).toBe(3);
    expect(derLength(hex('0402aa'))).toBeNull();
    expect(derLength(hex('30800000'))).toBeNull();
    expect(derLength(new Uint8Array())).toBeNull();
  });
});

describe('BER becomes DER', () => {
  test('DER stays as it is', () => {
    for (const name of ['rsa-cades.cms', 'ec-modern.p12', 'token-v1.der'])
      expect(toDer(fixture(name))).toEqual(fixture(name));
  });

  test('indefinite and long lengths, and octet strings in pieces of pieces', () => {
    const ber = hex('30 80 24 80 0401aa 2404 0402bbcc 0000 02 8101 05 0000');
    expect(text(toDer(ber))).toBe(text(sequence(octetString(hex('aabbcc')), integer(5))));
  });

  test('values stay as they are, also where they are not in their one form', () => {
    expect(text(toDer(hex('3080 0603 2a8003 0101 01 02020001 0c01ff 0000')))).toBe(
      '300f06032a80030101010202 00010c01ff'.replace(' ', ''),
    );
  });

  test.each([
    ['an end that is missing', '30800401aa'],
    ['a simple value without a length', '0480aa0000'],
    ['a child that reaches out of its parent', '3003040400000000'],
    ['pieces of another type', '2403020105'],
    ['bytes behind the end', '040000'],
    ['nesting without end', '3080'.repeat(100)],
    ['a time that is none', '180161'],
  ])('but not %s', (_, bytes) => {
    expect(() => toDer(hex(`3080${bytes}0000`))).toThrow(DerRefused);
  });
});

describe('any bytes at all', () => {
  const attempt = (take: () => unknown): void => {
    try {
      take();
    } catch (error) {
      if (!(error instanceof DerRefused)) throw error;
    }
  };

  test('are taken apart or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        attempt(() => parseBer(bytes));
        attempt(() => toDer(bytes));
        attempt(() => parseDer(der(0x30, bytes)));
      }),
    );
  });

  test('what is DER says the same when it is written again', () => {
    for (const name of ['rsa-cades.cms', 'ec-cades.cms', 'token-v1.der', 'token-v2.der', 'rsa-modern.p12'])
      expect(new Uint8Array(parseDer(fixture(name)).toBER())).toEqual(fixture(name));
  });

  // Strings go through a call with one argument per byte inside the library.
  test('a string of a megabyte', () => {
    for (const tag of [0x0c, 0x13, 0x14, 0x16, 0x1e])
      attempt(() => parseDer(der(tag, new Uint8Array(900_000))));
  });
});
