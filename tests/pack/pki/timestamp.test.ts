// Timestamps: asked for, taken and checked, against an authority built with pkijs and tokens of OpenSSL.

import fc from 'fast-check';
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import { takeToken, timestampRequest } from '../../../src/pack/pki/timestamp.ts';
import { checkTimestamp } from '../../../src/pack/pki/timestamp-check.ts';
import { Failure } from '../../../src/problem.ts';
import { asBer, opened } from './as-ber.ts';
import { type KeyName, makeAuthority, parsed, type Wish } from './authority.ts';
import { fixture, flipped, someBits } from './fixture.ts';
import { type Answer, makeTsa } from './tsa.ts';

const DATA = new TextEncoder().encode('a signature');
const NONCE = Uint8Array.of(0x91, 2, 3, 4, 5, 6, 7, 8);
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

const root = makeAuthority();
const tsa = makeTsa(root);
const take = (more: Answer = {}, wish: Wish = {}): ReturnType<typeof takeToken> =>
  takeToken(makeTsa(root, wish).answer(timestampRequest(DATA, NONCE), more), { data: DATA, nonce: NONCE });

const refusal = (more: Answer, wish: Wish = {}): string => {
  try {
    take(more, wish);
  } catch (error) {
    if (error instanceof Failure && error.code === 'timestamp-refused') return error.message;
    throw error;
  }
  return 'taken';
};

const code = (token: Uint8Array, data: Uint8Array = DATA): string => {
  const check = checkTimestamp(token, data);
  return check.kind === 'ok' ? 'ok' : check.code;
};

describe('a request', () => {
  test('is one, as another reader sees it', () => {
    const request = new pkijs.TimeStampReq({ schema: parsed(timestampRequest(DATA, NONCE)) });
    expect([request.version, request.certReq, request.messageImprint.hashAlgorithm.algorithmId]).toEqual([
      1,
      true,
      '2.16.840.1.101.3.4.2.1',
    ]);
    expect(Buffer.from(request.nonce?.valueBlock.valueHexView ?? []).toString('hex')).toBe(
      '009102030405060708',
    );
  });
});

describe('an answer', () => {
  test.each<KeyName>(['rsa', 'rsa-pss', 'P-256'])('of an authority with a key of kind %s is taken', (key) => {
    const { token, at } = take({ at: '2026-10-09T08:30:00Z', fraction: 250 }, { key });
    expect(at).toBe('2026-10-09T08:30:00Z');
    const check = checkTimestamp(token, DATA);
    if (check.kind !== 'ok') throw new Error(check.sentence);
    expect([check.at, check.certificate.facts.name]).toEqual([at, 'Example Timestamps']);
  });

  test.each<[string, Answer, string]>([
    ['a refusal', { status: 2 }, 'status 2'],
    ['another nonce', { nonce: Uint8Array.of(1) }, 'another request'],
    ['no nonce', { nonce: null }, 'another request'],
    ['over other bytes', { digest: new Uint8Array(32) }, 'over something else'],
    ['with SHA-1', { imprintHash: 'sha1', digest: new Uint8Array(20) }, 'hash other than'],
    ['of an unknown version', { version: 2 }, 'unknown version'],
    ['without naming its certificate', { names: 'none' }, 'does not name the certificate'],
    ['naming another certificate', { named: root }, 'does not name the certificate'],
    ['without its certificate', { withoutCertificate: true }, 'certificate is not inside'],
    ['of another type', { contentType: '1.2.840.113549.1.7.1' }, 'another kind than a timestamp'],
    ['before its certificate', { at: '2025-12-31T23:59:59Z' }, 'when its certificate was not valid'],
    ['after its certificate', { at: '2036-01-01T00:00:01Z' }, 'when its certificate was not valid'],
  ])('%s is not taken', (_, more, sentence) => {
    expect(refusal(more)).toContain(sentence);
  });

  test('granted with changes is taken, and one with a nonce that has a zero in front', () => {
    expect(refusal({ status: 1 })).toBe('taken');
    expect(refusal({ nonce: Uint8Array.of(0, ...NONCE) })).toBe('taken');
  });

  test.each<[string, Wish]>([
    ['no purpose', { purposes: [] }],
    ['a purpose that is not critical', { purposesCritical: false }],
    ['another purpose', { purposes: ['1.3.6.1.5.5.7.3.4'] }],
    ['a further purpose', { purposes: [TIME_STAMPING, '1.3.6.1.5.5.7.3.4'] }],
  ])('of a certificate with %s is not taken', (_, wish) => {
    expect(refusal({}, wish)).toContain('not for making timestamps');
  });

  test('in BER is taken, and the token in it is the same in DER', () => {
    const reply = tsa.answer(timestampRequest(DATA, NONCE));
    const { token } = takeToken(asBer(opened(reply)), { data: DATA, nonce: NONCE });
    expect(token).toEqual(takeToken(reply, { data: DATA, nonce: NONCE }).token);
  });

  test('that is none, is broken or is too large is not taken', () => {
    const give =
      (reply: Uint8Array): (() => void) =>
      () =>
        takeToken(reply, { data: DATA, nonce: NONCE });
    for (const reply of [
      new TextEncoder().encode('<html>'),
      new Uint8Array(),
      new Uint8Array(1024 * 1024 + 1),
    ])
      expect(give(reply)).toThrow(Failure);
    const reply = tsa.answer(timestampRequest(DATA, NONCE));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: reply.length * 8 - 1 }), (bit) => {
        try {
          give(flipped(reply, bit))();
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
        }
      }),
    );
  });
});

describe('a token', () => {
  test.each(['token-v1.der', 'token-v2.der'])('of OpenSSL, %s, is checked', (name) => {
    expect(code(fixture(name), fixture('content.txt'))).toBe('ok');
    expect(code(fixture(name), DATA)).toBe('timestamp-imprint');
  });

  test('with the certificate named in the older way', () => {
    expect(code(take({ names: 'v1' }).token)).toBe('ok');
  });

  test('with a bit turned over says the same, or is refused', () => {
    const { token } = take();
    const good = checkTimestamp(token, DATA);
    for (const bit of someBits(token)) {
      const check = checkTimestamp(flipped(token, bit), DATA);
      if (check.kind === 'refused') continue;
      const same = good.kind === 'ok' && check.at === good.at;
      expect([same, check.certificate.facts]).toEqual([true, tsaOf(token)]);
    }
  }, 60_000);

  test('of any bytes is refused, never more', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (bytes) => checkTimestamp(bytes, DATA).kind === 'refused',
      ),
    );
  });
});

const tsaOf = (token: Uint8Array): unknown => {
  const check = checkTimestamp(token, DATA);
  return check.kind === 'ok' ? check.certificate.facts : null;
};
