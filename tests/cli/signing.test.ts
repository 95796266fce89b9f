// Signing, sealing and verifying as the command line does it, where a transcript cannot show it: several files with one passphrase, a
// timestamp server that is honest or not, and two people who sign at once.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { World } from '../../src/cli/world.ts';
import { toPem } from '../../src/pack/pki/index.ts';
import { Failure } from '../../src/problem.ts';
import { makeAuthority } from '../pack/pki/authority.ts';
import { makeTsa } from '../pack/pki/tsa.ts';
import { countersign, inFolder } from './transcript.ts';

const MODEL = `format: countersign/model@1
id: svc
title: Example Service
provider: { id: prov, name: Example Provider }
revision: "2026-01-01"
text: verbatim
source: { title: The page, sha256: "sha256:${'0'.repeat(64)}" }
areas:
  - code: AA
    title: Access
    line: 10
    allocation: shared
    resources:
      - code: AA-01
        title: Accounts
        line: 12
        allocation: shared
        provider: []
        customer: [{ id: AA-01-C1, line: 12, text: Remove accounts., digest: "sha256:${'2'.repeat(64)}" }]
`;
const POLICY = `format: countersign/policy@1
id: own
title: Own policy
organisation: { name: Example Bank }
classification: Internal
retention: P5Y
approvals: { mode: signed, roles: [preparer, approver], separation: all-different }
fail-at: high
thresholds: { evidence-reuse: 5, waiver-longest: P1Y, bridge-longest: P92D }
defaults: { criticality: moderate, evidence: 0 }
`;
const attestation = (team: string): string => `format: countersign/attestation@1
team: { id: ${team}, name: Team ${team} }
system: { id: sys, name: System }
period: 2026-Q3
as-of: 2026-10-09
policy: own.policy.yaml
models: [{ id: svc, revision: "2026-01-01" }]
people:
  lead: { name: Robin Example, role: Lead, email: robin@example.com }
  head: { name: Sam Mockup, role: Head, email: sam@example.com }
duties: { svc: { AA-01-C1: { status: implemented, owner: lead, statement: Done. } } }
`;
const ROOT = makeAuthority({
  name: 'Example Root',
  from: '2026-01-01T00:00:00Z',
  to: '2027-01-01T00:00:00Z',
});
const TSA = makeTsa(ROOT, { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' });

/** Does a command that has to end with a code. */
const does = async (words: string, code = 0, change?: (world: World) => World): Promise<string> => {
  const ran = await countersign(words.split(' '), change);
  expect(ran.code, ran.output.join('\n')).toBe(code);
  return ran.output.join('\n');
};
const KEY = (name: string): string => `--key ${name}.key.pem --certificate ${name}.cert.pem`;

const prepare = async (...teams: readonly string[]): Promise<void> => {
  mkdirSync('models');
  writeFileSync('models/svc.model.yaml', MODEL);
  writeFileSync('own.policy.yaml', POLICY);
  writeFileSync('root.pem', toPem('CERTIFICATE', ROOT.certificate.der));
  writeFileSync(
    'trust.yaml',
    `format: countersign/trust@1
certificates: { robin: { file: robin.cert.pem }, sam: { file: sam.cert.pem }, bank: { file: bank.cert.pem }, clock: { file: root.pem } }
people: [{ certificate: robin, roles: [preparer] }, { certificate: sam, roles: [approver] }]
seals: [{ certificate: bank }]
timestamps: [{ authority: clock }]
`,
  );
  for (const team of teams) {
    writeFileSync(`${team}.attestation.yaml`, attestation(team));
    await does(`lock ${team}.attestation.yaml --quiet`);
  }
  for (const [name, more] of [
    ['robin', '--email robin@example.com'],
    ['sam', '--email sam@example.com'],
    ['bank', ''],
  ])
    await does(`keygen ${name} ${more} -o ${name} --quiet`.replace(/ +/g, ' '), 0, withSecret());
};

/** A world in which passphrases are counted. */
const withSecret =
  (asked: string[] = []) =>
  (world: World): World => ({
    ...world,
    passphrase: async ({ purpose }) => {
      asked.push(purpose);
      return 'correct horse';
    },
  });
const withServer =
  (reply: (request: Uint8Array) => Uint8Array | Promise<Uint8Array>) =>
  (world: World): World => ({
    ...withSecret()(world),
    askTimestamp: async (_url, request) => reply(request),
  });
const honest = withServer((request) => TSA.answer(request));

test('many attestations are signed with one passphrase, and one that cannot be does not stop the others', async () => {
  await inFolder(async () => {
    await prepare('one', 'two');
    const asked: string[] = [];
    const files = 'one.attestation.yaml none.attestation.yaml two.attestation.yaml';
    const said = await does(`sign ${files} --role preparer ${KEY('robin')}`, 2, withSecret(asked));
    expect(asked).toEqual(['The key robin.key.pem']);
    expect(said.match(/Signed as preparer by Robin Example/g)).toHaveLength(2);
    expect(said).toContain('There is no attestation none.attestation.yaml.');
  });
});

test('with timestamps every step of verification is taken', async () => {
  await inFolder(async () => {
    await prepare('one');
    const stamp = '--timestamp http://tsa.example.com';
    await does(`sign one.attestation.yaml --role preparer ${KEY('robin')} ${stamp}`, 0, honest);
    const said = await does(`sign one.attestation.yaml --role approver ${KEY('sam')} ${stamp}`, 0, honest);
    expect(said).toContain('at 2026-10-09T08:30:00Z by timestamp');
    await does(
      `build one.attestation.yaml --zip --seal bank.key.pem --certificate bank.cert.pem ${stamp}`,
      0,
      honest,
    );
    const pack = 'out/2026-Q3/one.sys/v1';
    const all = 'seal,timestamp,sign-offs,separation,trust,certificates';
    for (const path of [
      pack,
      'out/2026-Q3/one.sys/one.sys-2026-Q3-v1.zip',
      `${pack}/one.sys-2026-Q3-v1-report.pdf`,
    ]) {
      const verified = await does(`verify ${path} --trust trust.yaml --require ${all}`);
      expect(verified).not.toContain('FAILED');
      expect(verified.match(/by timestamp/g)).toHaveLength(3);
    }
    // Whom the reader does not trust to tell the time proves nothing.
    writeFileSync('trust.yaml', readFileSync('trust.yaml', 'utf8').replace(/^timestamps.*$/m, ''));
    expect(await does(`verify ${pack} --trust trust.yaml`, 1)).toContain('[authority-not-trusted]');
  });
});

test.each<[string, (request: Uint8Array) => Uint8Array | Promise<Uint8Array>]>([
  ['says nothing of sense', () => new TextEncoder().encode('<html>')],
  ['refuses', (request) => TSA.answer(request, { status: 2 })],
  ['answers another request', (request) => TSA.answer(request, { nonce: Uint8Array.of(1, 2, 3) })],
  ['stamps something else', (request) => TSA.answer(request, { digest: new Uint8Array(32) })],
  ['is not there', () => Promise.reject(new Failure('timestamp-server', 'No.', 'Later.'))],
])('a timestamp server that %s: worth another try, and nothing is written', async (_what, reply) => {
  await inFolder(async () => {
    await prepare('one');
    await does(
      `sign one.attestation.yaml --role preparer ${KEY('robin')} --timestamp http://tsa.example.com`,
      4,
      withServer(reply),
    );
    expect(existsSync('one.signoffs.jsonl')).toBe(false);
  });
});

test('no seal is made half: without its timestamp there is no pack', async () => {
  await inFolder(async () => {
    await prepare('one');
    const seal = '--seal bank.key.pem --certificate bank.cert.pem --timestamp http://tsa.example.com';
    await does(
      `build one.attestation.yaml ${seal}`,
      4,
      withServer((request) => TSA.answer(request, { status: 2 })),
    );
    expect(existsSync('out')).toBe(false);
  });
});

test('a sign-off that somebody makes meanwhile is not lost', async () => {
  await inFolder(async () => {
    await prepare('one');
    const meanwhile = (world: World): World => ({
      ...withSecret()(world),
      passphrase: async () => {
        await does(`sign one.attestation.yaml --role preparer ${KEY('robin')}`, 0, withSecret());
        return 'correct horse';
      },
    });
    const said = await does(`sign one.attestation.yaml --role preparer ${KEY('robin')}`, 2, meanwhile);
    expect(said).toContain('one.signoffs.jsonl has changed meanwhile.');
    expect(readFileSync('one.signoffs.jsonl', 'utf8').trimEnd().split('\n')).toHaveLength(1);
  });
});

test('a request that is answered late is refused', async () => {
  await inFolder(async () => {
    await prepare('one');
    await does(`sign one.attestation.yaml --role preparer ${KEY('robin')}`, 0, withSecret());
    await does('sign one.attestation.yaml --role approver --certificate sam.cert.pem --request ask.bin');
    await does(`sign one.attestation.yaml --role approver ${KEY('sam')}`, 0, withSecret());
    writeFileSync('one.attestation.yaml', attestation('one').replace('Done.', 'Done mostly.'));
    await does(`sign one.attestation.yaml --role preparer ${KEY('robin')}`, 0, withSecret());
    const attach = '--certificate sam.cert.pem --request ask.bin --attach ask.bin';
    const said = await does(`sign one.attestation.yaml --role approver ${attach}`, 2);
    expect(said).toContain('Somebody else has signed since the request was written.');
  });
});

test('a passphrase that is wrong says so and nothing else', async () => {
  await inFolder(async () => {
    await prepare('one');
    const wrong = (world: World): World => ({ ...world, passphrase: async () => 'hunter2' });
    const said = await does(`sign one.attestation.yaml --role preparer ${KEY('robin')}`, 2, wrong);
    expect(said).toContain('robin.key.pem');
    expect(said).not.toContain('hunter2');
  });
});
