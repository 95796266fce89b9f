// Writes DER (X.690) by hand, from the inside out: for structures that no library would write, because they are wrong.

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[n]` with content that is made of values. */
export const contextTag = (number: number): number => 0xa0 | number;

/** A value with that identifier octet, made of the parts one after the other. */
export const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = joined(parts);
  return joined([Uint8Array.of(tag, ...lengthOf(content.length)), content]);
};

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

const lengthOf = (length: number): readonly number[] =>
  length < 0x80 ? [length] : [0x80 | base256(length).length, ...base256(length)];

const base256 = (value: number): readonly number[] =>
  value < 256 ? [value] : [...base256(Math.floor(value / 256)), value % 256];

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...parts);
export const octetString = (bytes: Uint8Array): Uint8Array => der(TAG.octetString, bytes);
export const NULL = der(TAG.null);

/** SET OF: DER wants its members in the order of their bytes (X.690, 11.6). */
export const setOf = (members: readonly Uint8Array[], tag: number = TAG.set): Uint8Array =>
  der(tag, ...members.toSorted((a, b) => Buffer.compare(a, b)));

/** An INTEGER that is not negative, from its bytes, highest first, or a small number. */
export const integer = (value: Uint8Array | number): Uint8Array => {
  const bytes = typeof value === 'number' ? Uint8Array.from(base256(value)) : value;
  const from = bytes.findIndex((byte) => byte !== 0);
  const short = from === -1 ? Uint8Array.of(0) : bytes.subarray(from);
  return der(TAG.integer, ...((short[0] ?? 0) >= 0x80 ? [Uint8Array.of(0)] : []), short);
};

export const oid = (dotted: string): Uint8Array => {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(TAG.oid, Uint8Array.from([root * 40 + second, ...rest].flatMap(base128)));
};

const base128 = (value: number): readonly number[] =>
  value < 128 ? [value] : [...base128(Math.floor(value / 128)).map((byte) => byte | 0x80), value % 128];
