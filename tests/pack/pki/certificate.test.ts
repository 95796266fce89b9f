// Certificates: the facts that are stated of them, the ones that cannot be used, and names that pretend.
import { generateKeyPairSync } from 'node:crypto';
import * as asn1 from 'asn1js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/codec/digest.ts';
import { certificateFacts } from '../../../src/model/certificate.ts';
import { readCertificate } from '../../../src/pack/pki/certificate.ts';
import { readPem } from '../../../src/pack/pki/certificate-pem.ts';
import { toPem } from '../../../src/pack/pki/pem.ts';
import {
  certificateDer,
  extension,
  type KeyName,
  makeAuthority,
  makeKey,
  nameOf,
  type Wish,
} from './authority.ts';
import { der, octetString, oid, sequence, setOf } from './der-write.ts';
import { fixture, fixtureCertificate, flipped, someBits, trouble } from './fixture.ts';

const facts = (wish: Wish): ReturnType<typeof certificateFacts.parse> =>
  certificateFacts.parse(makeAuthority(wish).certificate.facts);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the facts', () => {
  test('of a certificate that OpenSSL made, as OpenSSL states them', () => {
    const { facts: stated, der: read } = fixtureCertificate('rsa.crt');
    expect(certificateFacts.parse(stated)).toEqual(stated);
    expect(stated).toMatchObject({
      subject: 'CN=Robin Example, O=Northfield Example Bank',
      issuer: 'CN=Robin Example, O=Northfield Example Bank',
      fingerprint: sha256(read),
      key: 'RSA 2048',
      emails: ['robin@northfield.example'],
      name: 'Robin Example',
    });
  });

  test.each<[KeyName, string]>([
    ['rsa', 'RSA 2048'],
    ['rsa-pss', 'RSA-PSS 2048'],
    ['P-256', 'ECDSA P-256'],
    ['P-384', 'ECDSA P-384'],
    ['P-521', 'ECDSA P-521'],
  ])('name the key: %s', (key, words) => {
    expect(facts({ key }).key).toBe(words);
  });

  test('say when, beyond 2049 too, and which number', () => {
    const found = facts({ from: '2026-02-28T23:59:59Z', to: '2051-01-01T00:00:00Z', serial: 0x1f00 });
    expect(found).toMatchObject({ from: '2026-02-28T23:59:59Z', to: '2051-01-01T00:00:00Z', serial: '1f00' });
  });

  test('have the same key digest for two certificates of one key', () => {
    const key = makeKey('P-256');
    const [one, two] = [facts({ key, name: 'One' }), facts({ key, name: 'Two' })];
    expect(one['key-digest']).toBe(two['key-digest']);
    expect(one.fingerprint).not.toBe(two.fingerprint);
  });
});

describe('names that pretend', () => {
  test('a comma inside a value does not begin another part', () => {
    const found = facts({ name: 'Robin, O=Other Bank\\', organisation: 'Northfield' });
    expect(found.subject).toBe('CN=Robin\\, O=Other Bank\\\\, O=Northfield');
  });

  test('characters that cannot be seen or turn text around are left out, and long values cut', () => {
    expect(facts({ name: 'Ro\u202ebin\u0000\n\u200b Example' }).subject).toBe('CN=Robin Example');
    expect(facts({ name: 'x'.repeat(5000) }).subject.length).toBeLessThan(300);
  });

  test.each([
    ['Robin@Northfield.Example', ['robin@northfield.example']],
    ['a@b.example, email:ceo@northfield.example', []],
    ['a@b.example\u0000', []],
    ['"a@b.example"', []],
    ['a@b@c.example', []],
    ['nobody', []],
  ])('the address %j', (email, emails) => {
    expect(facts({ email }).emails).toEqual(emails);
  });

  test('several addresses are sorted, each once, that of the subject too', () => {
    const key = makeKey('P-256');
    const names = sequence(
      der(0x81, bytes('b@x.example')),
      der(0x81, bytes('A@x.example')),
      der(0x82, bytes('c@x.example')),
    );
    const issuer = sequence(setOf([sequence(oid('1.2.840.113549.1.9.1'), der(0x16, bytes('a@x.example')))]));
    const made = certificateDer(
      { key, extensions: [extension('2.5.29.17', false, asn1.fromBER(names.slice()).result)] },
      issuer,
      key,
    );
    const read = readCertificate(made);
    expect(typeof read === 'string' ? read : [read.facts.emails, read.facts.issuer]).toEqual([
      ['a@x.example', 'b@x.example'],
      'emailAddress=a@x.example',
    ]);
  });
});

