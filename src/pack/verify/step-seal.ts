// Step `seal`: the organisation's signatures, one in the PDF and one over the manifest, hold, are both there, and are of one certificate.
import type { Instant } from '../../model/scalar.ts';
import { MANIFEST_TYPE, readEnvelope, signedBytes } from '../envelope.ts';
import { ENVELOPE } from '../names.ts';
import type { PdfSeal } from '../pdf/seal-place.ts';
import type { Certificate } from '../pki/certificate.ts';
import { verifyRaw } from '../pki/raw-signature.ts';
import { derLength } from '../pki/strict-der.ts';
import { checked, type Detail, detail, notChecked, type Step } from './verification.ts';

/** One of the two signatures of a seal, after it was found to hold. */
export type SealSide = {
  /** The member that it stands in. */
  readonly member: string;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
  /** The time claimed; null where there is none. */
  readonly at: Instant | null;
  /** Whether the seal promises a timestamp; the PDF says so, under its signature. */
  readonly promised: boolean;
  readonly token: Uint8Array | null;
  /** What a timestamp is over. */
  readonly signature: Uint8Array;
};

export type SealSeen = { readonly step: Step; readonly sides: readonly SealSide[] };

/** `envelope` and `manifest` are null where there is no such member; `alone` says that the PDF is all there is. */
export type SealAsked = {
  readonly pdf: { readonly member: string; readonly seal: PdfSeal | null };
  readonly envelope: Uint8Array | null;
  readonly manifest: Uint8Array | null;
  readonly alone: boolean;
};

export const checkSeal = async ({ pdf, envelope, manifest, alone }: SealAsked): Promise<SealSeen> => {
  if (pdf.seal === null && envelope === null) return { step: notChecked('seal', noSeal), sides: [] };
  const sides = [
    ...(pdf.seal === null ? [] : [await checkPdfSeal(pdf.member, pdf.seal)]),
    ...(envelope === null
      ? []
      : [promisedBy(pdf.seal, await checkEnvelope(envelope, manifest ?? new Uint8Array()))]),
  ];
  const failures = sides.flatMap((side) => ('code' in side ? [side] : []));
  const good = sides.flatMap((side) => ('code' in side ? [] : [side]));
  const half = sides.length === 1 && !alone ? [incomplete(pdf.seal === null ? pdf.member : ENVELOPE)] : [];
  return { step: checked('seal', [...failures, ...half, ...twoSealers(good)]), sides: good };
};

/** Both halves are stamped or neither: what the PDF promises is missed in the envelope too. */
const promisedBy = (seal: PdfSeal | null, side: SealSide | Detail): SealSide | Detail =>
  'code' in side ? side : { ...side, promised: seal?.timestamped === true };

const noSeal = detail('no-seal', null, 'There is no seal in this pack: origin not established.');

const incomplete = (member: string): Detail =>
  detail('seal-incomplete', member, `Half of the seal is missing: there is none in ${member}.`);

const checkPdfSeal = async (member: string, seal: PdfSeal): Promise<SealSide | Detail> => {
  const { checkCms } = await import('../pki/cms-check.ts');
  // Without a time of its own, nothing could be asked of the certificate's days.
  if (seal.at === null) return detail('pdf-seal-form', member, `The seal in ${member} states no time.`);
  const der = withoutPadding(seal.bytes);
  if (der === null) return detail('cms-unreadable', member, `The seal in ${member} is not a signature.`);
  const check = checkCms(der, seal.signed, { kind: 'seal' });
  if (check.kind === 'refused') return detail(check.code, member, `The seal in ${member}: ${check.sentence}`);
  const { certificate, chain, timestamp: token, signature } = check;
  return { member, certificate, chain, at: seal.at, promised: seal.timestamped, token, signature };
};

/** The signature without the zeros that fill its place up; null where something else stands there. */
const withoutPadding = (bytes: Uint8Array): Uint8Array | null => {
  const length = derLength(bytes);
  return length === null || bytes.subarray(length).some((byte) => byte !== 0)
    ? null
    : bytes.subarray(0, length);
};

/** The envelope `member` over `manifest`, or what is wrong with it. */
export const checkEnvelope = async (
  bytes: Uint8Array,
  manifest: Uint8Array,
  member: string = ENVELOPE,
): Promise<SealSide | Detail> => {
  const fail = (code: Detail['code'], sentence: string): Detail => detail(code, member, sentence);
  const envelope = readEnvelope(member, bytes);
  if (typeof envelope === 'string') return fail('envelope-unreadable', envelope);
  if (envelope.payloadType !== MANIFEST_TYPE || envelope.form !== 'plain')
    return fail('envelope-unreadable', `${member} is no envelope of a manifest.`);
  const { readCertificate } = await import('../pki/certificate.ts');
  const [own, ...others] = envelope.chain.map(readCertificate);
  if (own === undefined || typeof own === 'string')
    return fail('envelope-certificate', `The certificate in ${member} ${own ?? 'is missing'}.`);
  if (!verifyRaw(own, signedBytes(MANIFEST_TYPE, envelope.payload), envelope.signature))
    return fail(
      'envelope-signature',
      `The signature in ${member} is not one of its certificate over its payload.`,
    );
  if (Buffer.compare(envelope.payload, manifest) !== 0)
    return fail('envelope-differs', `${member} seals another manifest than the one that is here.`);
  const chain = others.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const { timestamp: token, signature } = envelope;
  return { member, certificate: own, chain, at: null, promised: false, token, signature };
};

const twoSealers = (sides: readonly SealSide[]): readonly Detail[] => {
  const prints = new Set(sides.map(({ certificate }) => certificate.facts.fingerprint));
  if (prints.size < 2) return [];
  return [detail('seal-differs', ENVELOPE, 'The PDF and the manifest are sealed by different certificates.')];
};
