// Inputs, evidence, report and workbook that do not belong together, in packs whose every list and seal says that they do: what an
// insider with the sealer's key can make.
import { sha256 } from '../../../src/codec/digest.ts';
import { writeZip } from '../../../src/codec/zip.ts';
import type { Members } from '../../../src/pack/index.ts';
import { rawZip } from '../../codec/raw-zip.ts';
import {
  attachmentsIn,
  bytesOf,
  exchanged,
  LINES,
  MANIFEST,
  memberOf,
  PDF,
  pdfWith,
  REPORT,
  rebuilt,
  relisted,
  replaced,
  resealed,
  textOf,
  WORKBOOK,
  withInput,
  withMember,
  without,
} from './tamper.ts';
import type { Vector } from './vector.ts';
import type { World } from './world.ts';

const EVIDENCE = 'evidence/EV-01-one.txt';
const FACTS = 'inputs/facts.json';
const ATTESTATION = 'inputs/attestation.yaml';
const ZEROS = `sha256:${'0'.repeat(64)}`;

const idOf = (base: Members): string => JSON.parse(textOf(base, REPORT))['pack-id'];

type Edit = (base: Members) => Members;

/** Report and workbook stay; PDF, manifest and envelope are made anew. */
const sealedAnew =
  (edit: Edit): Vector['make'] =>
  ({ base, seal }: World) =>
    resealed(edit(base), seal);

const edited = (path: string, from: string | RegExp, to: string): Vector['make'] =>
  sealedAnew((base) => replaced(base, path, from, to));

const workbookNaming = (packId: string): Uint8Array =>
  writeZip([{ path: 'docProps/custom.xml', data: bytesOf(packId) }]);

/** The facts of one evidence file falsified, and everything made anew around them. */
const otherFacts: Vector['make'] = ({ base, seal }) =>
  rebuilt(replaced(base, FACTS, sha256('one'), sha256('two')), seal);

const evidenceVectors: readonly Vector[] = [
  {
    name: 'evidence replaced and listed',
    codes: ['evidence-changed'],
    make: sealedAnew((base) => withMember(base, EVIDENCE, 'eno')),
  },
  {
    name: 'facts that speak of another file than the one carried',
    codes: ['evidence-changed', 'sign-off-void'],
    make: otherFacts,
  },
  {
    name: 'evidence that the report names and nobody lists',
    codes: ['evidence-missing'],
    make: sealedAnew((base) => without(base, EVIDENCE)),
  },
  {
    name: 'evidence that the report does not name',
    codes: ['evidence-unlisted'],
    make: sealedAnew((base) => withMember(base, 'evidence/EV-09-more.txt', 'more')),
  },
  {
    name: 'evidence kept and not carried',
    codes: ['evidence-not-carried', 'report-differs'],
    make: sealedAnew((base) =>
      replaced(without(base, EVIDENCE), REPORT, `"member": "${EVIDENCE}"`, '"member": null'),
    ),
  },
  {
    name: 'facts that cannot be read',
    codes: ['facts-unreadable', 'inputs-unusable'],
    make: sealedAnew((base) => withInput(base, FACTS, '{"format":"countersign/facts@1"}')),
  },
];

const reportVectors: readonly Vector[] = [
  {
    name: 'a word of report.json improved and sealed',
    codes: ['report-differs'],
    make: edited(REPORT, '"name": "Example Bank"', '"name": "Better Bank"'),
  },
  {
    name: 'a number of report.json improved and sealed',
    codes: ['report-differs'],
    make: edited(REPORT, /"supported": \d+/, '"supported": 99'),
  },
  {
    name: 'a line feed more in report.json',
    codes: ['report-differs'],
    make: sealedAnew((base) => withMember(base, REPORT, `${textOf(base, REPORT)}\n`)),
  },
  {
    name: 'another pack id wherever it stands',
    codes: ['pack-id-differs'],
    make: sealedAnew((base) =>
      replaced(
        withMember(base, WORKBOOK, workbookNaming(ZEROS)),
        REPORT,
        /(?<=^ {2}"pack-id": ")[^"]*/m,
        ZEROS,
      ),
    ),
  },
  {
    name: 'another day wherever it stands',
    codes: ['pack-id-differs'],
    make: edited(REPORT, /(?<=^ {2}"as-of": ")[^"]*/m, '2026-10-08'),
  },
  {
    name: 'a report that is no report',
    codes: ['report-unreadable'],
    make: ({ base, seal }) =>
      resealed(withMember(base, REPORT, '{"format":"countersign/report@1"}'), seal, base),
  },
  {
    name: 'a report of brackets without end',
    codes: ['report-unreadable', 'member-changed'],
    make: ({ base }) => withMember(base, REPORT, '['.repeat(1_000_000)),
  },
  {
    name: 'rules that this program does not know, where the evaluation must be made again',
    codes: ['rules-unknown'],
    make: edited(REPORT, /"rules": \d+/, '"rules": 99'),
    require: ['evaluation'],
  },
  {
    name: 'sign-offs under unknown rules, where they must be examined',
    codes: ['earlier-step-failed'],
    make: edited(REPORT, /"rules": \d+/, '"rules": 99'),
    require: ['sign-offs', 'separation'],
  },
];

