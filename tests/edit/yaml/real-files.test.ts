// Edits of an attestation that a team wrote and of one that is new: our own reader takes the results, and nothing else has changed.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newAttestation } from '../../../src/edit/new-attestation.ts';
import { editYaml } from '../../../src/edit/yaml/edit-yaml.ts';
import type { YamlEdit, YamlValue } from '../../../src/edit/yaml/wish.ts';
import { FAILURE_CODES, Failure } from '../../../src/problem.ts';
import { readAttestation, readModel } from '../../../src/read/index.ts';
import { fileOf, told } from '../../read/support.ts';

const data = new URL('../../../data/', import.meta.url);
const payments = readFileSync(new URL('attestations/2026-Q3/payments.attestation.yaml', data), 'utf8');
const model = readModel({
  name: 'model',
  bytes: readFileSync(new URL('models/ibm-code-engine.model.yaml', data)),
}).value;

const duty = (id: string, key: string, value: YamlValue): YamlEdit => ({
  kind: 'set',
  path: ['duties', 'ibm-code-engine', id, key],
  value,
});
const answers = (id: string): readonly YamlEdit[] => [
  duty(id, 'status', 'alternative'),
  duty(id, 'owner', 'lead'),
  duty(id, 'statement', 'We do it: every day, # and twice on Mondays.\nSee "the book".'),
  duty(
    id,
    'reason',
    'Our own standard asks for more than this, and for it more often than once a year. '.repeat(3).trim(),
  ),
  duty(id, 'evidence', ['EV-01', 'EV-02']),
];
const read = (text: string) => readAttestation(fileOf(text));

/** Lines that one of two texts has more often than the other, each with its sign. */
const changed = (before: string, after: string): readonly string[] => {
  const rest = after.split('\n');
  const gone = before.split('\n').filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [...gone.map((line) => `-${line}`), ...rest.map((line) => `+${line}`)];
};

describe('an attestation that a team wrote', () => {
  test('changes in the lines that the edits speak of and in no other', () => {
    const result = editYaml(payments, [
      duty('IOM-01-C1', 'evidence', ['EV-01', 'EV-09']),
      duty('IOM-01-C1', 'waiver', 'WV-01'),
      { kind: 'remove', path: ['duties', 'ibm-code-engine', 'IAM-01-C1', 'frequency'] },
      { kind: 'set', path: ['people', 'sre', 'role'], value: 'Engineer, on call' },
    ]);
    expect(changed(payments, result)).toEqual([
      '-  sre: { name: Kim Sample, role: Site reliability engineer, email: kim@example.com }',
      '-      evidence: [EV-01, EV-02]',
      '-      frequency: P3M',
      '+  sre: { name: Kim Sample, role: "Engineer, on call", email: kim@example.com }',
      '+      evidence: [EV-01, EV-09]',
      '+      waiver: WV-01',
    ]);
    expect(told(read(result).diagnostics)).toEqual([]);
    const answer = read(result).value?.duties['ibm-code-engine']?.['IOM-01-C1'];
    expect(answer).toMatchObject({ evidence: ['EV-01', 'EV-09'], waiver: 'WV-01' });
  });

  test.each(['\n', '\r\n'])('takes an answer to every duty, with line ends %j', (end) => {
    const ids = model?.areas.flatMap(({ resources }) => resources.flatMap(({ customer }) => customer));
    const edits = ids?.flatMap(({ id }) => answers(id)) ?? [];
    const before = payments.replaceAll('\n', end);
    const { value, diagnostics } = read(editYaml(before, edits));
    expect(told(diagnostics)).toEqual(told(read(before).diagnostics));
    expect(edits).toHaveLength(85);
    for (const { id } of ids ?? [])
      expect(value?.duties['ibm-code-engine']?.[id]).toMatchObject({
        status: 'alternative',
        statement: 'We do it: every day, # and twice on Mondays.\nSee "the book".',
      });
  });
});

test('a new attestation is filled in below its comments', () => {
  if (model === null) return expect.unreachable();
  const about = { team: 'payments', system: 'checkout', period: '2026-Q3', schema: null };
  const before = newAttestation({ ...about, models: [{ model, file: null }] });
  const result = editYaml(before, [
    { kind: 'set', path: ['people', 'lead'], value: { name: 'Robin Example', role: 'Lead' } },
    {
      kind: 'set',
      path: ['evidence', 'EV-01'],
      value: { type: 'record', title: 'A', file: 'a.csv', at: '2026-10-02', by: 'lead' },
    },
    {
      kind: 'set',
      path: ['evidence', 'EV-02'],
      value: { type: 'record', title: 'B', location: 'Vault', at: '2026-10-02', by: 'lead' },
    },
    ...answers('IOM-01-C1'),
  ]);
  expect(told(read(result).diagnostics)).toEqual([]);
  expect(Object.keys(read(result).value?.evidence ?? {})).toEqual(['EV-01', 'EV-02']);
  const comments = (text: string): readonly string[] => text.split('\n').filter((line) => /^ *#/.test(line));
  expect(comments(result)).toEqual(comments(before));
});

describe('what cannot be done is refused, and the path is named', () => {
  test.each<[name: string, text: string, edit: YamlEdit, code: keyof typeof FAILURE_CODES, said: RegExp]>([
    ['through a text', 'a: b\n', { kind: 'set', path: ['a', 'b'], value: 'x' }, 'bug', /a\.b .* at a\./],
    ['through a list', 'a: [b]\n', { kind: 'remove', path: ['a', '0'] }, 'bug', /a\.0 .* at a\./],
    ['a root that is a list', '- a\n', { kind: 'set', path: ['a'], value: 'x' }, 'bug', /no mapping/],
    ['no path', 'a: b\n', { kind: 'remove', path: [] }, 'bug', /no key/],
    [
      'a control character',
      'a: {}\n',
      { kind: 'set', path: ['a', 'c'], value: '\u0007' },
      'bug',
      /at a\.c failed/,
    ],
    [
      'a mark of direction',
      'a: b\n',
      { kind: 'set', path: ['c', 'd'], value: '\u202e' },
      'bug',
      /at c\.d failed/,
    ],
    ['half a character', 'a: b\n', { kind: 'set', path: ['a'], value: '\ud800' }, 'bug', /at a failed/],
    ['an empty key', 'a: b\n', { kind: 'set', path: [''], value: 'x' }, 'bug', /A key is empty/],
    ['a reserved key', 'a: b\n', { kind: 'set', path: ['__proto__'], value: 'x' }, 'bug', /__proto__/],
    ['an alias', 'a: &b c\nd: *b\n', { kind: 'set', path: ['a'], value: 'x' }, 'input-invalid', /errors/],
    ['no YAML', 'a: [b\n', { kind: 'set', path: ['a'], value: 'x' }, 'input-invalid', /errors/],
  ])('%s', (_, text, edit, code, said) => {
    expect(FAILURE_CODES).toHaveProperty(code);
    expect(() => editYaml(text, [edit])).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(said) }),
    );
    expect(() => editYaml(text, [edit])).toThrow(Failure);
  });
});

test('errors of a file are told with their places in it', () => {
  const told = (): unknown => {
    try {
      return editYaml('a: b\nc: *d\n', [{ kind: 'remove', path: ['a'] }]);
    } catch (error) {
      return error instanceof Failure
        ? error.diagnostics.map(({ code, place }) => [code, place?.line])
        : error;
    }
  };
  expect(told()).toContainEqual(['yaml-alias', 2]);
});
