// Envelopes: the bytes that are signed are DSSE's, there is one spelling, and what is no envelope is told.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.ts';
import {
  type Envelope,
  envelopeText,
  payloadIn,
  readEnvelope,
  signedBytes,
} from '../../src/pack/envelope.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const ONE: Envelope = {
  payload: bytes('{"a":1}'),
  payloadType: 'application/json',
  form: 'plain',
  signature: bytes('signature'),
  chain: [bytes('certificate'), bytes('above')],
  timestamp: null,
};
const read = (text: string): Envelope | string => readEnvelope('x.json', bytes(text));
const parsed = (): Record<string, unknown> => JSON.parse(envelopeText(ONE));
const signature = (change: Record<string, unknown>): string => {
  const [one] = parsed().signatures as Record<string, unknown>[];
  return canonicalJson({ ...parsed(), signatures: [{ ...one, ...change }] });
};

test('the signed bytes are those of the DSSE specification', () => {
  // The example of protocol.md: SERIALIZED_BODY "hello world" of the type http://example.com/HelloWorld.
  expect(new TextDecoder().decode(signedBytes('http://example.com/HelloWorld', bytes('hello world')))).toBe(
    'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
  );
});

test('what is written is read back', () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value);
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.uint8Array(),
      fc.uint8Array(),
      optional(fc.uint8Array()),
      fc.constantFrom('plain' as const, 'cms' as const),
      (payload, sig, certificate, timestamp, form) => {
        const one: Envelope = { ...ONE, payload, signature: sig, chain: [certificate], timestamp, form };
        expect(read(envelopeText(one))).toEqual(one);
      },
    ),
  );
});

test('a payload comes back out of the bytes that were signed, and out of nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (payload, at) => {
      const signed = signedBytes('a/b', payload);
      expect(payloadIn('a/b', signed)).toEqual(payload);
      expect(payloadIn('a/c', signed)).toBeNull();
      const cut = signed.subarray(0, at % signed.length);
      expect(payloadIn('a/b', cut)).toBeNull();
    }),
  );
});

test.each<[string, string]>([
  ['no JSON', '{'],
  ['another shape', '{}'],
  ['no signature', canonicalJson({ ...parsed(), signatures: [] })],
  [
    'two signatures',
    canonicalJson({ ...parsed(), signatures: [1, 2].map(() => (parsed().signatures as unknown[])[0]) }),
  ],
  ['a key too many', canonicalJson({ ...parsed(), more: 1 })],
  ['a key too many in the signature', signature({ more: 1 })],
  ['no certificates', signature({ certificates: [] })],
  ['eleven certificates', signature({ certificates: Array(11).fill('QQ==') })],
  ['a form of its own', signature({ form: 'jws' })],
  ['no base64', signature({ sig: 'Q!' })],
  ['no base64 in a certificate', signature({ certificates: ['QQ==', 'Q!'] })],
  ['white space', `${envelopeText(ONE)} `],
  ['another key id', signature({ keyid: `sha256:${'a'.repeat(64)}` })],
  ['base64 of another spelling', signature({ sig: Buffer.from('signature?>').toString('base64url') })],
  ['another order', JSON.stringify({ signatures: parsed().signatures, ...parsed() })],
])('%s is no envelope', (_what, text) => {
  expect(read(text)).toMatch(/^x\.json .*/);
});
