// Lines made and examined: with a key at hand, from a signature made elsewhere, and with everything that can be wrong with one.
import { sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/codec/canonical-json.ts';
import { sha256 } from '../../../src/codec/digest.ts';
import type { Inputs } from '../../../src/model/inputs.ts';
import type { SignOffFacts } from '../../../src/model/sign-off.ts';
import { signedBytes } from '../../../src/pack/envelope.ts';
import { signCms } from '../../../src/pack/pki/cms.ts';
import { toPem } from '../../../src/pack/pki/index.ts';
import { examineSignOffs } from '../../../src/pack/sign-offs/examine.ts';
import { readSignOffLines } from '../../../src/pack/sign-offs/lines.ts';
import {
  attachedLine,
  bytesToSign,
  requestedStatement,
  signOffLine,
} from '../../../src/pack/sign-offs/sign.ts';
import type { SignOffAbout } from '../../../src/pack/sign-offs/statement.ts';
import { inputsOf } from '../../evaluate/builders.ts';
import { aSigner } from './signers.ts';

const INPUTS = inputsOf();
const SHOWN: SignOffAbout['shown'] = {
  'as-of': '2026-10-07',
  'in-scope': 2,
  supported: 2,
  findings: { low: 0, moderate: 0, high: 0, critical: 0 },
};
const about = (more: Partial<SignOffAbout> = {}): SignOffAbout => ({
  role: 'preparer',
  person: 'lead',
  at: '2026-10-07T09:00:00Z',
  timestamp: false,
  certificate: `sha256:${'0'.repeat(64)}`,
  comment: null,
  previous: null,
  shown: SHOWN,
  ...more,
});
const ADA = await aSigner('Ada');
const BEN = await aSigner('Ben', { kind: 'rsa' });
const CLEO = await aSigner('Cleo', { kind: 'rsa-pss' });

const examine = async (text: string, inputs: Inputs = INPUTS): Promise<readonly SignOffFacts[]> => {
  const read = readSignOffLines({ name: 'x.jsonl', bytes: new TextEncoder().encode(text) });
  if (read.kind !== 'lines') return expect.unreachable(JSON.stringify(read.diagnostics));
  return examineSignOffs(read.lines, inputs);
};
const faults = async (text: string, inputs?: Inputs): Promise<string> =>
  (await examine(text, inputs))
    .map((facts) => facts.faults.map(({ code }) => code).join('+') || 'ok')
    .join(' ');

const LINES = await (async () => {
  const one = await signOffLine(INPUTS, about(), ADA, null);
  const two = await signOffLine(
    INPUTS,
    about({ role: 'reviewer', person: 'sre', previous: sha256(one) }),
    BEN,
    null,
  );
  const three = await signOffLine(
    INPUTS,
    about({ role: 'approver', person: 'boss', previous: sha256(two) }),
    CLEO,
    null,
  );
  return [one, two, three] as const;
})();
const file = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('a chain of three', () => {
  test('holds, with keys of each kind', async () => {
    const examined = await examine(file(...LINES));
    expect(await faults(file(...LINES))).toBe('ok ok ok');
    expect(examined.map(({ certificate }) => certificate?.key)).toEqual([
      'ECDSA P-256',
      'RSA 2048',
      'RSA-PSS 2048',
    ]);
    expect(examined.map(({ changed }) => changed)).toEqual([null, null, null]);
    expect(new Set(examined.map(({ content }) => content)).size).toBe(1);
  });

  test('tells when a line is taken out, moved, doubled or put in', async () => {
    const [one, two, three] = LINES;
    expect(await faults(file(one, three))).toBe('ok sign-off-chain');
    expect(await faults(file(two, three))).toBe('sign-off-chain ok');
    expect(await faults(file(two, one, three))).toBe('sign-off-chain sign-off-chain sign-off-chain');
    expect(await faults(file(one, one, two))).toBe('ok sign-off-chain ok');
  });

  test('tells of every changed byte of a signature, and of a payload', async () => {
    const flipped = (line: string, key: RegExp): string =>
      line.replace(
        key,
        (found) => `${found.slice(0, -4)}${found.at(-4) === 'A' ? 'B' : 'A'}${found.slice(-3)}`,
      );
    for (const [index, line] of LINES.entries()) {
      const spoilt = flipped(line, /"sig":"[^"]+/);
      expect(spoilt).not.toBe(line);
      expect((await faults(file(...LINES.with(index, spoilt)))).split(' ')[index]).toContain(
        'sign-off-signature',
      );
    }
  });

  test('is void for other content, and none at all for another team or period', async () => {
    const other = inputsOf({ attestation: { assertion: { limitations: ['One.'] } } });
    const [first] = await examine(file(...LINES), other);
    expect(first?.changed).toEqual({ duties: [], parts: ['assertion'] });
    expect(await faults(file(...LINES), other)).toBe('ok ok ok');
    const later = inputsOf({ attestation: { period: '2026-Q4' } });
    expect(await faults(file(...LINES), later)).toBe(Array(3).fill('sign-off-elsewhere').join(' '));
  });

  test('counts for the certificate that it was made for, not for another one', async () => {
    const [one] = LINES;
    const swapped = (der: Uint8Array): string => {
      const envelope = JSON.parse(one);
      envelope.signatures[0].certificates = [Buffer.from(der).toString('base64')];
      envelope.signatures[0].keyid = sha256(der);
      return file(canonicalJson(envelope));
    };
    expect(await faults(swapped(BEN.certificate.der))).toBe('sign-off-certificate+sign-off-signature');
    expect(await faults(swapped(Uint8Array.of(0x41)))).toBe('sign-off-certificate');
  });
});

