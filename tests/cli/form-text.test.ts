// What became of a filled form, as people read it.
import { expect, test } from 'vitest';
import { formCounts, outcomeLines } from '../../src/cli/form-text.ts';
import type { FormOutcome } from '../../src/index.ts';
import { ATTESTATION, apply, formOf, papersOf, type, workbookOf } from '../edit/form/sample.ts';

const C1 = 'svc/AA-01-C1';
const data = formOf();
const papers = papersOf(data);
type(papers, 'answers', C1, 'status', 'partial');
type(papers, 'answers', C1, 'owner', 'sre');
type(papers, 'answers', 'svc/AA-01-C2', 'status', 'done');
const now = ATTESTATION.replace('implemented # checked', 'planned # checked');
const outcome: FormOutcome = {
  ...apply(workbookOf(data, papers), now),
  before: { name: 'pay.attestation.yaml', bytes: new Uint8Array() },
  warnings: [],
};
const lines = (dry: boolean): readonly string[] =>
  outcomeLines('pay.attestation.yaml', 'form.xlsx', outcome, dry).map(({ text }) => text);

test('conflicts and rejections stand with their cell and all values, one after the other', () => {
  expect(lines(false)).toEqual([
    'note: pay.attestation.yaml has changed since the form was made; what changed on both sides is a conflict.',
    `conflict: 'Sheet answers'!B3: ${C1}, status`,
    '    in the form:        partial',
    '    in the attestation: planned',
    '    when it was made:   implemented',
    "rejected: 'Sheet answers'!B4: svc/AA-01-C2, status",
    '    There is no `done`. It is one of these words: implemented, partial, planned, alternative, not-implemented, not-applicable.',
    '    in the form:        done',
    '    in the attestation: (empty)',
    `form.xlsx: 1 applied, ${outcome.verdicts.length - 3} unchanged, 1 conflict, 1 rejected.`,
    'pay.attestation.yaml was changed.',
    'Look at what changed, then run: countersign lock pay.attestation.yaml, and then: countersign check pay.attestation.yaml',
  ]);
  expect(lines(true).at(-1)).toBe('pay.attestation.yaml would change; nothing was written.');
});

test('counts are of cells', () => {
  expect(formCounts(outcome)).toMatchObject({ applied: 1, conflict: 1, rejected: 1 });
});
