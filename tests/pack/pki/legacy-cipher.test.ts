// RC2 against the vectors of RFC 2268, section 5, and the key derivation of PKCS #12 against files of OpenSSL (see pkcs12.test.ts).
import { describe, expect, test } from 'vitest';
import { rc2Decrypt } from '../../../src/pack/pki/legacy-cipher.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const iv = new Uint8Array(8);
const LONG = '88bca90e90875a7f0f79c384627bafb2';

describe('RC2', () => {
  test.each([
    [63, '0000000000000000', '0000000000000000', 'ebb773f993278eff'],
    [64, 'ffffffffffffffff', 'ffffffffffffffff', '278b27e42e2f0d49'],
    [64, '3000000000000000', '1000000000000001', '30649edf9be7d2c2'],
    [64, '88', '0000000000000000', '61a8a244adacccf0'],
    [64, '88bca90e90875a', '0000000000000000', '6ccf4308974c267f'],
    [64, LONG, '0000000000000000', '1a807d272bbe5db1'],
    [128, LONG, '0000000000000000', '2269552ab0f85ca6'],
    [129, `${LONG}16f80a6f85920584c42fceb0be255daf1e`, '0000000000000000', '5b78d3a43dfff1f1'],
  ])('with %i bits and the key %s', (effective, key, plain, secret) => {
    expect(Buffer.from(rc2Decrypt({ key: hex(key), effective, iv }, hex(secret))).toString('hex')).toBe(
      plain,
    );
  });

  test('chains blocks: each is mixed with the one before', () => {
    const [, second] = ['1a807d272bbe5db1', '1a807d272bbe5db1'];
    const plain = rc2Decrypt({ key: hex(LONG), effective: 64, iv }, hex(`${second}${second}`));
    expect(Buffer.from(plain).toString('hex')).toBe(`0000000000000000${second}`);
  });

  test('takes whole blocks only', () => {
    expect(() => rc2Decrypt({ key: hex(LONG), effective: 64, iv }, new Uint8Array(7))).toThrow(RangeError);
  });
});
