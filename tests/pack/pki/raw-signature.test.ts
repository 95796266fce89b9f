// Plain signatures: one algorithm per kind of key, checked against Node's own names for them, and nothing else accepted.
import { constants, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signRaw, verifyRaw } from '../../../src/pack/pki/raw-signature.ts';
import { type KeyName, makeAuthority, makeKey } from './authority.ts';
import { flipped, someBits } from './fixture.ts';

const DATA = new TextEncoder().encode('what is signed');
const KINDS: readonly KeyName[] = ['rsa', 'rsa-pss', 'P-256', 'P-384', 'P-521'];

describe.each(KINDS)('a key of kind %s', (kind) => {
  const { certificate, key } = makeAuthority({ key: kind });
  const signature = signRaw(key.privateKey, DATA);

  test('signs, and only this', () => {
    expect(verifyRaw(certificate, DATA, signature)).toBe(true);
    expect(verifyRaw(certificate, DATA.subarray(1), signature)).toBe(false);
    expect(verifyRaw(makeAuthority({ key: 'P-256' }).certificate, DATA, signature)).toBe(false);
  });

  test('with a bit turned over, cut, longer or random, it is none', () => {
    for (const bit of someBits(signature)) {
      if (verifyRaw(certificate, DATA, flipped(signature, bit)))
        throw new Error(`bit ${bit} makes no difference`);
    }
    expect(verifyRaw(certificate, DATA, signature.subarray(1))).toBe(false);
    expect(verifyRaw(certificate, DATA, Uint8Array.from([...signature, 0]))).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => !verifyRaw(certificate, DATA, random)),
    );
  });
});

describe('another algorithm of the same key is no signature', () => {
  const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };

  test('RSA with SHA-1, with SHA-512, or with PSS', () => {
    const { certificate, key } = makeAuthority({ key: 'rsa' });
    const all = [
      sign('sha1', DATA, key.privateKey),
      sign('sha512', DATA, key.privateKey),
      sign('sha256', DATA, { key: key.privateKey, ...PSS }),
    ];
    expect(all.map((one) => verifyRaw(certificate, DATA, one))).toEqual([false, false, false]);
    expect(verifyRaw(certificate, DATA, sign('sha256', DATA, key.privateKey))).toBe(true);
  });

  test('RSA-PSS with a longer salt', () => {
    const { certificate, key } = makeAuthority({ key: 'rsa-pss' });
    const made = (saltLength: number): Uint8Array =>
      sign('sha256', DATA, { key: key.privateKey, ...PSS, saltLength });
    expect([32, 64].map((salt) => verifyRaw(certificate, DATA, made(salt)))).toEqual([true, false]);
  });

  test('P-384 with SHA-256, and a signature as two plain numbers', () => {
    const { certificate, key } = makeAuthority({ key: 'P-384' });
    const plain = sign('sha384', DATA, { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
    expect(verifyRaw(certificate, DATA, sign('sha384', DATA, key.privateKey))).toBe(true);
    expect(verifyRaw(certificate, DATA, sign('sha256', DATA, key.privateKey))).toBe(false);
    expect(verifyRaw(certificate, DATA, plain)).toBe(false);
  });

  test('a key of another kind does not sign', () => {
    expect(() => signRaw(makeKey('ed25519').privateKey, DATA)).toThrow(TypeError);
  });
});
