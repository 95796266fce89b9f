// Signatures on data other than the PDF: a DSSE envelope (github.com/secure-systems-lab/dsse, protocol 1.0.2) with one signature,
// and beside the signature the certificates and the timestamp that go with it, which DSSE readers pass over.
import { z } from 'zod';
import { fromBase64, toBase64 } from '../codec/base64.ts';
import { canonicalJson } from '../codec/canonical-json.ts';
import { sha256 } from '../codec/digest.ts';
import { parseJson } from '../codec/json.ts';
import { digest } from '../model/scalar.ts';

export const IN_TOTO = 'application/vnd.in-toto+json';
export const MANIFEST_TYPE = 'application/vnd.countersign.manifest+json';

/** Bytes of an envelope; a timestamp and a chain of certificates are far smaller. */
const LARGEST = 32 * 1024 * 1024;
const MOST_CERTIFICATES = 10;

const signature = z.strictObject({
  keyid: digest,
  sig: z.string(),
  /** Base64 of DER, the signer's first. */
  certificates: z.array(z.string()).min(1).max(MOST_CERTIFICATES),
  /** Base64 of a TimeStampToken (RFC 3161) over the signature's bytes. */
  timestamp: z.string().optional(),
  /** `cms`: `sig` is a detached CMS SignedData over the bytes signed, as cards and other machines make them. */
  form: z.literal('cms').optional(),
});
const envelope = z.strictObject({
  payload: z.string(),
  payloadType: z.string(),
  signatures: z.array(signature).length(1),
});

/** An envelope taken apart. `chain` holds the signer's certificate first. */
export type Envelope = {
  readonly payload: Uint8Array;
  readonly payloadType: string;
  readonly form: 'plain' | 'cms';
  readonly signature: Uint8Array;
  readonly chain: readonly [Uint8Array, ...Uint8Array[]];
  readonly timestamp: Uint8Array | null;
};

/** The bytes that a signature is over: DSSE's pre-authentication encoding. */
export const signedBytes = (payloadType: string, payload: Uint8Array): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `),
      payload,
    ]),
  );

/** The payload inside bytes that were made to be signed elsewhere; null when they are not such. */
export const payloadIn = (payloadType: string, bytes: Uint8Array): Uint8Array | null => {
  const head = /^DSSEv1 \d+ \S+ \d{1,9} /.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[0];
  const payload = bytes.subarray(head?.length ?? 0);
  return head !== undefined && Buffer.compare(signedBytes(payloadType, payload), bytes) === 0
    ? payload
    : null;
};

/**
 * Canonical JSON of the envelope, its base64 in the standard alphabet and padded, its `keyid` the fingerprint of the signer's certificate: there
 * is one spelling of it.
 */
export const envelopeText = (one: Envelope): string =>
  canonicalJson({
    payload: toBase64(one.payload),
    payloadType: one.payloadType,
    signatures: [
      {
        keyid: sha256(one.chain[0]),
        sig: toBase64(one.signature),
        certificates: one.chain.map(toBase64),
        ...(one.timestamp === null ? {} : { timestamp: toBase64(one.timestamp) }),
        ...(one.form === 'cms' ? { form: 'cms' } : {}),
      },
    ],
  });

/**
 * Reads an envelope; trouble comes back as a sentence. `name` is for the sentence only. Nobody signs the spelling and the key id, so
 * that they are taken in one form alone: nothing in a pack may be changed unseen.
 */
export const readEnvelope = (name: string, bytes: Uint8Array): Envelope | string => {
  const parsed = parseJson(name, bytes, { bytes: LARGEST, depth: 8 });
  if (parsed.kind === 'refused') return `${name} is no envelope: ${parsed.diagnostics[0]?.sentence ?? ''}`;
  const typed = envelope.safeParse(parsed.value);
  const [one] = typed.data?.signatures ?? [];
  if (!typed.success || one === undefined) {
    const where = typed.error?.issues[0]?.path.map(String).join(' › ') || 'the top';
    return `${name} has not the shape of an envelope with one signature, at ${where}.`;
  }
  const read = decoded(name, typed.data, one);
  if (typeof read === 'string') return read;
  return envelopeText(read) === new TextDecoder().decode(bytes)
    ? read
    : `${name} is not spelled in the one way that its content has.`;
};

const decoded = (
  name: string,
  { payload, payloadType }: z.infer<typeof envelope>,
  one: z.infer<typeof signature>,
): Envelope | string => {
  const [body, sig, stamp] = [payload, one.sig, one.timestamp ?? ''].map(fromBase64);
  const [first, ...rest] = one.certificates.map(fromBase64);
  const others = rest.flatMap((der) => der ?? []);
  if (!body || !sig || !stamp || !first || others.length < rest.length)
    return `${name} holds something that is not base64.`;
  return {
    payload: body,
    payloadType,
    form: one.form ?? 'plain',
    signature: sig,
    chain: [first, ...others],
    timestamp: one.timestamp === undefined ? null : stamp,
  };
};
