// Opening keys from the files that programs hand out, and what is said where that fails.
import { describe, expect, test } from 'vitest';
import { encryptedKeyPem } from '../../../src/pack/pki/certify.ts';
import { toPem } from '../../../src/pack/pki/pem.ts';
import { verifyRaw } from '../../../src/pack/pki/raw-signature.ts';
import { openSigner, readCertificateFile, type Signer } from '../../../src/pack/pki/signer.ts';
import { Failure } from '../../../src/problem.ts';
import { makeAuthority, makeKey } from './authority.ts';
import { fixture, PASSPHRASE } from './fixture.ts';

const DATA = new TextEncoder().encode('what is signed');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

type Files = { readonly key: Uint8Array; readonly certificate?: Uint8Array; readonly passphrase?: string };

const open = ({ key, certificate, passphrase }: Files): Promise<Signer> =>
  openSigner({
    key: { name: 'key-file', bytes: key },
    certificate: certificate === undefined ? null : { name: 'certificate-file', bytes: certificate },
    passphrase: async () => {
      if (passphrase === undefined) throw new Error('nobody is to be asked');
      return passphrase;
    },
  });

const failure = async (files: Files): Promise<string> => {
  try {
    await open(files);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.hint).not.toBe('');
    expect(`${error.message}${error.hint}`).not.toContain(files.passphrase || 'no passphrase');
    return `${error.code}: ${error.message}`;
  }
  return 'opened';
};

const expectSigns = (signer: Signer, name: string): void => {
  expect(signer.certificate.facts.name).toBe(name);
  expect(verifyRaw(signer.certificate, DATA, signer.sign(DATA))).toBe(true);
};

describe('keys of OpenSSL', () => {
  test.each([
    ['rsa-modern.p12', 'Robin Example'],
    ['rsa-legacy.p12', 'Robin Example'],
    ['ec-modern.p12', 'Kim Example'],
    ['ec-rc2-128.p12', 'Kim Example'],
    ['ec-open.p12', 'Kim Example'],
  ])('%s: opens with its passphrase, and with no other', async (name, holder) => {
    expectSigns(await open({ key: fixture(name), passphrase: PASSPHRASE }), holder);
    expect(await failure({ key: fixture(name), passphrase: 'something else' })).toBe(
      'key-passphrase: key-file could not be opened with this passphrase.',
    );
  });

  test.each(['rsa-pkcs8-enc.pem', 'rsa-pkcs1-enc.pem'])(
    '%s, with its certificate in a file',
    async (name) => {
      const files = { key: fixture(name), certificate: fixture('rsa.crt') };
      expectSigns(await open({ ...files, passphrase: PASSPHRASE }), 'Robin Example');
      expect(await failure({ ...files, passphrase: 'something else' })).toContain('key-passphrase');
      expect(await failure({ ...files, passphrase: '' })).toContain('key-passphrase');
    },
  );

  test('an open key with its certificate in one file; nobody is asked', async () => {
    const both = Uint8Array.from([...fixture('ec.crt'), ...fixture('ec-sec1.pem')]);
    expectSigns(await open({ key: both }), 'Kim Example');
  });
});

describe('keys of every kind', () => {
  test.each(['rsa', 'rsa-pss', 'P-256', 'P-384', 'P-521'] as const)(
    '%s, encrypted and open',
    async (kind) => {
      const { certificate, key } = makeAuthority({ key: kind, name: 'Robin Example' });
      for (const passphrase of [null, 'Öffne dich']) {
        const pem = bytes(encryptedKeyPem(key.privateKey, passphrase));
        const files = { key: pem, certificate: certificate.der };
        expectSigns(await open(passphrase === null ? files : { ...files, passphrase }), 'Robin Example');
      }
    },
  );

  test('the chain is what else is in the files, each once', async () => {
    const root = makeAuthority();
    const below = root.issue({ name: 'Example Issuer', ca: true });
    const { certificate, key } = below.issue();
    const all = [root, below, { certificate }, below]
      .map((one) => toPem('CERTIFICATE', one.certificate.der))
      .join('');
    const signer = await open({ key: bytes(encryptedKeyPem(key.privateKey, null)), certificate: bytes(all) });
    expect(signer.certificate.facts).toEqual(certificate.facts);
    expect(signer.chain.map(({ facts }) => facts.name)).toEqual(['Example Root', 'Example Issuer']);
  });
});

describe('what cannot be opened', () => {
  const ec = fixture('ec-sec1.pem');

  test('the certificate of another key', async () => {
    expect(await failure({ key: ec, certificate: fixture('rsa.crt') })).toBe(
      'key-mismatch: The certificate in certificate-file is not that of the key in key-file.',
    );
  });

  test('no certificate, an unreadable one, one that cannot be used', async () => {
    expect(await failure({ key: ec })).toBe('certificate-unreadable: key-file has no certificate.');
    expect(await failure({ key: ec, certificate: bytes('nothing') })).toContain('certificate-unreadable');
    expect(() =>
      readCertificateFile('x', bytes('-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n')),
    ).toThrow('x has no certificate');
    expect(() => readCertificateFile('x', new Uint8Array(2_000_000))).toThrow('larger than a megabyte');
  });

  test.each([
    ['nothing', 'key-file is not a PKCS #12 file that can be read.'],
    ['-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n', 'key-file has no private key.'],
    [
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
      'The private key in key-file cannot be read.',
    ],
  ])('%j', async (text, sentence) => {
    expect(await failure({ key: bytes(text) })).toBe(`key-unreadable: ${sentence}`);
  });

  test('two keys, a key of another kind, a short one, a file that is too large', async () => {
    const pem = (kind: 'ed25519' | 'rsa-1024'): Uint8Array =>
      bytes(encryptedKeyPem(makeKey(kind).privateKey, null));
    expect(await failure({ key: Uint8Array.from([...ec, ...ec]) })).toContain('has 2 private keys');
    expect(await failure({ key: pem('ed25519') })).toContain('of a kind that is not used here');
    expect(await failure({ key: pem('rsa-1024') })).toContain('1024 bits');
    expect(await failure({ key: new Uint8Array(2_000_000) })).toContain('larger than a megabyte');
  });
});
