// Members that were touched after the pack was sealed, by somebody who makes nothing else anew.
import type { VerifyCode } from '../../../src/pack/index.ts';
import {
  ENVELOPE,
  exchanged,
  flipped,
  LINES,
  MANIFEST,
  PDF,
  REPORT,
  relisted,
  replaced,
  WORKBOOK,
  withMember,
  without,
} from './tamper.ts';
import type { Vector } from './vector.ts';

/** A place in each kind of member, and what turning over one bit there is found by. */
const BITS: readonly (readonly [path: string, at: string, codes: readonly VerifyCode[]])[] = [
  ['inputs/attestation.yaml', 'Done', ['member-changed', 'input-changed']],
  ['inputs/lock.json', 'one.txt', ['member-changed', 'input-changed']],
  ['inputs/facts.json', 'present', ['member-changed', 'input-changed']],
  ['inputs/models/svc.model.yaml', 'Area', ['member-changed', 'input-changed']],
  ['inputs/policy.yaml', 'Internal', ['member-changed', 'input-changed']],
  ['inputs/assurance.yaml', 'Auditors', ['member-changed', 'input-changed']],
  ['inputs/inherited/platform/attestation.yaml', 'planned', ['member-changed', 'input-changed']],
  ['inputs/inherited/platform/facts.json', 'facts', ['member-changed', 'input-changed']],
  ['evidence/EV-01-one.txt', 'one', ['member-changed', 'evidence-changed']],
  [REPORT, 'Example Bank', ['member-changed']],
  [WORKBOOK, 'docProps', ['member-changed', 'document-unreadable']],
  [PDF, 'endstream', ['member-changed', 'pdf-unreadable']],
  [LINES, 'application', ['member-changed', 'input-changed', 'sign-off-unreadable']],
  [MANIFEST, '2026-10-09', ['identity-differs', 'envelope-differs']],
  [ENVELOPE, 'application', ['envelope-unreadable']],
];

const bits: readonly Vector[] = BITS.map(([path, at, codes]) => ({
  name: `one bit of ${path} turned over`,
  codes,
  make: ({ base }) => flipped(base, path, at),
}));

const MISSING: readonly (readonly [path: string, codes: readonly VerifyCode[]])[] = [
  ['inputs/attestation.yaml', ['member-missing', 'input-missing']],
  ['inputs/models/obj.model.yaml', ['member-missing', 'input-missing']],
  ['inputs/facts.json', ['member-missing', 'input-missing']],
  [LINES, ['member-missing', 'input-missing']],
  ['evidence/EV-02-two.txt', ['member-missing', 'evidence-missing']],
  [REPORT, ['member-missing', 'report-missing']],
  [PDF, ['member-missing', 'document-missing', 'seal-incomplete']],
  [WORKBOOK, ['member-missing', 'document-missing']],
  [MANIFEST, ['manifest-missing']],
  [ENVELOPE, ['seal-incomplete']],
];

const missing: readonly Vector[] = MISSING.map(([path, codes]) => ({
  name: `${path} taken out`,
  codes,
  make: ({ base }) => without(base, path),
}));

const EXTRA: readonly (readonly [path: string, codes: readonly VerifyCode[]])[] = [
  ['readme.txt', ['member-extra']],
  ['inputs/more.yaml', ['member-extra', 'input-unlisted']],
  ['inputs/models/more.model.yaml', ['member-extra', 'input-unlisted']],
  ['evidence/EV-09-more.txt', ['member-extra', 'evidence-unlisted']],
];

const extra: readonly Vector[] = EXTRA.map(([path, codes]) => ({
  name: `${path} put in`,
  codes,
  make: ({ base }) => withMember(base, path, 'more'),
}));

const [ONE, TWO] = ['evidence/EV-01-one.txt', 'evidence/EV-02-two.txt'];
const [SVC, OBJ] = ['inputs/models/svc.model.yaml', 'inputs/models/obj.model.yaml'];

export const memberVectors: readonly Vector[] = [
  ...bits,
  ...missing,
  ...extra,
  {
    name: 'two evidence files exchanged',
    codes: ['member-changed', 'evidence-changed'],
    make: ({ base }) => exchanged(base, ONE, TWO),
  },
  {
    name: 'two evidence files exchanged and listed anew',
    codes: ['evidence-changed', 'envelope-differs'],
    make: ({ base }) => relisted(exchanged(base, ONE, TWO), null),
  },
  {
    name: 'two models exchanged',
    codes: ['member-changed', 'input-changed'],
    make: ({ base }) => exchanged(base, SVC, OBJ),
  },
  {
    name: 'PDF and workbook exchanged',
    codes: ['member-changed', 'pdf-unreadable', 'document-unreadable'],
    make: ({ base }) => exchanged(base, PDF, WORKBOOK),
  },
  {
    name: 'one digit of a member’s size in the manifest changed',
    codes: ['member-changed', 'envelope-differs'],
    make: ({ base }) => replaced(base, MANIFEST, '"size":3', '"size":4'),
  },
];
