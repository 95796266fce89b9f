// Cases for the rules about signed sign-offs. What examining a line shows is made up here: how it is found is tested where it is examined.
import { sha256 } from '../../../src/codec/digest.ts';
import type { Inputs } from '../../../src/model/inputs.ts';
import type { SignOffFacts } from '../../../src/model/sign-off.ts';
import { inputsOf, type Parts } from '../builders.ts';
import type { Cases } from './case.ts';

const certificateOf = (name: string): NonNullable<SignOffFacts['certificate']> => ({
  subject: `CN=${name}`,
  issuer: `CN=${name}`,
  serial: '01',
  fingerprint: sha256(name),
  'key-digest': sha256(`key of ${name}`),
  key: 'ECDSA P-256',
  from: '2026-01-01T00:00:00Z',
  to: '2027-12-31T00:00:00Z',
  emails: [`${name}@example.com`],
  name,
});

/** A valid sign-off of a role by a person, at a time of 7 October. */
export const signedBy = (
  number: number,
  role: SignOffFacts['role'],
  person: string,
  time: string,
  more: Partial<SignOffFacts> = {},
): SignOffFacts => ({
  number,
  role,
  person,
  at: `2026-10-07T${time}Z`,
  proved: null,
  certificate: certificateOf(person),
  comment: null,
  shown: {
    'as-of': '2026-10-07',
    'in-scope': 2,
    supported: 2,
    findings: { low: 0, moderate: 0, high: 0, critical: 0 },
  },
  line: sha256(`line ${number}`),
  previous: number === 1 ? null : sha256(`line ${number - 1}`),
  content: sha256('content'),
  faults: [],
  changed: null,
  ...more,
});

export const THREE: readonly [SignOffFacts, SignOffFacts, SignOffFacts] = [
  signedBy(1, 'preparer', 'lead', '09:00:00'),
  signedBy(2, 'reviewer', 'sre', '10:00:00'),
  signedBy(3, 'approver', 'boss', '11:00:00'),
];

/** The sound quarter where the policy asks for signatures; `more` takes the place of parts of it. */
export const signedInputs = (signOffs: readonly SignOffFacts[], more: Parts = {}): Inputs =>
  inputsOf({
    signOffs,
    ...more,
    policy: {
      approvals: {
        mode: 'signed',
        roles: ['preparer', 'reviewer', 'approver'],
        separation: 'all-different',
      },
      ...more.policy,
    },
  });

const clean = signedInputs(THREE);
const first = (more: Partial<SignOffFacts>): Inputs =>
  signedInputs([signedBy(1, 'preparer', 'lead', '09:00:00', more), ...THREE.slice(1)]);
const minutes = (text: string): Parts => ({
  policy: {
    thresholds: {
      'evidence-reuse': '5',
      'waiver-longest': 'P1Y',
      'bridge-longest': 'P92D',
      'sign-off-minutes': text,
    },
  },
});
const changes = (parts: readonly string[]): SignOffFacts['changed'] => ({
  duties: [{ id: 'acme-run/OPS-01-C1', fields: ['statement', 'status'] }],
  parts: [...parts],
});

export const signOffCases: Cases = {
  'sign-off-faulty': {
    hit: first({ faults: [{ code: 'sign-off-signature', sentence: 'Its signature does not hold.' }] }),
    sentences: [
      "The preparer's sign-off of 2026-10-07 by Ada Example (lead), line 1, does not count. Its signature does not hold.",
    ],
    misses: [clean, first({ changed: changes([]) })],
  },
  'sign-off-void': {
    hit: signedInputs([
      signedBy(1, 'preparer', 'lead', '09:00:00', { changed: changes(['evidence/EV-01']) }),
      signedBy(2, 'reviewer', 'sre', '10:00:00', {
        changed: changes(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
      }),
    ]),
    sentences: [
      "The preparer's sign-off of 2026-10-07 by Ada Example (lead) is void, because since then OPS-01-C1 (statement, status) and evidence/EV-01 changed.",
      "The reviewer's sign-off of 2026-10-07 by Ben Example (sre) is void, because since then OPS-01-C1 (statement, status), a, b, c, d, e and 2 other parts changed.",
    ],
    // What a later sign-off has taken the place of is past.
    misses: [
      clean,
      signedInputs([
        signedBy(1, 'preparer', 'lead', '08:00:00', { changed: changes([]) }),
        signedBy(2, 'preparer', 'lead', '09:00:00'),
        signedBy(3, 'reviewer', 'sre', '10:00:00'),
        signedBy(4, 'approver', 'boss', '11:00:00'),
      ]),
    ],
  },
  'sign-off-before-evidence': {
    hit: signedInputs([
      signedBy(1, 'preparer', 'lead', '09:00:00', { at: '2026-09-14T23:59:59Z' }),
      ...THREE.slice(1),
    ]),
    sentences: [
      'The preparer, Ada Example (lead), signed on 2026-09-14T23:59:59Z, before EV-01, of OPS-01-C1 and OPS-01-C2, was taken.',
    ],
    misses: [
      clean,
      signedInputs([
        signedBy(1, 'preparer', 'lead', '09:00:00', { at: '2026-09-15T00:00:00Z' }),
        ...THREE.slice(1),
      ]),
    ],
  },
  'sign-offs-within-minutes': {
    hit: signedInputs([
      signedBy(1, 'preparer', 'lead', '09:00:00'),
      signedBy(2, 'reviewer', 'sre', '09:02:00'),
      signedBy(3, 'approver', 'boss', '09:04:59'),
    ]),
    sentences: ['All 3 sign-offs were made within 4 minutes.'],
    misses: [
      clean,
      signedInputs([
        signedBy(1, 'preparer', 'lead', '09:00:00'),
        signedBy(2, 'reviewer', 'sre', '09:02:00'),
        signedBy(3, 'approver', 'boss', '09:05:00'),
      ]),
      signedInputs([signedBy(1, 'preparer', 'lead', '09:00:00')]),
      signedInputs(
        [signedBy(1, 'preparer', 'lead', '09:00:00'), signedBy(2, 'reviewer', 'sre', '09:02:00')],
        minutes('2'),
      ),
    ],
  },
  'sign-off-person-unknown': {
    hit: signedInputs([signedBy(1, 'preparer', 'nobody', '09:00:00')]),
    sentences: ['The preparer signed as nobody, whom the attestation does not list.'],
    misses: [clean],
  },
  'certificate-not-valid': {
    hit: first({ proved: { at: '2028-01-01T00:00:00Z', authority: certificateOf('clock') } }),
    sentences: [
      'The preparer, Ada Example (lead), signed at 2028-01-01T00:00:00Z by a certificate that is valid from 2026-01-01T00:00:00Z to 2027-12-31T00:00:00Z.',
    ],
    misses: [
      clean,
      first({ proved: { at: '2027-12-31T00:00:00Z', authority: certificateOf('clock') } }),
      first({ certificate: null }),
    ],
  },
};
