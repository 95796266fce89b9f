// Makes the next line of `*.signoffs.jsonl`, with a key that is at hand or from a signature made elsewhere.
import { parseJson } from '../../codec/json.ts';
import { type SignOffStatement, signOffStatement } from '../../model/sign-off.ts';
import { Failure } from '../../problem.ts';
import { type Envelope, envelopeText, IN_TOTO, payloadIn, signedBytes } from '../envelope.ts';
import type { Certificate } from '../pki/certificate.ts';
import { verifyRaw } from '../pki/raw-signature.ts';
import type { KeyHolder, Signer } from '../pki/signer.ts';
import { type Stamper, signedEnvelope } from '../seal.ts';
import { type Signable, signedContent } from './content.ts';
import { framedEcdsa, readingsOf } from './given-signature.ts';
import { type SignOffAbout, statementBytes } from './statement.ts';

/** A line without its line feed, signed here and now. */
export const signOffLine = async (
  inputs: Signable,
  about: Omit<SignOffAbout, 'certificate' | 'timestamp'>,
  signer: Signer,
  timestamp: Stamper | null,
): Promise<string> => {
  const { fingerprint } = signer.certificate.facts;
  const said = { ...about, certificate: fingerprint, timestamp: timestamp !== null };
  const payload = statementBytes(inputs, signedContent(inputs), said);
  return envelopeText(await signedEnvelope(IN_TOTO, payload, signer, timestamp));
};

/** The bytes for a key that is elsewhere to sign. */
export const bytesToSign = (inputs: Signable, about: SignOffAbout): Uint8Array =>
  signedBytes(IN_TOTO, statementBytes(inputs, signedContent(inputs), about));

/**
 * The line from bytes that were written to be signed, and what came back: a plain signature or a CMS. Throws `request-stale` when the
 * inputs are no longer those, `signature-refused` when the signature is not the certificate's over these bytes.
 */
export const attachedLine = async (
  inputs: Signable,
  requested: Uint8Array,
  signature: Uint8Array,
  { certificate, chain }: KeyHolder,
  timestamp: Stamper | null,
): Promise<string> => {
  const payload = payloadIn(IN_TOTO, requested) ?? new Uint8Array();
  checkRequest(inputs, payload, certificate, timestamp !== null);
  const taken = await takenSignature(signature, requested, certificate);
  const envelope: Envelope = {
    payload,
    payloadType: IN_TOTO,
    ...taken,
    chain: [certificate.der, ...chain.map(({ der }) => der)],
    timestamp: timestamp === null ? null : await timestamp(taken.signature),
  };
  return envelopeText(envelope);
};

/** What a request says; null when it is none. */
export const requestedStatement = (requested: Uint8Array): SignOffStatement['predicate'] | null => {
  const payload = payloadIn(IN_TOTO, requested);
  const parsed = payload === null ? null : parseJson('request', payload);
  const typed = parsed?.kind === 'value' ? signOffStatement.safeParse(parsed.value) : null;
  return typed?.success === true ? typed.data.predicate : null;
};

const checkRequest = (
  inputs: Signable,
  payload: Uint8Array,
  { facts }: Certificate,
  timestamped: boolean,
): void => {
  const said = requestedStatement(signedBytes(IN_TOTO, payload));
  if (said === null) throw stale('The request is not one that this program wrote.');
  if (said.certificate !== facts.fingerprint) throw stale('The request was written for another certificate.');
  if (said.timestamp !== timestamped)
    throw stale(`The request was written ${said.timestamp ? 'with' : 'without'} --timestamp.`);
  const now = statementBytes(inputs, signedContent(inputs), aboutOf(said));
  if (Buffer.compare(now, payload) !== 0) throw stale('What was to be signed has changed since.');
};

const aboutOf = (said: SignOffStatement['predicate']): SignOffAbout => {
  const { duties: _duties, parts: _parts, team: _team, system: _system, period: _period, ...about } = said;
  return about;
};

const stale = (sentence: string): Failure =>
  new Failure('request-stale', sentence, 'Write the request again with --request, and have that signed.');

type Taken = Pick<Envelope, 'signature' | 'form'>;

/** A plain signature where it can be one, since every DSSE tool checks it; a CMS with attributes as it is. */
const takenSignature = async (
  given: Uint8Array,
  data: Uint8Array,
  certificate: Certificate,
): Promise<Taken> => {
  const readings = readingsOf(given);
  const plain = readings
    .flatMap((one) => [one, ...unframed(one, certificate)])
    .find((one) => verifyRaw(certificate, data, one));
  return plain === undefined
    ? takenCms(readings.at(-1) ?? new Uint8Array(), data, certificate)
    : { signature: plain, form: 'plain' };
};

const HALF = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

const unframed = (signature: Uint8Array, { key }: Certificate): readonly Uint8Array[] =>
  key.kind === 'ecdsa' && signature.length === HALF[key.curve] * 2 ? [framedEcdsa(signature)] : [];

const takenCms = async (cms: Uint8Array, data: Uint8Array, certificate: Certificate): Promise<Taken> => {
  const { checkCms } = await import('../pki/cms-check.ts');
  const check = checkCms(cms, [data], { kind: 'sign-off' });
  if (check.kind === 'refused') throw refused(check.sentence);
  if (check.certificate.facts.fingerprint !== certificate.facts.fingerprint)
    throw refused('It was made by another certificate.');
  return verifyRaw(certificate, data, check.signature)
    ? { signature: check.signature, form: 'plain' }
    : { signature: cms, form: 'cms' };
};

const refused = (why: string): Failure =>
  new Failure(
    'signature-refused',
    `The signature is not one of this certificate over these bytes. ${why}`,
    'Sign the bytes of the request as they are: a plain signature by the key of the certificate, or a detached CMS.',
  );
