// PKCS #12 files as other programs frame them, and broken ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pkcs12, readPkcs12 } from '../../../src/pack/pki/pkcs12.ts';
import { asBer, opened } from './as-ber.ts';
import { der, integer } from './der-write.ts';
import { fixture, flipped, PASSPHRASE } from './fixture.ts';

const said = (read: Pkcs12): string =>
  read.kind === 'ok'
    ? `${read.keys.length} key, ${read.certificates.length} certificate`
    : read.kind === 'refused'
      ? read.why
      : read.kind;

describe('a PKCS #12 file', () => {
  test.each(['rsa-modern.p12', 'rsa-legacy.p12', 'ec-open.p12'])('%s is read as BER too', (name) => {
    expect(said(readPkcs12(asBer(opened(fixture(name))), PASSPHRASE))).toBe('1 key, 1 certificate');
  });

  test('needs its passphrase', () => {
    for (const passphrase of ['', 'Countersign', `${PASSPHRASE} `])
      expect(said(readPkcs12(fixture('ec-modern.p12'), passphrase))).toBe('passphrase');
  });

  test('that asks for endless rounds of key derivation is refused at once', () => {
    const whole = fixture('ec-modern.p12');
    const [version, safe, mac] = opened(whole).values;
    const [digest, salt] = mac?.values ?? [];
    const parts = [version, safe].map((one) => one?.bytes ?? new Uint8Array());
    const many = der(
      0x30,
      ...[digest, salt].map((one) => one?.bytes ?? new Uint8Array()),
      integer(2_000_000_000),
    );
    expect(said(readPkcs12(der(0x30, ...parts, many), PASSPHRASE))).toContain('rounds of key derivation');
  });

  test('is bounded in size', () => {
    expect(said(readPkcs12(new Uint8Array(1024 * 1024 + 1), ''))).toBe('is larger than a megabyte');
  });

  test('of any bytes, or with any bit turned over, is read or refused, never more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (random) => readPkcs12(random, '').kind === 'refused'),
    );
    const open = fixture('ec-open.p12');
    const bits = fc.integer({ min: 0, max: open.length * 8 - 1 });
    fc.assert(
      fc.property(bits, (bit) =>
        ['ok', 'passphrase', 'refused'].includes(readPkcs12(flipped(open, bit), '').kind),
      ),
    );
  });
});
