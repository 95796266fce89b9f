// A pack of a few small members, with a re-performer that stands for the pipeline: verification itself knows neither readers nor rules.
import { canonicalJson } from '../../../src/codec/canonical-json.ts';
import { sha256 } from '../../../src/codec/digest.ts';
import { writeZip } from '../../../src/codec/zip.ts';
import type { Edition } from '../../../src/model/report.ts';
import {
  aboutOf,
  buildManifest,
  type Member,
  type Members,
  manifestBytes,
  membersOf,
  type Reperformed,
  reportName,
  type Verification,
  type VerifyOptions,
  verifyPack,
  workbookName,
} from '../../../src/pack/index.ts';
import { tinyPdf } from '../tiny-pdf.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array | undefined): string => new TextDecoder().decode(data);

const NOBODY: Reperformed['approvals'] = {
  given: [],
  signOffs: [],
  held: [],
  missing: [],
  outOfOrder: [],
  oneHand: [],
  complete: true,
};

/** Verifies as somebody would who trusts nobody yet. */
export const verifyToy = (
  members: Members,
  reperform: VerifyOptions['reperform'] = toyReperform,
): Promise<Verification> => verifyPack(members, { reperform, trust: null, require: [] });

const DRAFT: Edition = { state: 'draft', version: null, supersedes: null };

/** What the re-performer makes a report of; in a real pack the pipeline does. */
const INPUTS: Readonly<Record<string, string>> = {
  'inputs/attestation.yaml': 'team: payments\n',
  'inputs/lock.json': '{}\n',
  'inputs/models/ibm-code-engine.model.yaml': 'id: ibm-code-engine\n',
  'inputs/policy.yaml': 'id: bank\n',
  'inputs/inherited/observability/attestation.yaml': 'team: observability\n',
};
const EVIDENCE: Readonly<Record<string, string>> = {
  'evidence/EV-01-scale.json': '{"min":1}',
  'evidence/EV-02-alerts.csv': 'app,alert\npay,yes\n',
};

const fact = (data: string): unknown => ({ present: true, size: data.length, sha256: sha256(data) });
const FACTS = canonicalJson({
  format: 'countersign/facts@1',
  evidence: {
    'EV-01': fact(EVIDENCE['evidence/EV-01-scale.json'] ?? ''),
    'EV-02': fact(EVIDENCE['evidence/EV-02-alerts.csv'] ?? ''),
    'EV-03': fact('kept elsewhere'),
    'EV-04': { present: false },
  },
});

const evidence = (id: string, member: string | null, keep = 'copy'): unknown => ({
  id,
  keep,
  file: 'x',
  member,
});
const idOf = (inputs: readonly Member[]): string =>
  sha256(canonicalJson(inputs.map(({ path, bytes: data }) => [path, sha256(data)])));

const reportOf = (inputs: readonly Member[], edition: Edition): Record<string, unknown> => ({
  format: 'countersign/report@1',
  rules: 1,
  'pack-id': idOf(inputs),
  edition,
  team: { id: 'payments', name: 'Payments Platform' },
  system: { id: 'checkout' },
  period: { label: '2026-Q3', from: '2026-07-01', to: '2026-09-30' },
  'as-of': '2026-10-09',
  sources: inputs.map(({ path, bytes: data }) => ({ member: path, sha256: sha256(data) })),
  evidence: [
    evidence('EV-01', 'evidence/EV-01-scale.json'),
    evidence('EV-02', 'evidence/EV-02-alerts.csv'),
    evidence('EV-03', null, 'reference'),
    evidence('EV-04', null),
  ],
  totals: 'all that the inputs give',
});

export type Report = ReturnType<typeof reportOf>;
/** A pack as the program makes it. */
export const smallPack = (edition: Edition = DRAFT): Members => {
  const inputs = inputsOf(
    new Map(
      [...Object.entries(INPUTS), ['inputs/facts.json', FACTS] as const].map(([path, data]) => [
        path,
        bytes(data),
      ]),
    ),
  );
  const report = reportOf(inputs, edition);
  const reportFile = { path: 'report.json', bytes: bytes(canonicalJson(report)) };
  const name = { team: 'payments', system: 'checkout', period: '2026-Q3', edition };
  const members: readonly Member[] = [
    ...inputs,
    ...Object.entries(EVIDENCE).map(([path, data]) => ({ path, bytes: bytes(data) })),
    reportFile,
    { path: reportName(name), bytes: pdfOf([...inputs, reportFile]) },
    {
      path: workbookName(name),
      bytes: writeZip([{ path: 'docProps/custom.xml', data: bytes(`<a>${idOf(inputs)}</a>`) }]),
    },
  ];
  return sealed(members, report);
};

/** A PDF that carries what the report of a pack carries. */
const pdfOf = (members: readonly Member[]): Uint8Array =>
  tinyPdf(
    new Map(
      members
        .filter(({ path }) => path === 'report.json' || path.startsWith('inputs/'))
        .map(({ path, bytes: data }) => [path.replaceAll('/', '_'), data]),
    ),
  );

/** Adds the manifest that the report asks for, as somebody would who has the program and bad intentions. */
const sealed = (members: readonly Member[], report: Report): Members => {
  const { state, version } = report.edition as Edition;
  const about = aboutOf({
    'pack-id': String(report['pack-id']),
    'as-of': String(report['as-of']),
    edition: { state, version, supersedes: (report.edition as Edition).supersedes },
    team: report.team as { id: string },
    system: report.system as { id: string },
    period: report.period as { label: string },
  });
  return membersOf([
    ...members,
    { path: 'manifest.json', bytes: manifestBytes(buildManifest(members, about)) },
  ]);
};

/** Draws the PDF and lists members anew under what the report in them says. */
export const resealed = (members: Members): Members => {
  const rest = [...members]
    .filter(([path]) => path !== 'manifest.json')
    .map(([path, data]) => ({ path, bytes: data }));
  const drawn = rest.map((one) => (one.path.endsWith('-report.pdf') ? { ...one, bytes: pdfOf(rest) } : one));
  return sealed(drawn, JSON.parse(text(members.get('report.json'))));
};

const inputsOf = (members: Members): readonly Member[] =>
  [...members]
    .filter(([path]) => path.startsWith('inputs/'))
    .map(([path, data]) => ({ path, bytes: data }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** Makes the report again from the inputs among the members, with the edition that report.json states. */
const toyReperform = async (members: Members): Promise<Reperformed> => {
  const said: Report = JSON.parse(text(members.get('report.json')));
  const report = reportOf(inputsOf(members), said.edition as Edition);
  return {
    packId: String(report['pack-id']),
    report: bytes(canonicalJson(report)),
    approvals: NOBODY,
    mode: 'recorded',
    people: {},
  };
};

export const withMember = (members: Members, path: string, data: Uint8Array | string): Members =>
  new Map([...members, [path, typeof data === 'string' ? bytes(data) : data]]);
export const without = (members: Members, path: string): Members =>
  new Map([...members].filter(([one]) => one !== path));
export const textOf = (members: Members, path: string): string => text(members.get(path));
