// Reads PKCS #12 files (RFC 7292), in which browsers, card programs and authorities hand out a key with its certificates. The
// structures, which may be BER, are read by pkijs; what is computed is computed here.
import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { OctetString } from 'asn1js';
import * as pkijs from 'pkijs';
import { type Node, otherType, parseBer } from './asn1.ts';
import { checkedIterations, decryptPbe } from './pbe.ts';
import { LARGEST_FILE } from './pem.ts';
import { PURPOSE, pkcs12Kdf } from './pkcs12-kdf.ts';
import { DerRefused } from './strict-der.ts';

export type Pkcs12 =
  | {
      readonly kind: 'ok';
      readonly keys: readonly KeyObject[];
      /** DER, in the order of the file. */
      readonly certificates: readonly Uint8Array[];
    }
  | { readonly kind: 'passphrase' }
  /** `why` is the end of a sentence. */
  | { readonly kind: 'refused'; readonly why: string; readonly cause: unknown };

const SHA: Readonly<Record<string, { readonly hash: string; readonly length: number }>> = {
  '1.3.14.3.2.26': { hash: 'sha1', length: 20 },
  '2.16.840.1.101.3.4.2.1': { hash: 'sha256', length: 32 },
  '2.16.840.1.101.3.4.2.2': { hash: 'sha384', length: 48 },
  '2.16.840.1.101.3.4.2.3': { hash: 'sha512', length: 64 },
};
const X509 = '1.2.840.113549.1.9.22.1';
const MOST_BAGS = 50;

/** Thrown where only another passphrase can help. */
class WrongPassphrase extends Error {}

export const readPkcs12 = (bytes: Uint8Array, passphrase: string): Pkcs12 => {
  if (bytes.length > LARGEST_FILE) return refused('is larger than a megabyte', null);
  try {
    return read(bytes, passphrase);
  } catch (error) {
    if (error instanceof WrongPassphrase) return { kind: 'passphrase' };
    if (error instanceof DerRefused) return refused(error.message, error);
    // The library and OpenSSL throw errors of many kinds for broken files; all of them mean this.
    if (error instanceof Error) return refused('is not a PKCS #12 file that can be read', error);
    throw error;
  }
};

const refused = (why: string, cause: unknown): Pkcs12 => ({ kind: 'refused', why, cause });

const read = (bytes: Uint8Array, passphrase: string): Pkcs12 => {
  const file = new pkijs.PFX({ schema: parse(bytes) });
  if (file.authSafe.contentType !== pkijs.ContentInfo.DATA)
    throw new DerRefused('is protected by a signature instead of a passphrase');
  const safe = octets(file.authSafe.content);
  if (file.macData !== undefined) checkMac(file.macData, safe, passphrase);
  const { safeContents } = new pkijs.AuthenticatedSafe({ schema: parse(safe) });
  const bags = safeContents.flatMap((content) => [...bagsOf(content, passphrase)]);
  if (bags.length > MOST_BAGS) throw new DerRefused(`has more than ${MOST_BAGS} entries`);
  return {
    kind: 'ok',
    keys: bags.flatMap(({ bagValue }) => keyIn(bagValue, passphrase)),
    certificates: bags.flatMap(({ bagValue }) => certificateIn(bagValue)),
  };
};

const parse = (bytes: Uint8Array): Node => {
  try {
    return parseBer(bytes);
  } catch (error) {
    if (error instanceof DerRefused)
      throw new DerRefused('is not a PKCS #12 file that can be read', { cause: error });
    throw error;
  }
};

/** The bytes of an octet string, which BER may have in pieces. */
const octets = (node: unknown): Uint8Array => {
  if (!(node instanceof OctetString)) throw otherType();
  return new Uint8Array(node.getValue());
};

const checkMac = (
  { mac, macSalt, iterations = 1 }: pkijs.MacData,
  safe: Uint8Array,
  passphrase: string,
): void => {
  const sha = SHA[mac.digestAlgorithm.algorithmId];
  if (sha === undefined) throw new DerRefused('has a checksum of a kind that is not known here');
  const from = { hash: sha.hash, salt: octets(macSalt), iterations: checkedIterations(iterations) };
  const key = pkcs12Kdf(passphrase, from, { purpose: PURPOSE.mac, length: sha.length });
  const stated = octets(mac.digest);
  const made = createHmac(sha.hash, key).update(safe).digest();
  if (stated.length !== made.length || !timingSafeEqual(stated, made)) throw new WrongPassphrase();
};

const bagsOf = (content: pkijs.ContentInfo, passphrase: string): readonly pkijs.SafeBag[] => {
  if (content.contentType === pkijs.ContentInfo.DATA) return safeBags(octets(content.content));
  if (content.contentType !== pkijs.ContentInfo.ENCRYPTED_DATA)
    throw new DerRefused('is encrypted for a certificate instead of a passphrase');
  const { encryptedContentInfo } = new pkijs.EncryptedData({ schema: content.content });
  const data = new Uint8Array(encryptedContentInfo.getEncryptedContent());
  return safeBags(decrypt(encryptedContentInfo.contentEncryptionAlgorithm, data, passphrase));
};

const safeBags = (bytes: Uint8Array): readonly pkijs.SafeBag[] =>
  new pkijs.SafeContents({ schema: parse(bytes) }).safeBags;

const decrypt = (algorithm: pkijs.AlgorithmIdentifier, data: Uint8Array, passphrase: string): Uint8Array => {
  const plain = decryptPbe(algorithm, passphrase, data);
  if (plain === null) throw new WrongPassphrase();
  return plain;
};

const keyIn = (value: pkijs.BagType, passphrase: string): readonly KeyObject[] => {
  const der =
    value instanceof pkijs.PKCS8ShroudedKeyBag
      ? decrypt(value.encryptionAlgorithm, octets(value.encryptedData), passphrase)
      : value instanceof pkijs.PrivateKeyInfo
        ? new Uint8Array(value.toSchema().toBER())
        : null;
  return der === null ? [] : [createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })];
};

const certificateIn = (value: pkijs.BagType): readonly Uint8Array[] =>
  value instanceof pkijs.CertBag && value.certId === X509 ? [octets(value.certValue)] : [];
