// Signatures as other programs hand them out: bytes, PEM or base64, and of ECDSA also the two numbers without their DER frame, as
// PKCS #11 has them.
import { fromBase64 } from '../../codec/base64.ts';

/** Longer is no signature. */
const LARGEST = 1024 * 1024;

/** Every way to read what was given; the right one is that which holds. */
export const readingsOf = (given: Uint8Array): readonly Uint8Array[] => {
  if (given.length > LARGEST) return [];
  const decoded = decodedFrom(given);
  return [given, ...(decoded === null ? [] : [decoded])];
};

const decodedFrom = (given: Uint8Array): Uint8Array | null => {
  const text = Buffer.from(given.buffer, given.byteOffset, given.byteLength).toString('latin1').trim();
  const pem = /^-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----$/.exec(text);
  return fromBase64((pem?.[2] ?? text).replace(/\s+/g, ''));
};

/** Two numbers of one size as the DER that signatures have here (RFC 3279, 2.2.3). */
export const framedEcdsa = (pair: Uint8Array): Uint8Array => {
  const half = pair.length / 2;
  const numbers = [...integer(pair.subarray(0, half)), ...integer(pair.subarray(half))];
  return Uint8Array.from([0x30, ...(numbers.length < 0x80 ? [] : [0x81]), numbers.length, ...numbers]);
};

/** Without leading zeros, but for one where the first bit would make it negative. */
const integer = (bytes: Uint8Array): readonly number[] => {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = [...bytes.subarray(start < 0 ? bytes.length - 1 : start)];
  const body = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits;
  return [0x02, body.length, ...body];
};