describe('what cannot be used', () => {
  test.each<[KeyName, string]>([
    ['rsa-1024', 'has an RSA key of 1024 bits; it takes 2048 at least'],
    ['ed25519', 'has a key of a kind that is not used here (ed25519); RSA and ECDSA keys are'],
  ])('%s', (key, why) => {
    expect(trouble(key)).toBe(why);
  });

  test('another curve, and RSA-PSS bound to another hash', () => {
    const read = (key: Wish['key']): string => {
      if (key === undefined || typeof key === 'string') return '';
      const made = readCertificate(certificateDer({ key }, nameOf('Robin Example'), makeKey('P-256')));
      return typeof made === 'string' ? made : 'can be used';
    };
    expect(read(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }))).toContain('curve');
    expect(
      read(
        generateKeyPairSync('rsa-pss', {
          modulusLength: 2048,
          hashAlgorithm: 'sha512',
          mgf1HashAlgorithm: 'sha512',
        }),
      ),
    ).toContain('RSA-PSS');
  });

  test('an extension twice, bytes behind the end, no certificate at all, one that is too large', () => {
    const twice = extension('1.2.3', false, new asn1.Null());
    expect(trouble('P-256', { extensions: [twice, twice] })).toBe('has an extension twice');
    const { der: whole } = makeAuthority().certificate;
    expect(readCertificate(Uint8Array.from([...whole, 0]))).toBe('has bytes behind its end');
    expect(readCertificate(octetString(bytes('hello')))).toBe(
      'has a field of another type than belongs there',
    );
    expect(readCertificate(new Uint8Array(100_001))).toContain('larger');
  });

  test('two names for the algorithm of one signature', () => {
    const ec = fixtureCertificate('ec.crt').der;
    const place = Buffer.from(ec).lastIndexOf(Buffer.from('2a8648ce3d040302', 'hex'));
    const changed = ec.map((byte, index) => (index === place + 7 ? 3 : byte));
    expect(readCertificate(changed)).toBe('names two algorithms for one signature');
  });

  test('bytes and certificates with a bit turned over are read or refused, never more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (random) => typeof readCertificate(random) === 'string'),
    );
    const { der: whole } = makeAuthority({ email: 'robin@northfield.example' }).certificate;
    for (const bit of someBits(whole)) readCertificate(flipped(whole, bit));
  });
});

describe('PEM', () => {
  const pem = (count: number): string => toPem('CERTIFICATE', fixtureCertificate('ec.crt').der).repeat(count);

  test('certificates among other text, with any line ends', () => {
    const read = readPem(bytes(`Bag Attributes\r\n${pem(2).replaceAll('\n', '\r\n')}end`));
    expect(typeof read === 'string' ? read : read.map(({ facts: { name } }) => name)).toEqual([
      'Kim Example',
      'Kim Example',
    ]);
    expect(readPem(bytes('nothing'))).toEqual([]);
  });

  test('is bounded, and says which certificate cannot be used', () => {
    expect(readPem(bytes(pem(21)))).toBe('has more than 20 certificates');
    expect(readPem(new Uint8Array(1024 * 1024 + 1))).toBe('is larger than a megabyte');
    const bad = toPem('CERTIFICATE', bytes('hello'));
    expect(readPem(bytes(pem(1) + bad))).toContain('(number 2)');
    expect(readPem(bytes('-----BEGIN CERTIFICATE-----\n****\n-----END CERTIFICATE-----\n'))).toContain(
      'base64',
    );
  });

  test('is what OpenSSL writes', () => {
    expect(pem(1)).toBe(new TextDecoder().decode(fixture('ec.crt')));
  });
});
