// Signatures that are wrong in one way each, put together piece by piece.
import { createHash, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCms } from '../../../src/pack/pki/cms-check.ts';
import { type Authority, makeAuthority } from './authority.ts';
import { der, integer, octetString, oid, sequence, setOf } from './der-write.ts';

const CONTENT = new TextEncoder().encode('what is signed');
const DATA = '1.2.840.113549.1.7.1';
const SHA256 = '2.16.840.1.101.3.4.2.1';
const SHA1 = '1.3.14.3.2.26';
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47';

const root = makeAuthority();
const who = root.issue({ name: 'Robin Example' });
const other = root.issue({ name: 'Kim Example' });
const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(type), setOf(values));
const named = ({ certificate }: Authority): Uint8Array =>
  attribute(SIGNING_CERTIFICATE, sequence(sequence(sequence(octetString(sha256(certificate.der))))));
/** With issuer and serial number, which may be those of another certificate. */
const namedBySerial = ({ certificate: { fields } }: Authority): Uint8Array => {
  const issuerSerial = sequence(sequence(der(0xa4, fields.issuer.bytes)), der(0x02, fields.serial));
  const digest = octetString(sha256(who.certificate.der));
  return attribute(SIGNING_CERTIFICATE, sequence(sequence(sequence(digest, issuerSerial))));
};
const contentType = attribute('1.2.840.113549.1.9.3', oid(DATA));
const messageDigest = attribute('1.2.840.113549.1.9.4', octetString(sha256(CONTENT)));
const signingTime = attribute('1.2.840.113549.1.9.5', der(0x17, new TextEncoder().encode('261009083000Z')));
const GOOD = [contentType, messageDigest, named(who)];

type Parts = {
  readonly attributes?: readonly Uint8Array[] | null;
  readonly unsorted?: boolean;
  readonly unsigned?: readonly Uint8Array[];
  readonly hash?: string;
  readonly algorithm?: Uint8Array;
  readonly inside?: Uint8Array;
  readonly certificates?: readonly Authority[];
  readonly signers?: number;
  readonly type?: string;
  readonly version?: number;
  readonly byKeyId?: boolean;
  readonly content?: Uint8Array;
};

const cms = (parts: Parts = {}): Uint8Array => {
  const { attributes = GOOD, hash = SHA256, certificates = [who], signers = 1 } = parts;
  const signed = attributes === null ? (parts.content ?? CONTENT) : setOf(attributes);
  const signature = sign(hash === SHA1 ? 'sha1' : 'sha256', signed, who.key.privateKey);
  const info = sequence(
    integer(parts.byKeyId === true ? 3 : 1),
    idOf(parts.byKeyId === true),
    sequence(oid(hash)),
    ...(attributes === null
      ? []
      : [parts.unsorted === true ? der(0xa0, ...attributes) : setOf(attributes, 0xa0)]),
    parts.algorithm ?? sequence(oid(ECDSA_SHA256)),
    octetString(signature),
    ...(parts.unsigned === undefined ? [] : [setOf(parts.unsigned, 0xa1)]),
  );
  const inside = parts.inside === undefined ? [] : [der(0xa0, octetString(parts.inside))];
  const data = sequence(
    integer(parts.version ?? 1),
    setOf([sequence(oid(hash))]),
    sequence(oid(parts.type ?? DATA), ...inside),
    setOf(
      certificates.map(({ certificate }) => certificate.der),
      0xa0,
    ),
    der(0x31, ...Array.from({ length: signers }, () => info)),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, data));
};

const idOf = (byKeyId: boolean): Uint8Array => {
  const { issuer, serial, extensions } = who.certificate.fields;
  const keyId = extensions.get('2.5.29.14')?.value.subarray(2) ?? new Uint8Array();
  return byKeyId ? der(0x80, keyId) : sequence(issuer.bytes, der(0x02, serial));
};

const codes = (parts: Parts, content: Uint8Array = CONTENT): readonly string[] =>
  (['seal', 'sign-off'] as const).map((kind) => {
    const check = checkCms(cms(parts), [content], { kind });
    return check.kind === 'ok' ? 'ok' : check.code;
  });

