// Opens what a person signs with: a private key and its certificate, from the files that programs hand out. Nothing of a key or a
// passphrase ever stands in a message.
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Failure } from '../../problem.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { readPem } from './certificate-pem.ts';
import { privateKeyKind } from './key-kind.ts';
import { LARGEST_FILE, looksLikePem, type PemBlock, pemBlocks } from './pem.ts';
import { signBy, signRaw } from './raw-signature.ts';
import type { Scheme } from './scheme.ts';

export type Signer = {
  readonly certificate: Certificate;
  /** Further certificates from the same files, which lead up to an authority. */
  readonly chain: readonly Certificate[];
  /** By the one algorithm of the key's kind (`raw-signature.ts`), unless a structure beside it names another that suits the key. */
  readonly sign: (data: Uint8Array, scheme?: Scheme) => Uint8Array;
};

/** Who answers for a key: its certificate, and those above it. */
export type KeyHolder = Pick<Signer, 'certificate' | 'chain'>;

/** `name` is what messages call the file. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

export type SignerFiles = {
  /** PEM (PKCS #8, PKCS #1 or SEC 1, with or without a passphrase) or PKCS #12. */
  readonly key: NamedFile;
  /** PEM or DER; null where the certificate is in the key's file. */
  readonly certificate: NamedFile | null;
  /** Asked once, and only when a passphrase is needed. */
  readonly passphrase: () => Promise<string>;
};

/** Throws Failure `key-unreadable`, `key-passphrase`, `certificate-unreadable` or `key-mismatch`. */
export const openSigner = async (files: SignerFiles): Promise<Signer> => {
  const { key, certificates } = await openKey(files.key, files.passphrase);
  const given = files.certificate === null ? [] : certificatesOf(files.certificate);
  const source = files.certificate ?? files.key;
  const all = distinct([...given, ...certificates]);
  if (all.length === 0)
    throw new Failure(
      'certificate-unreadable',
      `${source.name} has no certificate.`,
      'Give the certificate of the key in a file of its own, or put both into one PEM file.',
    );
  const certificate = all.find(({ x509 }) => x509.checkPrivateKey(key));
  if (certificate === undefined)
    throw new Failure(
      'key-mismatch',
      `The certificate in ${source.name} is not that of the key in ${files.key.name}.`,
      'Give the certificate that was issued for this key.',
    );
  return {
    certificate,
    chain: all.filter((one) => one !== certificate),
    sign: (data, scheme) => (scheme === undefined ? signRaw(key, data) : signBy(key, scheme, data)),
  };
};

/** The certificate in a PEM or DER file, which is the first, and the others. Throws Failure `certificate-unreadable`. */
export const readCertificateFile = (name: string, bytes: Uint8Array): KeyHolder => {
  const [certificate, ...chain] = certificatesOf({ name, bytes });
  if (certificate === undefined) throw unreadableCertificate(`${name} has no certificate.`);
  return { certificate, chain };
};

const certificatesOf = ({ name, bytes }: NamedFile): readonly Certificate[] => {
  const read = bytes.length <= LARGEST_FILE && !looksLikePem(bytes) ? readCertificate(bytes) : readPem(bytes);
  if (typeof read === 'string') throw unreadableCertificate(`${name} ${read}.`);
  return 'der' in read ? [read] : read;
};

const unreadableCertificate = (sentence: string): Failure =>
  new Failure(
    'certificate-unreadable',
    sentence,
    'Give an X.509 certificate as PEM or DER, with an RSA or ECDSA key.',
  );

const distinct = (all: readonly Certificate[]): readonly Certificate[] => [
  ...new Map(all.map((one) => [one.facts.fingerprint, one])).values(),
];

type OpenKey = { readonly key: KeyObject; readonly certificates: readonly Certificate[] };

const openKey = async (file: NamedFile, passphrase: () => Promise<string>): Promise<OpenKey> => {
  if (file.bytes.length > LARGEST_FILE) throw unreadableKey(`${file.name} is larger than a megabyte.`);
  const opened = looksLikePem(file.bytes)
    ? await openPem(file, passphrase)
    : await openPkcs12(file, passphrase);
  const kind = privateKeyKind(opened.key);
  if (typeof kind === 'string') throw unreadableKey(`The key in ${file.name} ${kind}.`);
  return opened;
};

const openPem = async (file: NamedFile, passphrase: () => Promise<string>): Promise<OpenKey> => {
  const keys = pemBlocks(file.bytes).filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const [block] = keys;
  if (block === undefined) throw unreadableKey(`${file.name} has no private key.`);
  if (keys.length > 1) throw unreadableKey(`${file.name} has ${keys.length} private keys; it must have one.`);
  const key = isEncrypted(block)
    ? decryptedKey(file.name, block, await passphrase())
    : parsedKey(file.name, block);
  const certificates = readPem(file.bytes);
  if (typeof certificates === 'string') throw unreadableCertificate(`${file.name} ${certificates}.`);
  return { key, certificates };
};

const isEncrypted = ({ label, text }: PemBlock): boolean =>
  label === 'ENCRYPTED PRIVATE KEY' || /^Proc-Type: ?4, ?ENCRYPTED/m.test(text);

const parsedKey = (name: string, { text }: PemBlock): KeyObject => {
  try {
    return createPrivateKey({ key: text, format: 'pem' });
  } catch (error) {
    if (error instanceof Error) throw unreadableKey(`The private key in ${name} cannot be read.`);
    throw error;
  }
};

const decryptedKey = (name: string, { text }: PemBlock, passphrase: string): KeyObject => {
  try {
    return createPrivateKey({ key: text, format: 'pem', passphrase });
  } catch (error) {
    // OpenSSL cannot tell a wrong passphrase from a broken file.
    if (error instanceof Error) throw wrongPassphrase(name);
    throw error;
  }
};

/** Some exports are protected by an empty passphrase, so that is tried before anybody is asked. */
const openPkcs12 = async (
  { name, bytes }: NamedFile,
  passphrase: () => Promise<string>,
): Promise<OpenKey> => {
  const { readPkcs12 } = await import('./pkcs12.ts');
  const open = readPkcs12(bytes, '');
  const read = open.kind === 'passphrase' ? readPkcs12(bytes, await passphrase()) : open;
  if (read.kind === 'passphrase') throw wrongPassphrase(name);
  if (read.kind === 'refused') throw unreadableKey(`${name} ${read.why}.`);
  const [key, ...more] = read.keys;
  if (key === undefined) throw unreadableKey(`${name} has no private key.`);
  if (more.length > 0) throw unreadableKey(`${name} has ${read.keys.length} private keys; it must have one.`);
  const certificates = read.certificates.map(readCertificate);
  const trouble = certificates.find((one) => typeof one === 'string');
  if (trouble !== undefined) throw unreadableCertificate(`${name} has a certificate that ${trouble}.`);
  return { key, certificates: certificates.filter((one) => typeof one !== 'string') };
};

const unreadableKey = (sentence: string): Failure =>
  new Failure(
    'key-unreadable',
    sentence,
    'Give one RSA or ECDSA private key as PEM or PKCS #12. RSA takes 2048 bits at least, ECDSA P-256, P-384 or P-521.',
  );

const wrongPassphrase = (name: string): Failure =>
  new Failure(
    'key-passphrase',
    `${name} could not be opened with this passphrase.`,
    'Check the passphrase. If it is right, the file is damaged: export it again.',
  );
