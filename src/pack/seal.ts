// Makes a seal: the organisation's signature inside the finished PDF, and its envelope over the manifest.
import type { SealPlace } from '../model/document.ts';
import type { Instant } from '../model/scalar.ts';
import { Failure } from '../problem.ts';
import { type Envelope, envelopeText, MANIFEST_TYPE, signedBytes } from './envelope.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { sealContents } from './pdf/seal-place.ts';
import type { Signer } from './pki/signer.ts';

/** Answers a signature's bytes with a TimeStampToken in DER. */
export type Stamper = (signature: Uint8Array) => Promise<Uint8Array>;

/** `timestamp` is null where nobody asks for one. `at` is the sealer's own clock. */
export type SealMaking = {
  readonly signer: Signer;
  readonly at: Instant;
  readonly timestamp: Stamper | null;
  /** PSS in the PDF also by an RSA key that is not bound to it. */
  readonly pss?: boolean;
};

/** The template's field for the seal: the block with `data-seal="seal"`. */
const SEAL_FIELD = 'seal';

/** Bytes kept for what is not known before it is made: attributes and signature, and the authority's token with its certificates. */
const SIGNATURE_BYTES = 2048;
const TOKEN_BYTES = 16_384;

/** Where the seal will stand in the PDF, and what is shown there. `organisation` is the policy's. */
export const sealPlace = (organisation: string, { signer, at, timestamp }: SealMaking): SealPlace => {
  const { facts } = signer.certificate;
  const certificates = [signer.certificate, ...signer.chain].reduce((sum, { der }) => sum + der.length, 0);
  const name = facts.name ?? facts.subject;
  return {
    field: SEAL_FIELD,
    lines: [
      `Sealed electronically by ${name}`,
      `for ${organisation}, ${at}`,
      `Certificate ${facts.fingerprint.slice(0, 'sha256:'.length + 16)}…`,
    ],
    name,
    reason: `Electronic seal of ${organisation} over this report and all that it carries`,
    at,
    reserve: certificates + SIGNATURE_BYTES + (timestamp === null ? 0 : TOKEN_BYTES),
    timestamped: timestamp !== null,
  };
};

/** Fills the place that the PDF keeps for its seal (PAdES baseline B-B, with a timestamp B-T). Throws `seal-too-large`. */
export const sealPdf = async (
  pdf: Uint8Array,
  { signer, timestamp, pss = false }: SealMaking,
): Promise<Uint8Array> => {
  const read = readPdf(pdf);
  if (read.kind === 'refused' || read.seal === null)
    throw new Failure('bug', 'The PDF that was to be sealed has no place for a seal.', 'Please report this.');
  const { signCms } = await import('./pki/cms.ts');
  const cms = await signCms({
    content: read.seal.signed,
    signer,
    pss,
    ...(timestamp === null ? {} : { timestamp }),
  });
  return sealContents(pdf, read.seal, cms);
};

/** The bytes of `manifest.dsse.json`. */
export const sealManifest = async (
  manifest: Uint8Array,
  { signer, timestamp }: SealMaking,
): Promise<Uint8Array> => {
  const envelope = await signedEnvelope(MANIFEST_TYPE, manifest, signer, timestamp);
  return new TextEncoder().encode(envelopeText(envelope));
};

/** A payload signed, with the certificates and the timestamp that go with it. */
export const signedEnvelope = async (
  payloadType: string,
  payload: Uint8Array,
  { sign, certificate, chain }: Signer,
  timestamp: Stamper | null,
): Promise<Envelope> => {
  const signature = sign(signedBytes(payloadType, payload));
  return {
    payload,
    payloadType,
    form: 'plain',
    signature,
    chain: [certificate.der, ...chain.map(({ der }) => der)],
    timestamp: timestamp === null ? null : await timestamp(signature),
  };
};