describe('as a seal and as a sign-off', () => {
  test.each<[string, Parts, readonly string[]]>([
    ['nothing wrong', {}, ['ok', 'ok']],
    ['a time of signing', { attributes: [...GOOD, signingTime] }, ['cms-shape', 'ok']],
    ['no certificate named', { attributes: [contentType, messageDigest] }, ['cms-shape', 'ok']],
    [
      'another certificate named',
      { attributes: [contentType, messageDigest, named(other)] },
      ['cms-certificate', 'cms-certificate'],
    ],
    [
      'the certificate named by its serial number too',
      { attributes: [contentType, messageDigest, namedBySerial(who)] },
      ['ok', 'ok'],
    ],
    [
      'another serial number named',
      { attributes: [contentType, messageDigest, namedBySerial(other)] },
      ['cms-certificate', 'cms-certificate'],
    ],
    ['an attribute twice', { attributes: [...GOOD, messageDigest] }, ['cms-unreadable', 'cms-unreadable']],
    [
      'two values in one',
      {
        attributes: [
          contentType,
          named(who),
          attribute('1.2.840.113549.1.9.4', octetString(sha256(CONTENT)), octetString(new Uint8Array(32))),
        ],
      },
      ['cms-unreadable', 'cms-unreadable'],
    ],
    ['no digest', { attributes: [contentType, named(who)] }, ['cms-shape', 'cms-shape']],
    ['no type of content', { attributes: [messageDigest, named(who)] }, ['cms-shape', 'cms-shape']],
    ['no attributes', { attributes: null }, ['cms-shape', 'ok']],
    [
      'attributes out of order',
      { attributes: [named(who), contentType, messageDigest], unsorted: true },
      ['cms-unreadable', 'ok'],
    ],
    ['an unsigned attribute of another kind', { unsigned: [signingTime] }, ['cms-shape', 'ok']],
    ['SHA-1', { hash: SHA1 }, ['cms-algorithm', 'cms-algorithm']],
    [
      'an algorithm with another hash',
      { algorithm: sequence(oid('1.2.840.10045.4.3.3')) },
      ['cms-algorithm', 'cms-algorithm'],
    ],
    [
      'an algorithm of another kind of key',
      { algorithm: sequence(oid('1.2.840.113549.1.1.11'), der(0x05)) },
      ['cms-algorithm', 'cms-algorithm'],
    ],
    ['its own content inside', { inside: CONTENT }, ['cms-shape', 'ok']],
    ['other content inside', { inside: new Uint8Array(3) }, ['cms-shape', 'cms-digest']],
    ['no certificate', { certificates: [] }, ['cms-certificate', 'cms-certificate']],
    [
      'the certificate of somebody else',
      { certificates: [other, root] },
      ['cms-certificate', 'cms-certificate'],
    ],
    [
      'too many certificates',
      { certificates: Array.from({ length: 21 }, () => who) },
      ['cms-unreadable', 'cms-unreadable'],
    ],
    ['two signers', { signers: 2 }, ['cms-shape', 'cms-shape']],
    ['no signer', { signers: 0 }, ['cms-shape', 'cms-shape']],
    ['another type of content', { type: '1.2.840.113549.1.9.16.1.4' }, ['cms-shape', 'cms-shape']],
    ['another version', { version: 3 }, ['cms-shape', 'ok']],
    ['an unknown version', { version: 9 }, ['cms-unreadable', 'cms-unreadable']],
    ['the signer named by its key', { byKeyId: true }, ['cms-shape', 'ok']],
  ])('%s', (_, parts, expected) => {
    expect(codes(parts)).toEqual(expected);
  });

  test('other content', () => {
    expect(codes({}, CONTENT.subarray(1))).toEqual(['cms-digest', 'cms-digest']);
  });

  // Who signed attributes has not signed them as content: without this rule one could be shown as the other.
  test('the attributes of one signature as the content of another', () => {
    const content = setOf(GOOD);
    expect(codes({ attributes: null, content }, content)).toEqual(['cms-shape', 'cms-shape']);
  });

  test('any bytes at all are refused, never more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        (['seal', 'sign-off'] as const).every(
          (kind) => checkCms(bytes, [CONTENT], { kind }).kind === 'refused',
        ),
      ),
    );
  });
});

describe('the parameters of RSA-PSS', () => {
  const rsa = root.issue({ key: 'rsa' });
  const hash = (name: string): Uint8Array => sequence(oid(name), der(0x05));
  const parameters = (own: string, mask: string, salt: number): Uint8Array =>
    sequence(
      der(0xa0, hash(own)),
      der(0xa1, sequence(oid('1.2.840.113549.1.1.8'), hash(mask))),
      der(0xa2, integer(salt)),
    );

  const check = (given: Uint8Array, saltLength: number): string => {
    const signature = sign('sha256', CONTENT, { key: rsa.key.privateKey, padding: 6, saltLength });
    const { issuer, serial } = rsa.certificate.fields;
    const info = sequence(
      integer(1),
      sequence(issuer.bytes, der(0x02, serial)),
      sequence(oid(SHA256)),
      sequence(oid('1.2.840.113549.1.1.10'), given),
      octetString(signature),
    );
    const data = sequence(
      integer(1),
      setOf([sequence(oid(SHA256))]),
      sequence(oid(DATA)),
      der(0xa0, rsa.certificate.der),
      setOf([info]),
    );
    const made = checkCms(sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, data)), [CONTENT], {
      kind: 'sign-off',
    });
    return made.kind === 'ok' ? 'ok' : made.code;
  };

  test.each<[string, Uint8Array, number, string]>([
    ['as they should be', parameters(SHA256, SHA256, 32), 32, 'ok'],
    ['a longer salt', parameters(SHA256, SHA256, 64), 64, 'ok'],
    ['a shorter salt', parameters(SHA256, SHA256, 20), 20, 'cms-algorithm'],
    ['a salt that is not the one used', parameters(SHA256, SHA256, 32), 64, 'cms-signature'],
    ['a mask with another hash', parameters(SHA256, SHA1, 32), 32, 'cms-algorithm'],
    ['none, which means SHA-1', sequence(), 32, 'cms-algorithm'],
  ])('%s', (_, given, salt, expected) => {
    expect(check(given, salt)).toBe(expected);
  });
});