export const inputVectors: readonly Vector[] = [
  ...evidenceVectors,
  ...reportVectors,
  {
    name: 'an answer changed, and listed as it is',
    codes: ['input-changed'],
    make: edited(ATTESTATION, 'Done.', 'Undone.'),
  },
  {
    name: 'an answer changed, with its digest in the report',
    codes: ['pack-id-differs', 'sign-off-void'],
    make: sealedAnew((base) =>
      withInput(base, ATTESTATION, textOf(base, ATTESTATION).replace('Done.', 'Undone.')),
    ),
  },
  {
    name: 'two models exchanged, listed and sealed',
    codes: ['input-changed'],
    make: sealedAnew((base) =>
      exchanged(base, 'inputs/models/svc.model.yaml', 'inputs/models/obj.model.yaml'),
    ),
  },
  {
    name: 'an input taken out, listed and sealed',
    codes: ['input-missing'],
    make: sealedAnew((base) => without(base, 'inputs/lock.json')),
  },
  {
    name: 'an input that the report was not made from',
    codes: ['input-unlisted'],
    make: sealedAnew((base) => withMember(base, 'inputs/more.yaml', 'more: 1\n')),
  },
  {
    name: 'an attestation that cannot be read',
    codes: ['inputs-unusable'],
    make: sealedAnew((base) => withInput(base, ATTESTATION, 'format: countersign/attestation@1\n')),
  },
  {
    name: 'an attestation of aliases of aliases',
    codes: ['inputs-unusable'],
    make: sealedAnew((base) =>
      withInput(base, ATTESTATION, 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, *b]\n'),
    ),
  },
  {
    name: 'sign-offs of brackets without end',
    codes: ['inputs-unusable', 'sign-off-unreadable'],
    make: sealedAnew((base) => withInput(base, LINES, `${'['.repeat(100_000)}\n`)),
  },
  {
    name: 'sign-offs without an end of their line',
    codes: ['inputs-unusable', 'sign-off-unreadable'],
    make: sealedAnew((base) => withInput(base, LINES, textOf(base, LINES).trimEnd())),
  },
  {
    name: 'the workbook of another pack',
    codes: ['document-differs'],
    make: sealedAnew((base) => withMember(base, WORKBOOK, workbookNaming(ZEROS))),
  },
  {
    name: 'a workbook that is none',
    codes: ['document-unreadable'],
    make: sealedAnew((base) => withMember(base, WORKBOOK, 'not a workbook')),
  },
  {
    name: 'a workbook that unpacks to a thousand times itself',
    codes: ['document-unreadable'],
    make: sealedAnew((base) =>
      withMember(base, WORKBOOK, rawZip([{ name: 'a', data: new Uint8Array(8_000_000), deflate: true }])),
    ),
  },
  {
    name: 'a workbook that says it unpacks to more than a workbook is',
    codes: ['document-unreadable'],
    make: sealedAnew((base) =>
      withMember(base, WORKBOOK, rawZip([{ name: 'a', says: { size: 140_000_000, packedSize: 1_000_000 } }])),
    ),
  },
  {
    name: 'the PDF of another report',
    codes: ['document-differs'],
    make: async ({ base, seal }) => {
      const other = replaced(base, REPORT, 'Example Bank', 'Another Bank');
      return relisted(withMember(base, PDF, await pdfWith(attachmentsIn(other), seal)), seal);
    },
  },
  {
    name: 'an older manifest put back with its envelope',
    codes: ['member-changed'],
    make: async ({ base, seal }) => {
      const later = await resealed(
        withMember(base, WORKBOOK, workbookNaming(`${idOf(base)} and later`)),
        seal,
      );
      return withMember(
        withMember(later, MANIFEST, memberOf(base, MANIFEST)),
        'manifest.dsse.json',
        memberOf(base, 'manifest.dsse.json'),
      );
    },
  },
];
