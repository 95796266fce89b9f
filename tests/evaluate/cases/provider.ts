// Cases for the rules about inherited answers, the provider's half, approvals and the policy.
import {
  type AnswerFile,
  aModel,
  anAssurance,
  anAttestation,
  aReport,
  aResource,
  aTeam,
  inputsOf,
  sound,
  withAnswer,
} from '../builders.ts';
import type { Cases } from './case.ts';

const clean = inputsOf();
const taken: AnswerFile = { inherited: { from: 'platform', ours: 'none' } };
const platform = (answer: AnswerFile) => ({
  inherited: {
    platform: aTeam(anAttestation({ 'OPS-01-C1': answer }, { team: { id: 'platform', name: 'Platform' } })),
  },
});

export const inheritedCases: Cases = {
  'inherited-not-found': {
    hit: withAnswer(taken),
    sentences: [
      'OPS-01-C1 is inherited from platform (acme-run/OPS-01-C1), but that team’s attestation is not at hand.',
    ],
    misses: [clean, withAnswer(taken, platform(sound))],
  },
  'inherited-worse': {
    hit: withAnswer(taken, platform({ ...sound, status: 'partial' })),
    sentences: ['OPS-01-C1 is inherited from platform, where acme-run/OPS-01-C1 is partly-supported.'],
    misses: [
      withAnswer(taken, platform(sound)),
      withAnswer(taken, platform({ status: 'not-applicable', reason: 'Not used.', owner: 'lead' })),
    ],
  },
  'inherited-other-period': {
    hit: withAnswer(taken, {
      inherited: {
        platform: aTeam(
          anAttestation(
            { 'OPS-01-C1': sound },
            { team: { id: 'platform', name: 'Platform' }, period: '2026-08' },
          ),
        ),
      },
    }),
    sentences: [
      'OPS-01-C1 is inherited from platform, whose attestation speaks of 2026-08 (2026-08-01 to 2026-08-31) and not of all of 2026-Q3.',
    ],
    misses: [
      withAnswer(taken, platform(sound)),
      withAnswer(taken),
      withAnswer(taken, {
        inherited: {
          platform: aTeam(
            anAttestation(
              { 'OPS-01-C1': sound },
              { team: { id: 'platform', name: 'Platform' }, period: '2026' },
            ),
          ),
        },
      }),
    ],
  },
  'inherited-unclear': {
    hit: inputsOf({
      answers: {
        'OPS-01-C1': { ...sound, ...taken },
        'OPS-01-C2': { ...sound, inherited: { from: 'platform', ours: { status: 'planned' } } },
      },
    }),
    sentences: [
      'OPS-01-C1 is answered implemented, and inherited from platform with nothing of its own.',
      'OPS-01-C2 is answered implemented, and inherited from platform with planned.',
    ],
    misses: [
      clean,
      withAnswer({ owner: 'lead', ...taken }),
      withAnswer({ ...sound, inherited: { from: 'platform', ours: { owner: 'sre' } } }),
    ],
  },
};

const covered = (report: Partial<typeof aReport>, bridges = {}) =>
  inputsOf({ assurance: anAssurance({ 'AS-01': { ...aReport, ...report } }, bridges) });
const letter = (to: string) => ({
  'AS-02': { extends: 'AS-01', covers: `2026-07-01/${to}`, issued: '2026-10-02', 'signed-by': 'Acme' },
});
const control = (duties: Record<string, string[]>) =>
  covered({ 'complementary-controls': { 'CC-1': { text: 'Review access.', duties } } });

