// Packs from bytes: what goes in, in which order, and that a pack made again from its own members is the same. Drawing is stood in for.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import { prettyJson } from '../../src/codec/pretty-json.ts';
import { writeZip } from '../../src/codec/zip.ts';
import { membersOf, type SealMaking, type VerifyOptions, verifyPack } from '../../src/pack/index.ts';
import { certificateOf, keyPem, openSigner, toPem } from '../../src/pack/pki/index.ts';
import type { Draw } from '../../src/pipeline/draw.ts';
import { gatherInputs } from '../../src/pipeline/gather.ts';
import {
  asOfFor,
  buildPack,
  type Judged,
  judge,
  type Making,
  type Pack,
  reperform,
} from '../../src/pipeline.ts';
import { Failure } from '../../src/problem.ts';
import { tinyPdf } from '../pack/tiny-pdf.ts';
import { memoryShelf } from './memory-shelf.ts';
import { attestationText, modelText, POLICY } from './sample-files.ts';

const BODY = `
duties:
  svc:
    AA-01-C1: { status: implemented, statement: Done., evidence: [EV-01] }
    AA-01-C2: { inherited: { from: platform, ours: none } }
evidence:
  EV-01: { type: record, title: One, file: evidence/a b.txt, at: 2026-09-01 }
  EV-02: { type: record, title: Two, file: evidence/big.bin, keep: reference, at: 2026-09-01 }
  EV-03: { type: record, title: Three, file: evidence/gone.txt, at: 2026-09-01 }
`;
const FILES = {
  'bundled/svc.model.yaml': modelText('svc', '2026-01-01'),
  'bundled/default.policy.yaml': POLICY,
  'q3/pay.attestation.yaml': attestationText('pay', BODY),
  'q3/pay.lock.json': '{"format":"countersign/lock@1","duties":{},"evidence":{}}',
  'q3/evidence/a b.txt': 'abc',
  'q3/evidence/big.bin': 'big',
  'q3/platform.attestation.yaml': attestationText(
    'platform',
    'duties: { svc: { AA-01-C2: { status: planned } } }',
  ),
};

const gathered = async (files: Readonly<Record<string, string>>): Promise<Judged> =>
  judge(
    (await gatherInputs(memoryShelf(files), 'q3/pay.attestation.yaml', { policy: null })).raw,
    '2026-10-09',
  );

/** Keeps what it was given to draw. */
const stub =
  (seen: string[] = []): Draw =>
  async (report, _template, attachments, seal) => {
    seen.push(...attachments.map(({ name, relationship }) => `${relationship} ${name}`));
    const custom = new TextEncoder().encode(report['pack-id']);
    return {
      pdf: tinyPdf(new Map(attachments.map(({ name, data }) => [name, data])), seal),
      xlsx: writeZip([{ path: 'docProps/custom.xml', data: custom }]),
    };
  };
const MAKING: Making = {
  edition: { state: 'draft', version: null, supersedes: null },
  tool: { name: 'countersign', version: '0' },
  asOfFrom: 'option',
  template: { id: 'none', files: { 'report.hbs': new TextEncoder().encode('x') } },
  language: 'en',
  paper: 'a4',
  evidence: { 'EV-01': new TextEncoder().encode('abc') },
  seal: null,
};
const ANYBODY: VerifyOptions = { reperform, trust: null, require: [] };

