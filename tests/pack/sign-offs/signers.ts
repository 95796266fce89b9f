// Signers for tests: small keys, made once.
import { generateKeyPairSync } from 'node:crypto';
import type { Signer } from '../../../src/pack/pki/index.ts';
import { certificateOf, keyPem, openSigner, toPem } from '../../../src/pack/pki/index.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A signer with a certificate of its own, valid through 2026 and 2027 unless said otherwise. */
export const aSigner = async (
  name: string,
  { kind = 'ec' as 'ec' | 'rsa' | 'rsa-pss', email = `${name.toLowerCase()}@example.com` } = {},
): Promise<Signer & { readonly pem: string }> => {
  const key =
    kind === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : kind === 'rsa'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
  const der = await certificateOf({
    ...{ key, name, email, serial: Uint8Array.of(1, 2, 3) },
    ...{ from: '2026-01-01T00:00:00Z', to: '2027-12-31T00:00:00Z' },
  });
  const pem = await keyPem(key.privateKey, null);
  const signer = await openSigner({
    key: file('key.pem', pem),
    certificate: file('certificate.pem', toPem('CERTIFICATE', der)),
    passphrase: () => Promise.reject(new Error('no passphrase is needed')),
  });
  return { ...signer, pem };
};