describe('a file', () => {
  const unreadable = (text: string): string => {
    const read = readSignOffLines({ name: 'x.jsonl', bytes: new TextEncoder().encode(text) });
    return read.kind === 'lines' ? 'read' : (read.diagnostics[0]?.sentence ?? '');
  };

  test('has one envelope a line, and ends its last', () => {
    expect(unreadable('')).toBe('read');
    expect(unreadable(file(...LINES))).toBe('read');
    expect(unreadable(LINES.join('\n'))).toMatch(/^Line 1 does not end/);
    expect(unreadable(file(LINES[0], '', LINES[1]))).toMatch(/^Line 2 cannot be read/);
    expect(unreadable(file(LINES[0], `${LINES[1]} `))).toMatch(/^Line 2 cannot be read/);
    expect(unreadable(file(...Array<string>(1001).fill('{}')))).toMatch(/more than 1000 lines/);
  });

  test('signs sign-offs and nothing else', () => {
    const with_ = (change: (envelope: { payload: string; payloadType: string }) => void): string => {
      const envelope = JSON.parse(LINES[0]);
      change(envelope);
      return file(canonicalJson(envelope));
    };
    const payload = (text: string): string =>
      with_((one) => Object.assign(one, { payload: Buffer.from(text).toString('base64') }));
    expect(unreadable(with_((one) => Object.assign(one, { payloadType: 'text/plain' })))).toMatch(
      /something else/,
    );
    expect(unreadable(payload('{'))).toMatch(/statement that cannot be read/);
    expect(unreadable(payload('{"a":1,"a":2}'))).toMatch(/statement that cannot be read/);
    expect(unreadable(payload('{}'))).toMatch(/is no sign-off, at _type/);
    const statement = Buffer.from(JSON.parse(LINES[0]).payload, 'base64').toString();
    expect(unreadable(payload(` ${statement}`))).toMatch(/canonical/);
  });
});

describe('a key that is elsewhere', () => {
  const asked = (signer: typeof ADA): SignOffAbout =>
    about({ certificate: signer.certificate.facts.fingerprint });

  test.each([
    ['ECDSA', ADA],
    ['RSA', BEN],
    ['RSA-PSS', CLEO],
  ])('%s: a plain signature comes back', async (_kind, signer) => {
    const request = bytesToSign(INPUTS, asked(signer));
    const line = await attachedLine(INPUTS, request, signer.sign(request), signer, null);
    expect(await faults(file(line))).toBe('ok');
    expect(JSON.parse(line).signatures[0].form).toBeUndefined();
    expect(requestedStatement(request)).toMatchObject({ role: 'preparer', person: 'lead' });
  });

  test.each<[string, (signature: Buffer) => Uint8Array]>([
    ['base64', (signature) => Buffer.from(`${signature.toString('base64')}\n`)],
    ['base64 in lines', (signature) => Buffer.from(signature.toString('base64').replace(/.{20}/g, '$&\r\n'))],
  ])('it may come back as %s', async (_what, spelled) => {
    const request = bytesToSign(INPUTS, asked(ADA));
    const line = await attachedLine(INPUTS, request, spelled(Buffer.from(ADA.sign(request))), ADA, null);
    expect(await faults(file(line))).toBe('ok');
  });

  test('two numbers of ECDSA come back without their frame, whatever they begin with', async () => {
    const request = bytesToSign(INPUTS, asked(ADA));
    for (let round = 0; round < 40; round += 1) {
      const pair = sign('sha256', request, { key: ADA.pem, dsaEncoding: 'ieee-p1363' });
      const line = await attachedLine(INPUTS, request, pair, ADA, null);
      expect(await faults(file(line))).toBe('ok');
    }
  });

  test('a CMS may come back as PEM', async () => {
    const request = bytesToSign(INPUTS, asked(ADA));
    const cms = toPem('CMS', await signCms({ content: [request], signer: ADA }));
    const line = await attachedLine(INPUTS, request, new TextEncoder().encode(cms), ADA, null);
    expect(await faults(file(line))).toBe('ok');
  });

  test('a CMS comes back, and stays one where its attributes are what is signed', async () => {
    const request = bytesToSign(INPUTS, asked(ADA));
    const cms = await signCms({ content: [request], signer: ADA });
    const line = await attachedLine(INPUTS, request, cms, ADA, null);
    expect(JSON.parse(line).signatures[0].form).toBe('cms');
    expect(await faults(file(line))).toBe('ok');
    const other = await signCms({ content: [request], signer: BEN });
    await expect(attachedLine(INPUTS, request, other, ADA, null)).rejects.toMatchObject({
      code: 'signature-refused',
    });
  });

  test('anything else is refused', async () => {
    const request = bytesToSign(INPUTS, asked(ADA));
    const refused = (code: string) => ({ code });
    await expect(attachedLine(INPUTS, request, BEN.sign(request), ADA, null)).rejects.toMatchObject(
      refused('signature-refused'),
    );
    await expect(attachedLine(INPUTS, request, new Uint8Array(), ADA, null)).rejects.toMatchObject(
      refused('signature-refused'),
    );
    const signature = ADA.sign(request);
    const changed = inputsOf({ attestation: { assertion: { limitations: ['One.'] } } });
    for (const attempt of [
      attachedLine(changed, request, signature, ADA, null),
      attachedLine(INPUTS, request, signature, BEN, null),
      attachedLine(INPUTS, request, signature, ADA, () => expect.unreachable()),
      attachedLine(INPUTS, request.subarray(1), signature, ADA, null),
      attachedLine(
        INPUTS,
        signedBytes('application/vnd.in-toto+json', new Uint8Array()),
        signature,
        ADA,
        null,
      ),
    ])
      await expect(attempt).rejects.toMatchObject(refused('request-stale'));
  });
});
