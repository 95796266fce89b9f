// Files as people lay them out: in brackets, without answers yet, with the line ends of another system, with several services.
import { expect, test } from 'vitest';
import { sha256 } from '../../../src/codec/digest.ts';
import { updateAttestation } from '../../../src/edit/update/update.ts';
import { NO_TEXT } from '../../../src/model/lock.ts';
import { mustRead } from '../../../src/pipeline/must-read.ts';
import { readAttestation } from '../../../src/read/index.ts';
import { fileOf } from '../../read/support.ts';
import { type Fate, twoModels } from './two-models.ts';

const HEAD = `format: countersign/attestation@1
team: { id: pay, name: Payments }
system: { id: shop, name: Shop }
period: 2026-Q3
people: { lead: { name: Robin, role: Lead } }
`;
const MODELS = 'models: [{ id: svc, revision: 2026-01-01 }, { id: other, revision: "2026-01-01" }]\n';

const moved = (text: string, fates: Readonly<Record<string, Fate>>, file: string | null = null): string => {
  const attestation = mustRead(readAttestation(fileOf(text, 'pay.attestation.yaml')));
  return updateAttestation({
    ...twoModels(fates),
    ...{ attestation, name: 'pay.attestation.yaml', text, lock: null, file },
  }).text;
};

test('only the service of the new model is moved, in the quotes of its own entry', () => {
  const text = `${HEAD}${MODELS}duties: { other: { AA-01-C1: { status: planned } } }\n`;
  expect(moved(text, {})).toBe(
    text.replace('svc, revision: 2026-01-01', 'svc, revision: 2026-08-01, previous: "2026-01-01"'),
  );
});

test('in brackets, new duties are added within and comments stand above', () => {
  const text = `${HEAD}${MODELS}duties:
  svc: { AA-01-C1: { status: implemented, statement: Yes. } } # all
`;
  expect(moved(text, { 'AA-01-C1': 'reworded', 'AA-01-C2': 'added' })).toContain(`duties:
  # AA-01-C1: Re-opened by the page of 2026-08-01: reworded. Before: "AA-01-C1 as it was: so"
  # AA-01-C2 (line 7): AA-01-C2 as it was: so
  svc: { AA-01-C1: { status: implemented, statement: Yes. }, AA-01-C2: {} } # all
`);
});

test.each([
  ['no duties at all', ''],
  ['nothing under duties', 'duties:\n'],
  ['nothing under the service', 'duties:\n  # None yet.\n  svc:\n'],
  ['another service only', 'duties:\n  other:\n    AA-01-C1: { status: planned }\n'],
])('with %s, a new duty is there with its text', (_, duties) => {
  const after = moved(`${HEAD}${MODELS}${duties}`, { 'AA-02-C1': 'added' });
  expect(after).toMatch(/^ {2}svc:\n {4}# AA-02-C1 \(line 7\): AA-02-C1 as it was: so\n {4}AA-02-C1: \{\}$/m);
});

test('the digest of no text is that', () => {
  expect(NO_TEXT).toBe(sha256(''));
});

test('empty brackets stay brackets', () => {
  const after = moved(`${HEAD}${MODELS}duties:\n  svc: {}\n`, { 'AA-02-C1': 'added' });
  expect(after).toContain('\n  # AA-02-C1 (line 7): AA-02-C1 as it was: so\n  svc: { AA-02-C1: {} }\n');
});

test('new duties stand behind those before them, a new resource under its own heading', () => {
  const text = `${HEAD}${MODELS}duties:
  svc:
    # Ours.
    AA-01-C2: { status: planned }

    # ---- Area: Resource AA-03 (AA-03) ----
    # AA-03-C1 (line 5): AA-03-C1 as it was: so
    AA-03-C1: { status: planned }
`;
  const after = moved(text, { 'AA-01-C1': 'added', 'AA-01-C3': 'taken', 'AA-02-C1': 'added' });
  const lines = after.slice(after.indexOf('  svc:')).split('\n');
  expect(lines.filter((line) => /^ {4}(?:AA|#)|^$/.test(line))).toEqual([
    '    # AA-01-C1 (line 7): AA-01-C1 as it was: so',
    '    AA-01-C1:',
    '    # Ours.',
    '    AA-01-C2: { status: planned }',
    '    # AA-01-C3 (line 7): AA-01-C3 as it was: so',
    '    # Moved by the page of 2026-08-01: it was the provider\'s, AA-01-P93. Before: "AA-01-C3 as it was: so"',
    '    AA-01-C3:',
    '',
    '    # ---- Area: Resource AA-02 (AA-02) ----',
    '    # AA-02-C1 (line 7): AA-02-C1 as it was: so',
    '    AA-02-C1:',
    '',
    '    # ---- Area: Resource AA-03 (AA-03) ----',
    '    # AA-03-C1 (line 7): AA-03-C1 as it was: so',
    '    AA-03-C1: { status: planned }',
    '',
  ]);
});

test('line ends and a byte-order mark stay, and the file of the model is named anew', () => {
  const plain = `${HEAD}models:
  - id: svc
    revision: '2026-01-01'
    file: old/svc.model.yaml # ours
duties:
  svc:
    AA-01-C1: { status: planned }
`;
  const text = `\ufeff${plain.replaceAll('\n', '\r\n')}`;
  const after = moved(text, { 'AA-01-C1': 'removed' }, '../new/svc.model.yaml');
  expect(after.replaceAll('\r\n', '\n').replace('\ufeff', '')).toBe(
    plain
      .replace("'2026-01-01'", '\'2026-08-01\'\n    previous: "2026-01-01"')
      .replace('old/svc.model.yaml', '"../new/svc.model.yaml"')
      .replace(
        '    AA-01-C1:',
        '    # Dropped by the page of 2026-08-01: it has no such duty any more. What is answered here counts for\n    #   nothing.\n    AA-01-C1:',
      ),
  );
  expect(after.match(/(?<!\r)\n/)).toBeNull();
});
