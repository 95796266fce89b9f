// How PKCS #12 makes keys of a passphrase (RFC 7292, appendix B), for its checksum and for its older ciphers.
import { createHash } from 'node:crypto';

/** What RFC 7292, appendix B, calls the purpose of the bytes that are made. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export type Pkcs12Salt = { readonly hash: string; readonly salt: Uint8Array; readonly iterations: number };

/** Key derivation of PKCS #12 (RFC 7292, appendix B.2), which nothing else uses any more and Node does not offer. */
export const pkcs12Kdf = (
  passphrase: string,
  { hash, salt, iterations }: Pkcs12Salt,
  { purpose, length }: { readonly purpose: number; readonly length: number },
): Uint8Array => {
  const block = hash === 'sha384' || hash === 'sha512' ? 128 : 64;
  const diversifier = new Uint8Array(block).fill(purpose);
  const input = Buffer.concat([repeated(salt, block), repeated(bmpString(passphrase), block)]);
  const made: Uint8Array[] = [];
  for (let size = 0; size < length; ) {
    let digest = createHash(hash).update(diversifier).update(input).digest();
    for (let i = 1; i < iterations; i += 1) digest = createHash(hash).update(digest).digest();
    made.push(digest);
    size += digest.length;
    addToEach(input, repeated(digest, block).subarray(0, block), block);
  }
  return Uint8Array.from(Buffer.concat(made).subarray(0, length));
};

/** UTF-16, highest byte first, with a terminating zero (RFC 7292, appendix B.1). */
const bmpString = (text: string): Uint8Array => Buffer.from(`${text}\0`, 'utf16le').swap16();

/** The bytes again and again, up to a whole number of blocks. */
const repeated = (bytes: Uint8Array, block: number): Uint8Array => {
  const length = block * Math.ceil(bytes.length / block);
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
};

/** Each block of `input`, taken as one number, becomes itself plus `addend` plus one. */
const addToEach = (input: Uint8Array, addend: Uint8Array, block: number): void => {
  for (let from = 0; from < input.length; from += block) {
    let carry = 1;
    for (let index = block - 1; index >= 0; index -= 1) {
      carry += (input[from + index] ?? 0) + (addend[index] ?? 0);
      input[from + index] = carry & 0xff;
      carry >>= 8;
    }
  }
};
