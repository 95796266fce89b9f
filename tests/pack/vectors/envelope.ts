// Envelopes of the manifest: what stands in them, how it is spelled, and by whom it is signed.
import { type Envelope, envelopeText, MANIFEST_TYPE, signedBytes } from '../../../src/pack/envelope.ts';
import { makeIdentity, rsaKey, signWith } from './certificate-maker.ts';
import { makeCms } from './cms-maker.ts';
import { envelopeOf, withParts } from './relined.ts';
import { bytesOf, ENVELOPE, MANIFEST, memberOf, replaced, textOf, withMember } from './tamper.ts';
import type { Vector } from './vector.ts';
import type { World } from './world.ts';

/** The base with parts of its envelope exchanged. */
const withEnvelope =
  (
    parts: (envelope: Envelope, world: World) => Partial<Envelope> | Promise<Partial<Envelope>>,
  ): Vector['make'] =>
  async (world) => {
    const text = textOf(world.base, ENVELOPE);
    return withMember(world.base, ENVELOPE, withParts(text, await parts(envelopeOf(text), world)));
  };

const respelled =
  (from: RegExp | string, to: string): Vector['make'] =>
  ({ base }) =>
    replaced(base, ENVELOPE, from, to);

/** The rightful sealer's envelope around something else. */
const around = (payload: Uint8Array, payloadType = MANIFEST_TYPE): Vector['make'] =>
  withEnvelope(async (_, { people, stamp }) => {
    const signature = signWith(people.sealer.key, signedBytes(payloadType, payload));
    return { payload, payloadType, signature, timestamp: await stamp(signature) };
  });

export const envelopeVectors: readonly Vector[] = [
  {
    name: 'an envelope with a space',
    codes: ['envelope-unreadable'],
    make: respelled(':', ': '),
  },
  {
    name: 'an envelope with another key id',
    codes: ['envelope-unreadable'],
    make: respelled(/(?<="keyid":"sha256:)[0-9a-f]{64}/, '0'.repeat(64)),
  },
  {
    name: 'an envelope with a word of its own',
    codes: ['envelope-unreadable'],
    make: respelled('{', '{"note":"Trust me.",'),
  },
  {
    name: 'an envelope with two signatures',
    codes: ['envelope-unreadable'],
    make: respelled(/"signatures":\[(.*)\]\}$/, '"signatures":[$1,$1]}'),
  },
  {
    name: 'an envelope without a signature',
    codes: ['envelope-unreadable'],
    make: respelled(/"signatures":\[.*\]\}$/, '"signatures":[]}'),
  },
  {
    name: 'an envelope of brackets without end',
    codes: ['envelope-unreadable'],
    make: ({ base }) => withMember(base, ENVELOPE, '['.repeat(1_000_000)),
  },
  {
    name: 'an envelope whose payload is not base64',
    codes: ['envelope-unreadable'],
    make: respelled('"payload":"', '"payload":"!'),
  },
  {
    name: 'an envelope around something that is no manifest',
    codes: ['envelope-unreadable'],
    make: around(bytesOf('{}'), 'application/vnd.in-toto+json'),
  },
  {
    name: 'an envelope around another manifest',
    codes: ['envelope-differs'],
    make: around(bytesOf('{}')),
  },
  {
    name: 'an envelope with the manifest of today around the signature of yesterday',
    codes: ['envelope-signature'],
    make: withEnvelope(({ payload }) => ({ payload: Uint8Array.of(...payload, 0x20) })),
  },
  {
    name: 'an envelope by another key under the right certificate',
    codes: ['envelope-signature'],
    make: withEnvelope(({ payload }, { strangers }) => ({
      signature: signWith(strangers.sealer.key, signedBytes(MANIFEST_TYPE, payload)),
    })),
  },
  {
    name: 'an envelope signed without its type',
    codes: ['envelope-signature'],
    make: withEnvelope(({ payload }, { people }) => ({ signature: signWith(people.sealer.key, payload) })),
  },
  {
    name: 'an envelope with a signature as CMS',
    codes: ['envelope-unreadable'],
    make: withEnvelope(async ({ payload }, { people }) => ({
      form: 'cms',
      signature: await makeCms({
        signer: people.sealer,
        content: signedBytes(MANIFEST_TYPE, payload),
      }),
    })),
  },
  {
    name: 'an envelope whose certificate is none',
    codes: ['envelope-certificate'],
    make: withEnvelope(() => ({ chain: [Uint8Array.of(0x30, 0)] })),
  },
  {
    name: 'an envelope by a key of RSA with 1024 bits',
    codes: ['envelope-certificate'],
    make: ({ base }) => {
      const weak = makeIdentity({ name: 'Northfield Example Seal', key: rsaKey(1024) });
      const payload = memberOf(base, MANIFEST);
      const signature = signWith(weak.key, signedBytes(MANIFEST_TYPE, payload));
      const envelope: Envelope = {
        ...{ payload, payloadType: MANIFEST_TYPE, form: 'plain', signature },
        ...{ chain: [weak.der], timestamp: null },
      };
      return withMember(base, ENVELOPE, envelopeText(envelope));
    },
  },
  {
    name: 'an envelope whose timestamp was taken away, under a PDF that promises one',
    codes: ['timestamp-stripped'],
    make: withEnvelope(() => ({ timestamp: null })),
  },
];