export const providerCases: Cases = {
  'assurance-missing': {
    hit: inputsOf({ assurance: null }),
    sentences: ['1 provider duty of acme-run is not covered: there is no assurance file.'],
    misses: [clean, inputsOf({ assurance: null, models: [aModel([aResource('OPS-01', 2, 0)])] })],
  },
  'assurance-service-not-named': {
    hit: covered({ services: ['acme-store'] }),
    sentences: ['1 provider duty of acme-run is not covered: no report names the service.'],
    misses: [clean],
  },
  'assurance-period-not-spanned': {
    hit: inputsOf({
      models: [aModel([aResource('OPS-01', 2, 2)])],
      assurance: anAssurance({ 'AS-01': { ...aReport, covers: '2025-10-01/2026-09-29' } }),
    }),
    sentences: ['2 provider duties of acme-run are not covered: AS-01 leaves 1 of 92 days of 2026-Q3 open.'],
    misses: [clean, covered({ covers: '2026-07-01/2026-09-30' })],
  },
  'assurance-qualified': {
    hit: covered({ opinion: 'qualified' }),
    sentences: [
      '1 provider duty of acme-run is covered in part at most: the opinion of AS-01 is “qualified”.',
    ],
    misses: [clean],
  },
  'assurance-carve-out': {
    hit: covered({ 'carve-outs': [{ what: 'Data centres', duties: { 'acme-run': ['OPS-01-P1'] } }] }),
    sentences: ['1 provider duty of acme-run is not covered, being carved out of AS-01.'],
    misses: [
      clean,
      covered({
        'carve-outs': [
          { what: 'Data centres', duties: { 'acme-run': ['OPS-02'], 'acme-store': ['OPS-01'] } },
        ],
      }),
    ],
  },
  'bridge-too-long': {
    hit: covered({ covers: '2025-07-01/2026-06-29' }, letter('2026-09-30')),
    sentences: [
      '1 provider duty of acme-run is not covered: AS-02 reaches 93 days beyond AS-01, and the policy allows P92D.',
    ],
    misses: [covered({ covers: '2025-07-01/2026-06-30' }, letter('2026-09-30'))],
  },
  'complementary-control-unanswered': {
    hit: inputsOf({
      answers: { 'OPS-01-C1': sound },
      assurance: anAssurance({
        'AS-01': {
          ...aReport,
          'complementary-controls': {
            'CC-1': { text: 'Review access.', duties: {} },
            'CC-2': { text: 'Review logs.', duties: { 'acme-run': ['OPS-01-C2'] } },
          },
        },
      }),
    }),
    sentences: [
      'AS-01 presumes control CC-1 at the customer, and no duty stands for it.',
      'AS-01 presumes control CC-2 at the customer, and OPS-01-C2, which stands for it, is not answered.',
    ],
    misses: [
      clean,
      control({ 'acme-run': ['OPS-01-C1'] }),
      control({ 'acme-run': ['OPS'] }),
      control({ 'acme-store': ['OPS-01'] }),
    ],
  },
  'resource-unheld': {
    hit: inputsOf({
      models: [
        aModel([
          aResource('OPS-01', 2, 1),
          aResource('OPS-02', 0, 0),
          aResource('OPS-03', 1, 0, { allocation: 'none' }),
        ]),
      ],
    }),
    sentences: [
      'Nobody holds Resource OPS-02 (OPS-02) of acme-run: neither party has a duty in it.',
      'Nobody holds Resource OPS-03 (OPS-03) of acme-run: the provider allocates it to nobody.',
    ],
    misses: [
      clean,
      inputsOf({ models: [aModel([aResource('OPS-01', 0, 0, { allocation: 'third-party' })])] }),
    ],
  },
};

const approved = (...roles: readonly [string, string, string][]) =>
  roles.map(([role, person, date]) => ({ role: role as 'preparer', person, date, reference: 'T-1' }));
const policyWith = (
  separation: 'all-different' | 'two-people',
  mode: 'recorded' | 'signed' = 'recorded',
) => ({
  approvals: { mode, roles: ['approver' as const, 'reviewer' as const, 'preparer' as const], separation },
});

export const approvalCases: Cases = {
  'approval-missing': {
    hit: inputsOf({ attestation: { approvals: approved(['reviewer', 'sre', '2026-10-06']) } }),
    sentences: ['The preparer has not approved.', 'The approver has not approved.'],
    misses: [
      clean,
      inputsOf({
        attestation: { approvals: [] },
        policy: { approvals: { mode: 'recorded', roles: [], separation: 'all-different' } },
      }),
    ],
  },
  'approval-out-of-order': {
    hit: inputsOf({
      attestation: {
        approvals: approved(['approver', 'boss', '2026-10-05'], ['preparer', 'lead', '2026-10-06']),
      },
    }),
    sentences: [
      'The approver, Cleo Example (boss), approved on 2026-10-05, before the preparer, Ada Example (lead), on 2026-10-06.',
    ],
    misses: [
      clean,
      inputsOf({
        attestation: {
          approvals: approved(
            ['approver', 'boss', '2026-10-05'],
            ['preparer', 'lead', '2026-10-06'],
            ['approver', 'boss', '2026-10-06'],
          ),
        },
      }),
    ],
  },
  'approval-same-person': {
    hit: inputsOf({
      attestation: {
        approvals: approved(
          ['preparer', 'lead', '2026-10-05'],
          ['reviewer', 'sre', '2026-10-06'],
          ['approver', 'lead', '2026-10-07'],
        ),
      },
      policy: policyWith('two-people'),
    }),
    sentences: ['Ada Example (lead) is both preparer and approver, which the policy does not allow.'],
    misses: [
      clean,
      inputsOf({
        attestation: {
          approvals: approved(
            ['preparer', 'lead', '2026-10-05'],
            ['reviewer', 'lead', '2026-10-06'],
            ['approver', 'boss', '2026-10-07'],
          ),
        },
        policy: policyWith('two-people'),
      }),
    ],
  },
  'policy-rule-unknown': {
    hit: inputsOf({ policy: { severities: { 'evidence-reused': 'high', 'evidence-lost': 'low' } } }),
    sentences: ['The policy house sets a severity for evidence-lost, which is no rule.'],
    misses: [clean, inputsOf({ policy: { severities: { 'evidence-reused': 'high' } } })],
  },
  'policy-duty-unknown': {
    hit: inputsOf({ policy: { duties: { 'acme-run': { 'OPS-09': { evidence: '0' }, 'OPS-01-P1': {} } } } }),
    sentences: [
      'The policy house expects something of acme-run/OPS-09, which revision 2026-05-01 does not have.',
    ],
    misses: [
      clean,
      inputsOf({ policy: { duties: { 'acme-store': { 'OPS-09': {} }, 'acme-run': { OPS: {} } } } }),
    ],
  },
};
