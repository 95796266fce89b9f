// Asks for a timestamp (RFC 3161) and takes the answer; the way to the server is somebody else's.
import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import { MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import type { Instant } from '../../model/scalar.ts';
import { Failure } from '../../problem.ts';
import { hashIdentifier } from './algorithms.ts';
import { bytesOf, derOf, parseDer, read, sameBytes, valuesIn } from './asn1.ts';
import { toDer } from './ber.ts';
import { DerRefused } from './strict-der.ts';
import { checkTimestamp, nonceOf } from './timestamp-check.ts';

/** TimeStampReq in DER for `data`, by SHA-256, with the authority's certificate asked for. */
export const timestampRequest = (data: Uint8Array, nonce: Uint8Array): Uint8Array => {
  const digest = createHash('sha256').update(data).digest();
  const messageImprint = new MessageImprint({
    hashAlgorithm: hashIdentifier('sha256'),
    hashedMessage: new asn1.OctetString({ valueHex: Uint8Array.from(digest) }),
  });
  const number = new asn1.Integer({ valueHex: positive(nonce) });
  return derOf(new TimeStampReq({ version: 1, messageImprint, nonce: number, certReq: true }).toSchema());
};

/** An INTEGER from its bytes, highest first: without zeros in front, but for one where it would else be negative. */
const positive = (bytes: Uint8Array): Uint8Array => {
  const from = bytes.findIndex((byte) => byte !== 0);
  const short = from === -1 ? [] : bytes.subarray(from);
  return Uint8Array.from((short[0] ?? 0x80) >= 0x80 ? [0, ...short] : short);
};

/**
 * The token in a TimeStampResp, in DER, and the time it states. Throws Failure `timestamp-refused` where the authority refused, or the
 * answer is not one to this request, or the token does not check.
 */
export const takeToken = (
  reply: Uint8Array,
  { data, nonce }: { readonly data: Uint8Array; readonly nonce: Uint8Array },
): { readonly token: Uint8Array; readonly at: Instant } => {
  const token = tokenIn(reply);
  const checked = checkTimestamp(token, data);
  if (checked.kind === 'refused') throw refusal(checked.sentence);
  const answered = nonceOf(token);
  if (answered === null || !sameBytes(positive(answered), positive(nonce)))
    throw refusal('The timestamp answers another request than ours.');
  return { token, at: checked.at };
};

/** Some servers write BER; only the framing changes when it becomes DER, and nothing of it is signed. */
const tokenIn = (reply: Uint8Array): Uint8Array => {
  try {
    return readReply(toDer(reply));
  } catch (error) {
    if (error instanceof DerRefused)
      throw refusal(`The answer is not one of a timestamp server: it ${error.message}.`, error);
    throw error;
  }
};

/** 0 is granted, 1 granted with changes, and all other states carry no token (RFC 3161, 2.4.2). */
const readReply = (bytes: Uint8Array): Uint8Array => {
  const schema = parseDer(bytes);
  const { status, timeStampToken } = read(() => new TimeStampResp({ schema }));
  if (status.status > 1) throw refusal(`The timestamp server refused (status ${status.status}).`);
  const [, token] = valuesIn(schema);
  if (timeStampToken === undefined || token === undefined) throw new DerRefused('has no timestamp');
  return bytesOf(token);
};

const refusal = (sentence: string, cause?: unknown): Failure =>
  new Failure(
    'timestamp-refused',
    sentence,
    'Try again, or name another timestamp server. Without one, leave the timestamp away.',
    cause === undefined ? {} : { cause },
  );