const aSeal = async (): Promise<SealMaking> => {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = await certificateOf({
    ...{ key, name: 'Example Bank', serial: Uint8Array.of(1) },
    ...{ from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' },
  });
  const pem = (text: string) => ({ name: 'seal.pem', bytes: new TextEncoder().encode(text) });
  const signer = await openSigner({
    key: pem(await keyPem(key.privateKey, null)),
    certificate: pem(toPem('CERTIFICATE', der)),
    passphrase: () => expect.unreachable('needs none'),
  });
  return { signer, at: '2026-10-09T08:30:00Z', timestamp: null };
};

const build = async (
  making: Making = MAKING,
  files: Readonly<Record<string, string>> = FILES,
): Promise<Pack> => buildPack(await gathered(files), making, stub());

describe('a pack', () => {
  test('has every input verbatim, copies of the evidence that is to be copied, and its manifest last', async () => {
    const { members } = await build();
    expect(members.map(({ path }) => path)).toEqual([
      'inputs/attestation.yaml',
      'inputs/lock.json',
      'inputs/facts.json',
      'inputs/models/svc.model.yaml',
      'inputs/policy.yaml',
      'inputs/inherited/platform/attestation.yaml',
      'inputs/inherited/platform/facts.json',
      'evidence/EV-01-a-b.txt',
      'report.json',
      'pay.sys-2026-Q3-draft-report.pdf',
      'pay.sys-2026-Q3-draft-workbook.xlsx',
      'manifest.json',
    ]);
    const attestation = members.find(({ path }) => path === 'inputs/attestation.yaml');
    expect(new TextDecoder().decode(attestation?.bytes)).toBe(FILES['q3/pay.attestation.yaml']);
  });

  test('names its sources by their own file names, so that the folder they lay in leaves no trace', async () => {
    const { report } = await build();
    expect(report.sources.map(({ name }) => name)).toEqual([
      'pay.attestation.yaml',
      'pay.lock.json',
      'facts.json',
      'svc.model.yaml',
      'default.policy.yaml',
      'platform.attestation.yaml',
      'facts.json',
    ]);
    expect(report.sources[0]?.sha256).toBe(sha256(FILES['q3/pay.attestation.yaml']));
    expect(JSON.stringify(report)).not.toContain('q3/');
  });

  test('hands the PDF the report as data and every input as a source', async () => {
    const seen: string[] = [];
    await buildPack(await gathered(FILES), MAKING, stub(seen));
    expect(seen[0]).toBe('Data report.json');
    expect(seen.slice(1)).toHaveLength(7);
    expect(seen.slice(1).every((line) => line.startsWith('Source inputs_'))).toBe(true);
  });

  test('is sealed in the PDF and over the manifest, and says nothing of it anywhere else', async () => {
    const { members, report } = await build({ ...MAKING, seal: await aSeal() });
    const plain = await build();
    expect(members.map(({ path }) => path).slice(-2)).toEqual(['manifest.dsse.json', 'manifest.json']);
    expect(report).toEqual(plain.report);
    const { outcome, steps, signatures } = await verifyPack(membersOf(members), ANYBODY);
    expect(outcome).toBe('ok');
    expect(steps.find(({ id }) => id === 'seal')?.outcome).toBe('ok');
    expect(signatures).toMatchObject([
      { as: 'seal', subject: 'CN=Example Bank', at: '2026-10-09T08:30:00Z', proved: false },
    ]);
  });

  test('verifies from its own members, and is made again byte for byte', async () => {
    const { members, report } = await build();
    const { outcome, steps } = await verifyPack(membersOf(members), ANYBODY);
    expect(steps.filter((step) => step.outcome === 'failed')).toEqual([]);
    expect(outcome).toBe('ok');
    expect((await reperform(membersOf(members))).packId).toBe(report['pack-id']);
  });

  test('from before reports told what a provider changed, is made again as it was', async () => {
    const { members, report } = await build();
    const services = report.services.map(({ changes: _none, ...service }) => service);
    const bytes = new TextEncoder().encode(prettyJson({ ...report, services }));
    const older = new Map(membersOf(members)).set('report.json', bytes);
    expect(new TextDecoder().decode((await reperform(older)).report)).not.toContain('"changes"');
    expect(Buffer.from((await reperform(older)).report).equals(bytes)).toBe(true);
  });

  test('is the same when it is built again, and says so by its manifest', async () => {
    const [once, again] = [await build(), await build()];
    expect(again.members).toEqual(once.members);
  });

  test('has the same pack id however its files are spelled, and another one when an answer differs', async () => {
    const { report } = await build();
    const spelled = {
      ...FILES,
      'q3/pay.attestation.yaml': `# A comment.\n${FILES['q3/pay.attestation.yaml'].replace('Done.', '"Done."')}`,
    };
    const answered = {
      ...FILES,
      'q3/pay.attestation.yaml': FILES['q3/pay.attestation.yaml'].replace('Done.', 'Done!'),
    };
    expect((await build(MAKING, spelled)).report['pack-id']).toBe(report['pack-id']);
    expect((await build(MAKING, answered)).report['pack-id']).not.toBe(report['pack-id']);
  });

  test('names another template by another digest', async () => {
    const other = {
      ...MAKING,
      template: { id: 'none', files: { 'report.hbs': new TextEncoder().encode('y') } },
    };
    const digests = [
      (await build()).report.maker.template.digest,
      (await build(other)).report.maker.template.digest,
    ];
    expect(digests[0]).not.toBe(digests[1]);
  });

  test.each([[{}], [{ 'EV-01': new TextEncoder().encode('abd') }]])(
    'is refused when evidence is not what was measured',
    async (evidence) => {
      await expect(build({ ...MAKING, evidence })).rejects.toMatchObject({ code: 'disk' });
    },
  );
});

describe('making a report again', () => {
  test.each(['report.json', 'inputs/attestation.yaml', 'inputs/facts.json', 'inputs/policy.yaml'])(
    'fails without %s',
    async (path) => {
      const members = new Map(membersOf((await build()).members));
      members.delete(path);
      await expect(reperform(members)).rejects.toBeInstanceOf(Failure);
    },
  );
});

test('mistakes in several files come together', async () => {
  const broken = {
    ...FILES,
    'bundled/default.policy.yaml': 'format: countersign/policy@1\n',
    'q3/pay.lock.json': '{',
  };
  const error = await gathered(broken).then(
    () => expect.unreachable(),
    (reason) => reason,
  );
  expect(error).toMatchObject({ code: 'input-invalid' });
  expect(new Set(error.diagnostics.map(({ file }: { file: string }) => file))).toEqual(
    new Set(['q3/pay.lock.json', 'bundled/default.policy.yaml']),
  );
});

test('an answer under an id that nobody gave is a mistake with its place', async () => {
  const files = {
    ...FILES,
    'q3/pay.attestation.yaml': FILES['q3/pay.attestation.yaml'].replace('AA-01-C1', 'AA-01-C9'),
  };
  await expect(gathered(files)).rejects.toMatchObject({
    diagnostics: [{ code: 'reference-unknown', place: { line: 11 } }],
  });
});

test.each([
  [
    'a model',
    { 'q3/any.yaml': modelText('other', '2026-01-01') },
    (text: string) => text.replace('2026-01-01" }', '2026-01-01", file: any.yaml }'),
    ['q3/any.yaml', 3, 'This is the model `other`, and `svc` is asked for.'],
  ],
  [
    'a team',
    { 'q3/p.yaml': attestationText('stranger') },
    (text: string) => `${text}inherits: { platform: p.yaml }\n`,
    ['q3/p.yaml', 3, 'This is the attestation of `stranger`, and answers of `platform` are taken from it.'],
  ],
])(
  'a file that is named for %s and is another one is a mistake with its place',
  async (_, more, edit, said) => {
    const files = { ...FILES, ...more, 'q3/pay.attestation.yaml': edit(FILES['q3/pay.attestation.yaml']) };
    const error = await gathered(files).then(
      () => expect.unreachable(),
      (reason) => reason,
    );
    const [{ file, place, sentence }] = error.diagnostics;
    expect(error.diagnostics).toHaveLength(1);
    expect([file, place.line, sentence]).toEqual(said);
  },
);

test('the day is the one asked for, else the attestation’s, else today', async () => {
  const { attestation } = (await gathered(FILES)).inputs;
  const { 'as-of': _day, ...without } = attestation;
  expect(asOfFor(attestation, '2026-12-01', '2027-01-01')).toEqual({ day: '2026-12-01', from: 'option' });
  expect(asOfFor(attestation, null, '2027-01-01')).toEqual({ day: '2026-10-09', from: 'attestation' });
  expect(asOfFor(without, null, '2027-01-01')).toEqual({ day: '2027-01-01', from: 'today' });
});
