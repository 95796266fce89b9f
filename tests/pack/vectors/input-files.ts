// The files of the team whose pack every vector starts from: two services, a team inherited from, signed approvals by three people.
import { sha256 } from '../../../src/codec/digest.ts';
import { attestationText, modelText, POLICY } from '../../pipeline/sample-files.ts';

export type Files = Readonly<Record<string, string>>;

export const ATTESTATION = 'q3/pay.attestation.yaml';
export const SIGN_OFF_FILE = 'q3/pay.signoffs.jsonl';

const PEOPLE = `
people:
  lead: { name: Robin Example, role: Team lead, email: robin@bank.example }
  risk: { name: Kim Example, role: Risk, email: kim@bank.example }
  head: { name: Sam Example, role: Head, email: sam@bank.example }
`;
const DUTIES = `
duties:
  svc:
    AA-01-C1: { status: implemented, statement: Done., evidence: [EV-01] }
    AA-01-C2: { inherited: { from: platform, ours: none } }
  obj:
    AA-01-C1: { status: implemented, statement: Kept., evidence: [EV-02] }
    AA-01-C2: { status: implemented, statement: Seen., evidence: [EV-02] }
evidence:
  EV-01: { type: record, title: One, file: one.txt, at: 2026-09-01 }
  EV-02: { type: record, title: Two, file: two.txt, at: 2026-09-01 }
assurance: a.assurance.yaml
`;
const MODELS = '[{ id: svc, revision: "2026-01-01" }, { id: obj, revision: "2026-01-01" }]';

const ASSURANCE = `
format: countersign/assurance@1
id: prov
provider: { id: prov, name: Provider }
reports:
  AS-01:
    type: soc-2-type-2
    title: Report
    issuer: Auditors
    issued: 2026-06-01
    covers: 2026-01-01/2026-12-31
    opinion: unqualified
    services: [svc, obj]
`;

const RECORDED = 'approvals: { mode: recorded, roles: [], separation: all-different }';
const SIGNED =
  'approvals: { mode: signed, roles: [preparer, reviewer, approver], separation: all-different }';

export const FILES: Files = {
  'bundled/svc.model.yaml': modelText('svc', '2026-01-01'),
  'bundled/obj.model.yaml': modelText('obj', '2026-01-01'),
  'bundled/default.policy.yaml': POLICY.replace(RECORDED, SIGNED),
  [ATTESTATION]: attestationText('pay', `${PEOPLE}${DUTIES}`, MODELS),
  'q3/pay.lock.json': `{"format":"countersign/lock@1","duties":{},"evidence":{"EV-01":{"file":"one.txt","size":3,"sha256":"${sha256('one')}"}}}`,
  'q3/a.assurance.yaml': ASSURANCE,
  'q3/one.txt': 'one',
  'q3/two.txt': 'two',
  'q3/platform.attestation.yaml': attestationText(
    'platform',
    'duties: { svc: { AA-01-C2: { status: planned } } }',
  ),
};

/** The files with one text in one of them replaced; throws where it is not there, so that no vector passes for nothing. */
export const edited = (files: Files, path: string, from: string, to: string): Files => {
  const text = files[path];
  if (text === undefined || !text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { ...files, [path]: text.replace(from, to) };
};
