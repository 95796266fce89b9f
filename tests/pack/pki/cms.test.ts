// Seals that are made here and signatures that OpenSSL made: read, checked, and refused for each thing that can be wrong.
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import { signCms } from '../../../src/pack/pki/cms.ts';
import { type CmsCheck, checkCms } from '../../../src/pack/pki/cms-check.ts';
import { verifyRaw } from '../../../src/pack/pki/raw-signature.ts';
import type { Signer } from '../../../src/pack/pki/signer.ts';
import { type KeyName, makeAuthority, parsed, signerOf } from './authority.ts';
import { fixture, flipped, someBits } from './fixture.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const CONTENT = [text('one part, '), text(''), text('and another')];
const KINDS: readonly KeyName[] = ['rsa', 'rsa-pss', 'P-256', 'P-384', 'P-521'];

const root = makeAuthority();
const signer = (key: KeyName = 'P-256'): Signer => signerOf(root.issue({ key }), [root]);
const said = (check: CmsCheck): string => (check.kind === 'ok' ? 'ok' : check.code);
const seal = (bytes: Uint8Array, content = CONTENT): string =>
  said(checkCms(bytes, content, { kind: 'seal' }));
const signOff = (bytes: Uint8Array, content = CONTENT): string =>
  said(checkCms(bytes, content, { kind: 'sign-off' }));

describe.each(KINDS)('a seal with a key of kind %s', (key) => {
  test('is found to be over its content, however it is cut, and no other', async () => {
    const who = signer(key);
    const made = await signCms({ content: CONTENT, signer: who });
    const check = checkCms(made, [text('one part, and another')], { kind: 'seal' });
    if (check.kind !== 'ok') throw new Error(check.sentence);
    expect(check.certificate.facts).toEqual(who.certificate.facts);
    expect(check.chain.map(({ facts }) => facts.name)).toEqual(['Example Root']);
    expect([check.timestamp, check.attributes]).toEqual([null, true]);
    expect(signOff(made)).toBe('ok');
    expect(seal(made, [text('one part')])).toBe('cms-digest');
  });
});

describe('a seal', () => {
  test('has the padding PSS where that is asked for and the key can do both', async () => {
    const algorithmOf = async (key: KeyName): Promise<string> => {
      const made = await signCms({ content: CONTENT, signer: signer(key), pss: true });
      expect(seal(made)).toBe('ok');
      const { content } = new pkijs.ContentInfo({ schema: parsed(made) });
      const [info] = new pkijs.SignedData({ schema: content }).signerInfos;
      return info?.signatureAlgorithm.algorithmId ?? '';
    };
    expect(await algorithmOf('rsa')).toBe('1.2.840.113549.1.1.10');
    expect(await algorithmOf('P-256')).toBe('1.2.840.10045.4.3.2');
  });

  test('has what PAdES asks for and nothing else, as another reader sees it', async () => {
    const made = await signCms({ content: CONTENT, signer: signer() });
    const info = new pkijs.ContentInfo({ schema: parsed(made) });
    const data = new pkijs.SignedData({ schema: info.content });
    const [first] = data.signerInfos;
    expect([data.version, data.encapContentInfo.eContent, data.signerInfos.length]).toEqual([
      1,
      undefined,
      1,
    ]);
    expect(first?.signedAttrs?.attributes.map(({ type }) => type)).toEqual([
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
      '1.2.840.113549.1.9.16.2.47',
    ]);
    expect(first?.unsignedAttrs).toBeUndefined();
  });

  test('with any one bit turned over is none', async () => {
    const made = await signCms({ content: CONTENT, signer: { ...signer(), chain: [] } });
    for (const bit of someBits(made))
      if (seal(flipped(made, bit)) === 'ok') throw new Error(`bit ${bit} makes no difference`);
  }, 60_000);

  test('carries the timestamp over its signature', async () => {
    const token = Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x07);
    const over: Uint8Array[] = [];
    const timestamp = async (signature: Uint8Array): Promise<Uint8Array> => {
      over.push(signature);
      return token;
    };
    const check = checkCms(await signCms({ content: CONTENT, signer: signer(), timestamp }), CONTENT, {
      kind: 'seal',
    });
    if (check.kind !== 'ok') throw new Error(check.sentence);
    expect(check.timestamp).toEqual(token);
    expect(over).toEqual([check.signature]);
  });

  test('is not made with a timestamp that is not in DER', async () => {
    const timestamp = async (): Promise<Uint8Array> => Uint8Array.of(0x30, 0x80, 0, 0);
    await expect(signCms({ content: CONTENT, signer: signer(), timestamp })).rejects.toMatchObject({
      code: 'timestamp-refused',
    });
  });

  test('is not what OpenSSL makes by default: a time of signing is refused', () => {
    for (const name of ['rsa-plain.cms', 'rsa-cades.cms', 'rsa-noattr.cms'])
      expect(seal(fixture(name), [fixture('content.txt')])).toBe('cms-shape');
    expect(seal(fixture('rsa-ber.cms'), [fixture('content.txt')])).toBe('cms-unreadable');
  });

  test('has nothing behind its end, and is bounded', async () => {
    const made = await signCms({ content: CONTENT, signer: signer() });
    expect(seal(Uint8Array.from([...made, 0]))).toBe('cms-unreadable');
    for (const kind of ['seal', 'sign-off'] as const)
      expect(checkCms(new Uint8Array(1024 * 1024 + 1), CONTENT, { kind })).toEqual({
        kind: 'refused',
        code: 'cms-unreadable',
        sentence: 'The signature cannot be read: it is larger than a megabyte.',
      });
  });
});

describe('a sign-off of OpenSSL', () => {
  const content = [fixture('content.txt')];

  test.each(['rsa-plain', 'rsa-cades', 'rsa-noattr', 'rsa-ber', 'rsa-pss-padding', 'ec-cades', 'ec-noattr'])(
    '%s',
    (name) => {
      expect(signOff(fixture(`${name}.cms`), content)).toBe('ok');
      const other = signOff(fixture(`${name}.cms`), [text('other content')]);
      expect(other).toBe(name.includes('noattr') ? 'cms-signature' : 'cms-digest');
    },
  );

  test.each(['rsa-noattr', 'ec-noattr'])('%s holds a plain signature', (name) => {
    const check = checkCms(fixture(`${name}.cms`), content, { kind: 'sign-off' });
    if (check.kind !== 'ok') throw new Error(check.sentence);
    expect(check.attributes).toBe(false);
    expect(verifyRaw(check.certificate, fixture('content.txt'), check.signature)).toBe(true);
  });

  test('with a bit turned over keeps its content and its certificate, or is refused', () => {
    const whole = fixture('ec-cades.cms');
    const good = checkCms(whole, content, { kind: 'sign-off' });
    if (good.kind !== 'ok') throw new Error(good.sentence);
    const inside = Buffer.from(whole).indexOf(good.certificate.der);
    const end = inside + good.certificate.der.length;
    for (const bit of someBits(whole)) {
      const check = checkCms(flipped(whole, bit), content, { kind: 'sign-off' });
      if (check.kind !== 'ok') continue;
      if (bit >> 3 >= inside && bit >> 3 < end)
        throw new Error(`bit ${bit} of the certificate makes no difference`);
      expect([check.certificate.facts, check.signature]).toEqual([good.certificate.facts, good.signature]);
    }
  }, 60_000);
});
