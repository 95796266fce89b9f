// Certificates and requests that are made here, read by OpenSSL (in Node) and by pkijs.
import { X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import { readCertificate } from '../../../src/pack/pki/certificate.ts';
import { usableForSigning } from '../../../src/pack/pki/certificate-purpose.ts';
import {
  encryptedKeyPem,
  type SelfSigned,
  selfSigned,
  signingRequest,
} from '../../../src/pack/pki/certify.ts';
import { verifyRaw } from '../../../src/pack/pki/raw-signature.ts';
import { type KeyName, makeKey, parsed } from './authority.ts';

const KINDS: readonly KeyName[] = ['rsa', 'rsa-pss', 'P-256', 'P-384', 'P-521'];
const holder = (kind: KeyName): SelfSigned => ({
  key: makeKey(kind),
  name: 'Robin Example',
  organisation: 'Northfield Example Bank',
  email: 'robin@northfield.example',
  from: '2026-01-01T00:00:00Z',
  to: '2050-06-01T00:00:00Z',
  serial: Uint8Array.of(0x85, 0, 1),
});

describe.each(KINDS)('with a key of kind %s', (kind) => {
  test('a certificate signs itself and says what it was told', () => {
    const made = selfSigned(holder(kind));
    const x509 = new X509Certificate(made);
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect([x509.ca, x509.subjectAltName, x509.serialNumber]).toEqual([
      false,
      'email:robin@northfield.example',
      '850001',
    ]);
    const read = readCertificate(made);
    if (typeof read === 'string') throw new Error(read);
    expect(usableForSigning(read)).toBeNull();
    expect(read.facts).toMatchObject({
      subject: 'CN=Robin Example, O=Northfield Example Bank',
      issuer: 'CN=Robin Example, O=Northfield Example Bank',
      serial: '850001',
      from: '2026-01-01T00:00:00Z',
      to: '2050-06-01T00:00:00Z',
      emails: ['robin@northfield.example'],
    });
  });

  test('a request names the holder and asks for extensions', () => {
    const made = signingRequest(holder(kind));
    const request = new pkijs.CertificationRequest({ schema: parsed(made) });
    expect(request.subject.typesAndValues.map(({ value }) => value.valueBlock.value)).toEqual([
      'Northfield Example Bank',
      'Robin Example',
    ]);
    expect(request.attributes?.map(({ type }) => type)).toEqual(['1.2.840.113549.1.9.14']);
  });

  test('a request is signed by the key inside it', () => {
    const told = holder(kind);
    const own = readCertificate(selfSigned(told));
    const { tbsView, signatureValue } = new pkijs.CertificationRequest({
      schema: parsed(signingRequest(told)),
    });
    const signature = signatureValue.valueBlock.valueHexView;
    if (typeof own === 'string') throw new Error('unreadable');
    expect(verifyRaw(own, tbsView, signature)).toBe(true);
    expect(verifyRaw(own, tbsView.subarray(1), signature)).toBe(false);
  });
});

describe('a certificate', () => {
  test('says the same twice, but for the signature of an elliptic curve', () => {
    const rsa = holder('rsa');
    expect(selfSigned(rsa)).toEqual(selfSigned(rsa));
  });

  test('is not made for a key that does not sign here', () => {
    expect(() => selfSigned({ ...holder('rsa'), key: makeKey('ed25519') })).toThrow(TypeError);
  });

  test('needs neither organisation nor address', () => {
    const { organisation, email, ...rest } = holder('P-256');
    expect([organisation, email]).toHaveLength(2);
    const read = readCertificate(selfSigned(rest));
    expect(typeof read === 'string' ? read : [read.facts.subject, read.facts.emails]).toEqual([
      'CN=Robin Example',
      [],
    ]);
  });
});

describe('a key as PEM', () => {
  test('is encrypted unless there is no passphrase', () => {
    const { privateKey } = makeKey('P-256');
    expect(encryptedKeyPem(privateKey, 'countersign')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    expect(encryptedKeyPem(privateKey, null)).toContain('BEGIN PRIVATE KEY');
  });
});

test.each([
  ['00 01 …', Uint8Array.of(0, 1, 2), '102'],
  ['00 81 …', Uint8Array.of(0, 0x81, 2), '8102'],
  ['81 …', Uint8Array.of(0x81, 2), '8102'],
])('a serial number that begins %s is written in its shortest form', (_what, serial, told) => {
  const read = readCertificate(selfSigned({ ...holder('P-256'), serial }));
  if (typeof read === 'string') throw new Error(read);
  expect(read.facts.serial).toBe(told);
});
