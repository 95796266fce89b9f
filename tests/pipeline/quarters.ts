// Two quarters of one small team, built from memory with a drawing that is stood in for: the second goes on from the first.
import { generateKeyPairSync } from 'node:crypto';
import { writeZip } from '../../src/codec/zip.ts';
import type { Members, SealMaking } from '../../src/pack/index.ts';
import { membersOf } from '../../src/pack/index.ts';
import { certificateOf, keyPem, openSigner, toPem } from '../../src/pack/pki/index.ts';
import type { Draw } from '../../src/pipeline/draw.ts';
import { gatherInputs } from '../../src/pipeline/gather.ts';
import type { PreviousFiles } from '../../src/pipeline/shelf.ts';
import { buildPack, type Judged, judge, type Making, type Pack } from '../../src/pipeline.ts';
import { tinyPdf } from '../pack/tiny-pdf.ts';
import { memoryShelf } from './memory-shelf.ts';
import { attestationText, modelText, POLICY } from './sample-files.ts';

const LOCKED = ['AA-01-C1', 'AA-01-C2'] as const;

/** The lock is as `lock` would write it for the sample model. */
const lockText = (digests: Readonly<Record<string, string>>): string =>
  JSON.stringify({ format: 'countersign/lock@1', duties: digests, evidence: {} });

const digestsOf = (model: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    LOCKED.map((id) => [
      `svc/${id}`,
      new RegExp(`id: ${id}, .*digest: "(sha256:[0-9a-f]{64})"`).exec(model)?.[1] ?? '',
    ]),
  );

export const Q2 = { period: '2026-Q2', asOf: '2026-07-09' };
export const Q3 = { period: '2026-Q3', asOf: '2026-10-09' };
type Quarter = { readonly period: string; readonly asOf: string; readonly team?: string };

/** `answers` is the YAML under `duties`, `svc`. */
export const judgedQuarter = async (
  { period, asOf, team = 'pay' }: Quarter,
  answers: string,
  previous: PreviousFiles | null = null,
): Promise<Judged> => {
  const model = modelText('svc', '2026-01-01');
  const attestation = attestationText(team, `duties: { svc: { ${answers} } }`)
    .replace('2026-Q3', period)
    .replace('as-of: 2026-10-09', `as-of: ${asOf}`);
  const shelf = memoryShelf({
    'bundled/svc.model.yaml': model,
    'bundled/default.policy.yaml': POLICY,
    'a/pay.attestation.yaml': attestation,
    'a/pay.lock.json': lockText(digestsOf(model)),
  });
  const found = await gatherInputs(shelf, 'a/pay.attestation.yaml', {
    policy: null,
    previous: async () => previous,
  });
  return judge(found.raw, asOf);
};

const draw: Draw = async (report, _template, attachments, seal) => ({
  pdf: tinyPdf(new Map(attachments.map(({ name, data }) => [name, data])), seal),
  xlsx: writeZip([{ path: 'docProps/custom.xml', data: new TextEncoder().encode(report['pack-id']) }]),
});

const MAKING: Making = {
  edition: { state: 'final', version: 1, supersedes: null },
  tool: { name: 'countersign', version: '0' },
  asOfFrom: 'option',
  template: { id: 'none', files: { 'report.hbs': new TextEncoder().encode('x') } },
  language: 'en',
  paper: 'a4',
  evidence: {},
  seal: null,
};

export const packOf = (judged: Judged, making: Partial<Making> = {}): Promise<Pack> =>
  buildPack(judged, { ...MAKING, ...making }, draw);

/** What the next pack keeps of one, as it would be read from its folder. */
export const keptOf = ({ members }: Pack): PreviousFiles => {
  const of: Members = membersOf(members);
  const file = (name: string) => ({ name: `before/${name}`, bytes: of.get(name) ?? new Uint8Array() });
  return {
    report: file('report.json'),
    manifest: file('manifest.json'),
    envelope: of.has('manifest.dsse.json') ? file('manifest.dsse.json') : null,
  };
};

/** A seal by a key made now. */
export const aSeal = async (at = '2026-07-09T08:30:00Z'): Promise<SealMaking> => {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const der = await certificateOf({
    ...{ key, name: 'Example Bank', serial: Uint8Array.of(1) },
    ...{ from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' },
  });
  const pem = (text: string) => ({ name: 'seal.pem', bytes: new TextEncoder().encode(text) });
  const signer = await openSigner({
    key: pem(await keyPem(key.privateKey, null)),
    certificate: pem(toPem('CERTIFICATE', der)),
    passphrase: async () => '',
  });
  return { signer, at, timestamp: null };
};
