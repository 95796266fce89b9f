// Trust files: what they may say, and mistakes that would trust more people than was meant.
import { describe, expect, test } from 'vitest';
import { readTrust } from '../../src/read/index.ts';

const HEAD = `format: countersign/trust@1
certificates:
  robin: { file: robin.pem }
  ca: { pem: "-----BEGIN CERTIFICATE-----" }
`;
const read = (text: string) =>
  readTrust({ name: 'trust.yaml', bytes: new TextEncoder().encode(HEAD + text) });
const told = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, place, sentence }) => `${place?.line} ${code} ${sentence}`);

test('all that it may say', () => {
  const { value, diagnostics } = read(`
people:
  - { certificate: robin, person: lead, roles: [preparer], teams: [payments], from: 2026-01-01, to: 2026-12-31 }
  - { authority: ca, email: Risk@example.com, person: risk, roles: [reviewer, approver] }
  - { authority: ca, roles: [preparer] }
seals:
  - { certificate: robin, teams: [payments] }
timestamps:
  - { authority: ca, from: 2026-01-01 }
revoked:
  - { fingerprint: "sha256:${'a'.repeat(64)}", since: 2026-08-01, why: Lost. }
`);
  expect(diagnostics).toEqual([]);
  expect(value?.people.map(({ roles }) => roles.length)).toEqual([1, 2, 1]);
  expect(value?.revoked[0]?.since).toBe('2026-08-01');
});

test('nobody is trusted by a file that says nothing', () => {
  expect(read('').value).toMatchObject({ people: [], seals: [], timestamps: [], revoked: [] });
});

describe('mistakes are told with their line', () => {
  test.each<[string, string, string]>([
    [
      'a certificate that is not there',
      'people: [{ certificate: sam, roles: [preparer] }]',
      '5 reference-unknown `people[0].certificate` names a certificate `sam`',
    ],
    [
      'an authority that is not there',
      'timestamps: [{ authority: tsa }]',
      '5 reference-unknown `timestamps[0].authority` names a certificate `tsa`',
    ],
    ['neither', 'seals: [{ teams: [payments] }]', '5 value-invalid The entry has to name either'],
    [
      'both',
      'seals: [{ certificate: robin, authority: ca }]',
      '5 value-invalid The entry has to name either',
    ],
    [
      'anybody of an authority as one person',
      'people: [{ authority: ca, person: head, roles: [approver] }]',
      '5 value-invalid Anybody with a certificate of this authority',
    ],
    ['no role', 'people: [{ certificate: robin, roles: [] }]', '5 value-invalid'],
    ['a role that is none', 'people: [{ certificate: robin, roles: [boss] }]', '5 word-unknown'],
    ['a day that is none', 'seals: [{ certificate: robin, from: 2026-02-30 }]', '5 date-invalid'],
    ['a key that is none', 'seals: [{ certificate: robin, name: x }]', '5 key-unknown'],
  ])('%s', (_what, text, expected) => {
    expect(told(text)[0]?.slice(0, expected.length)).toBe(expected);
  });
});
