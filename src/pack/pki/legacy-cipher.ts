// RC2 in CBC mode (RFC 2268), to decrypt alone: older programs protect the certificates of a PKCS #12 file with it, and OpenSSL's
// default provider no longer has it. It protects nothing, and nothing is encrypted with it here.

/** RFC 2268, section 2: the digits of pi, made into a permutation of the bytes. */
const PI = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

const word = (value: number): number => value & 0xffff;
const rotateRight = (value: number, by: number): number => word((value >>> by) | (value << (16 - by)));

/** RFC 2268, section 2: 64 words of 16 bits. `effective` is in bits. */
const expandKey = (key: Uint8Array, effective: number): Uint16Array => {
  const bytes = new Uint8Array(128);
  bytes.set(key);
  const pi = (index: number): number => PI[index & 0xff] ?? 0;
  const at = (index: number): number => bytes[index] ?? 0;
  for (let i = key.length; i < 128; i += 1) bytes[i] = pi(at(i - 1) + at(i - key.length));
  const size = Math.ceil(effective / 8);
  bytes[128 - size] = pi(at(128 - size) & (0xff >> (8 * size - effective)));
  for (let i = 127 - size; i >= 0; i -= 1) bytes[i] = pi(at(i + 1) ^ at(i + size));
  return Uint16Array.from({ length: 64 }, (_, index) => at(2 * index) | (at(2 * index + 1) << 8));
};

const SHIFTS = [1, 2, 3, 5] as const;

/** RFC 2268, section 4: the rounds backwards, mashing before the sixth last and the twelfth last. */
const decryptBlock = (keys: Uint16Array, block: Uint8Array): Uint8Array => {
  const r = Uint16Array.from({ length: 4 }, (_, i) => (block[2 * i] ?? 0) | ((block[2 * i + 1] ?? 0) << 8));
  const at = (index: number): number => r[index & 3] ?? 0;
  for (let round = 15; round >= 0; round -= 1) {
    for (let i = 3; i >= 0; i -= 1) {
      const mixed = (at(i - 1) & at(i - 2)) + (~at(i - 1) & at(i - 3)) + (keys[4 * round + i] ?? 0);
      r[i] = word(rotateRight(at(i), SHIFTS[i] ?? 0) - mixed);
    }
    if (round !== 11 && round !== 5) continue;
    for (let i = 3; i >= 0; i -= 1) r[i] = word(at(i) - (keys[at(i - 1) & 63] ?? 0));
  }
  return Uint8Array.from({ length: 8 }, (_, index) => (at(index >> 1) >> (8 * (index & 1))) & 0xff);
};

/** Decrypts whole blocks of 8 bytes and leaves the padding where it is. `effective` is the effective length of the key in bits. */
export const rc2Decrypt = (
  { key, effective, iv }: { readonly key: Uint8Array; readonly effective: number; readonly iv: Uint8Array },
  data: Uint8Array,
): Uint8Array => {
  if (data.length % 8 !== 0 || iv.length !== 8) throw new RangeError('RC2 works on blocks of 8 bytes.');
  const keys = expandKey(key, effective);
  const plain = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 8) {
    const before = at === 0 ? iv : data.subarray(at - 8, at);
    const block = decryptBlock(keys, data.subarray(at, at + 8));
    plain.set(
      block.map((byte, index) => byte ^ (before[index] ?? 0)),
      at,
    );
  }
  return plain;
};
