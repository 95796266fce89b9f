// Decrypts what a passphrase protects inside a PKCS #12 file: PBES2 as programs write it today (RFC 8018), and the three older
// ciphers that exports of the past used (RFC 7292, appendix C).
import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { Integer } from 'asn1js';
import { type AlgorithmIdentifier, PBES2Params, PBKDF2Params } from 'pkijs';
import { octetsIn, otherType, read, valuesIn } from './asn1.ts';
import { rc2Decrypt } from './legacy-cipher.ts';
import { PURPOSE, pkcs12Kdf } from './pkcs12-kdf.ts';
import { DerRefused } from './strict-der.ts';

/** Rounds of key derivation beyond which a file is refused: minutes, for nothing. */
const MOST_ITERATIONS = 10_000_000;

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const PRF: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
type Cipher = { readonly name: string; readonly keyLength: number; readonly ivLength: number };
const CIPHERS: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 },
};
const OLD: Readonly<Record<string, { readonly cipher: 'rc2' | 'des-ede3-cbc'; readonly keyLength: number }>> =
  {
    '1.2.840.113549.1.12.1.3': { cipher: 'des-ede3-cbc', keyLength: 24 },
    '1.2.840.113549.1.12.1.5': { cipher: 'rc2', keyLength: 16 },
    '1.2.840.113549.1.12.1.6': { cipher: 'rc2', keyLength: 5 },
  };

/** Null where the result has no sound padding, which is what a wrong passphrase leads to. Throws DerRefused for algorithms that are not read here. */
export const decryptPbe = (
  { algorithmId, algorithmParams }: AlgorithmIdentifier,
  passphrase: string,
  data: Uint8Array,
): Uint8Array | null =>
  unpadded(
    algorithmId === PBES2
      ? decryptPbes2(algorithmParams, passphrase, data)
      : decryptOld(algorithmId, algorithmParams, passphrase, data),
  );

/** Refuses a number of rounds that is none or would take minutes. */
export const checkedIterations = (iterations: number): number => {
  if (!(iterations >= 1 && iterations <= MOST_ITERATIONS))
    throw new DerRefused(`asks for ${iterations} rounds of key derivation`);
  return iterations;
};

const decryptPbes2 = (schema: unknown, passphrase: string, data: Uint8Array): Uint8Array => {
  const { keyDerivationFunc: derivation, encryptionScheme: encryption } = read(
    () => new PBES2Params({ schema }),
  );
  if (derivation.algorithmId !== PBKDF2)
    throw new DerRefused('derives its key in a way that is not known here');
  const cipher = CIPHERS[encryption.algorithmId];
  if (cipher === undefined) throw new DerRefused('is encrypted with a cipher that is not known here');
  const iv = octetsIn(encryption.algorithmParams);
  checkSizes(cipher.ivLength, iv, data);
  return decipher(cipher.name, pbkdf2(derivation.algorithmParams, passphrase, cipher.keyLength), iv, data);
};

const pbkdf2 = (schema: unknown, passphrase: string, keyLength: number): Uint8Array => {
  const { salt, iterationCount, prf } = read(() => new PBKDF2Params({ schema }));
  const hash = prf === undefined ? 'sha1' : PRF[prf.algorithmId];
  if (hash === undefined) throw new DerRefused('derives its key with a hash that is not known here');
  return pbkdf2Sync(passphrase, octetsIn(salt), checkedIterations(iterationCount), keyLength, hash);
};

const decryptOld = (name: string, parameters: unknown, passphrase: string, data: Uint8Array): Uint8Array => {
  const old = OLD[name];
  if (old === undefined) throw new DerRefused('is encrypted in a way that is not known here');
  const [salt, rounds] = valuesIn(parameters);
  if (!(rounds instanceof Integer)) throw otherType();
  const iterations = checkedIterations(rounds.valueBlock.valueDec);
  const from = { hash: 'sha1', salt: octetsIn(salt), iterations };
  const key = pkcs12Kdf(passphrase, from, { purpose: PURPOSE.key, length: old.keyLength });
  const iv = pkcs12Kdf(passphrase, from, { purpose: PURPOSE.iv, length: 8 });
  checkSizes(8, iv, data);
  return old.cipher === 'rc2'
    ? rc2Decrypt({ key, effective: old.keyLength * 8, iv }, data)
    : decipher(old.cipher, key, iv, data);
};

/** Every cipher here works on blocks as long as its initial vector. */
const checkSizes = (block: number, iv: Uint8Array, data: Uint8Array): void => {
  if (iv.length !== block || data.length === 0 || data.length % block !== 0)
    throw new DerRefused('has encrypted content that is not whole blocks');
};

const decipher = (name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array => {
  const running = createDecipheriv(name, key, iv).setAutoPadding(false);
  return Buffer.concat([running.update(data), running.final()]);
};

/** PKCS #7 padding: as many bytes as are missing to a whole block, each saying how many. */
const unpadded = (data: Uint8Array): Uint8Array | null => {
  const count = data.at(-1) ?? 0;
  const sound =
    count >= 1 &&
    count <= 16 &&
    count <= data.length &&
    data.subarray(-count).every((byte) => byte === count);
  return sound ? data.subarray(0, data.length - count) : null;
};
