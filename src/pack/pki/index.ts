// What the rest of the program uses of certificates and keys, listed one by one. Whatever reads or makes a certificate is loaded at its
// first use, because the libraries take time to load and most runs meet no certificate.
import type { KeyObject } from 'node:crypto';
import type { Holder, SelfSigned } from './certify.ts';
import type { KeyHolder, Signer, SignerFiles } from './signer.ts';

export type { Certificate } from './certificate.ts';
export { usableForSigning } from './certificate-purpose.ts';
export { toPem } from './pem.ts';
export type { KeyHolder, Signer } from './signer.ts';

/** Throws Failure `key-unreadable`, `key-passphrase`, `certificate-unreadable` or `key-mismatch`. */
export const openSigner = async (files: SignerFiles): Promise<Signer> =>
  (await import('./signer.ts')).openSigner(files);

/** The certificate in a PEM or DER file, which is the first, and the others. Throws Failure `certificate-unreadable`. */
export const readCertificateFile = async (name: string, bytes: Uint8Array): Promise<KeyHolder> =>
  (await import('./signer.ts')).readCertificateFile(name, bytes);

/** A certificate in DER that a new key signs itself. */
export const certificateOf = async (holder: SelfSigned): Promise<Uint8Array> =>
  (await import('./certify.ts')).selfSigned(holder);

/** A request in DER that an authority certifies. */
export const requestFor = async (holder: Holder): Promise<Uint8Array> =>
  (await import('./certify.ts')).signingRequest(holder);

/** The key as PEM, encrypted unless the passphrase is null. */
export const keyPem = async (key: KeyObject, passphrase: string | null): Promise<string> =>
  (await import('./certify.ts')).encryptedKeyPem(key, passphrase);
