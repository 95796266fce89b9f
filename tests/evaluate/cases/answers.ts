// Cases for the rules about answers and about waivers, remediations and tests that answers name.
import {
  type AnswerFile,
  aModel,
  aRecord,
  aRemediation,
  aResource,
  aWaiver,
  inputsOf,
  sound,
  withAnswer,
} from '../builders.ts';
import { DEFECTS } from '../defects.ts';
import type { Cases } from './case.ts';

const silent = (({ statement: _, ...rest }: AnswerFile): AnswerFile => rest)(sound);
const ownerless = (({ owner: _, ...rest }: AnswerFile): AnswerFile => rest)(sound);
const clean = inputsOf();
const TO_STORE = { to: 'acme-store', note: 'Keeps the files.' };
const aTest = (more: object): AnswerFile => ({
  ...sound,
  tests: [{ method: 'examine', by: 'sre', on: '2026-10-01', of: 'records', ...more }],
});
const plans = { remediations: { 'RM-01': aRemediation } };
const worse: AnswerFile = { ...sound, except: { 'prod-gb': { status: 'partial', remediation: 'RM-01' } } };

export const answerCases: Cases = {
  'not-answered': {
    hit: inputsOf({ answers: { 'OPS-01-C1': { statement: 'Soon.', owner: 'lead', evidence: [] } } }),
    sentences: [
      'OPS-01-C1 gives owner and statement but no status, so it is not answered.',
      'OPS-01-C2 is not answered.',
    ],
    misses: [
      clean,
      inputsOf({ answers: { 'OPS-01': sound } }),
      inputsOf({ answers: { 'OPS-01': sound, 'OPS-01-C1': {} } }),
    ],
  },
  'answer-not-confirmed': {
    hit: inputsOf({
      answers: {
        'OPS-01': { ...sound, 'carried-from': '2026-Q1' },
        'OPS-01-C1': { inherited: { from: 'platform', ours: 'none' }, 'carried-from': '2026-Q2' },
      },
    }),
    sentences: [
      'OPS-01-C1 has an answer carried from 2026-Q2 that nobody has confirmed for 2026-Q3.',
      'OPS-01-C2 has an answer carried from 2026-Q1 that nobody has confirmed for 2026-Q3.',
    ],
    misses: [clean, inputsOf({ answers: { 'OPS-01': { owner: 'lead', 'carried-from': '2026-Q2' } } })],
  },
  're-opened': {
    hit: DEFECTS.text.inputs(clean),
    sentences: ['OPS-01-C1 was answered to a text that acme-run at revision 2026-05-01 no longer has.'],
    misses: [
      clean,
      { ...clean, lock: null },
      DEFECTS.text.inputs(inputsOf({ answers: { 'OPS-01-C2': sound } })),
    ],
  },
  'duty-not-locked': {
    hit: DEFECTS['no-lock'].inputs(clean),
    sentences: ['OPS-01-C1', 'OPS-01-C2'].map(
      (id) => `${id} is answered but not locked, so its answer is bound to no text.`,
    ),
    misses: [clean, { ...inputsOf({ answers: {} }), lock: null }],
  },
  'model-revision-differs': {
    hit: inputsOf({ attestation: { models: [{ id: 'acme-run', revision: '2026-01-01' }] } }),
    sentences: [
      'The attestation speaks of acme-run at revision 2026-01-01; it was evaluated under revision 2026-05-01.',
    ],
    misses: [clean, { ...clean, models: {} }],
  },
  'model-missing': {
    hit: { ...clean, models: {} },
    sentences: [
      'The attestation lists acme-run, but there is no such model, so none of its duties is in this report.',
    ],
    misses: [clean],
  },
  'delegation-unresolved': {
    hit: inputsOf({
      models: [aModel([aResource('OPS-01', 2, 1, { delegates: [TO_STORE] })], { delegates: [TO_STORE] })],
    }),
    sentences: [
      'The page of Acme Run leaves something to 1 service that the attestation does not list: acme-store.',
    ],
    misses: [
      clean,
      inputsOf({
        models: [aModel([aResource('OPS-01', 2, 1, { delegates: [{ to: 'acme-run', note: 'Itself.' }] })])],
      }),
    ],
  },
  'answer-without-duty': {
    hit: inputsOf({
      models: [
        aModel([aResource('OPS-01', 2, 1), aResource('OPS-02', 0, 1)], {
          retired: [{ id: 'OPS-01-C7', revision: '2026-05-01' }],
        }),
      ],
      answers: {
        'OPS-01': sound,
        'OPS-01-C1': sound,
        'OPS-01-C2': sound,
        'OPS-01-C7': sound,
        'OPS-01-C9': sound,
        'OPS-01-P1': sound,
        'OPS-02': sound,
        'OPS-09': sound,
      },
    }),
    sentences: [
      'The answer acme-run/OPS-01 counts for no duty: each duty of that resource has an answer of its own.',
      'The answer acme-run/OPS-01-C7 counts for no duty: the provider has dropped that duty.',
      'The answer acme-run/OPS-01-C9 counts for no duty: the model has no such duty.',
      'The answer acme-run/OPS-01-P1 counts for no duty: the duty is the provider’s.',
      'The answer acme-run/OPS-02 counts for no duty: the customer has no duty in that resource.',
      'The answer acme-run/OPS-09 counts for no duty: the model has no such resource.',
    ],
    misses: [
      clean,
      inputsOf({ answers: { 'OPS-01': sound, 'OPS-01-C1': sound } }),
      inputsOf({ answers: { 'OPS-09': {} } }),
    ],
  },
  'statement-missing': {
    hit: withAnswer(silent),
    sentences: ['OPS-01-C1 says that something is in place but has no statement of what it is.'],
    misses: [clean, withAnswer({ ...silent, status: 'planned' })],
  },
  'reason-missing': {
    hit: withAnswer({ ...sound, status: 'alternative' }),
    sentences: ['OPS-01-C1 gives no reason for its status.'],
    misses: [clean, withAnswer({ ...sound, status: 'not-applicable', reason: 'Not used.' })],
  },
  'owner-missing': {
    hit: withAnswer(ownerless),
    sentences: ['OPS-01-C1 is answered but has no owner.'],
    misses: [clean],
  },
  'remediation-missing': {
    hit: inputsOf({
      answers: { 'OPS-01-C1': { ...sound, status: 'partial', remediation: 'RM-01' }, 'OPS-01-C2': worse },
      attestation: { remediations: { 'RM-01': { ...aRemediation, status: 'done' } } },
    }),
    sentences: ['OPS-01-C1', 'OPS-01-C2'].map(
      (id) => `${id} has a gap with neither an open remediation nor a waiver in force.`,
    ),
    misses: [
      clean,
      withAnswer({ ...sound, status: 'planned', remediation: 'RM-01' }, { attestation: plans }),
      withAnswer(worse, { attestation: plans }),
      withAnswer(
        { ...sound, status: 'planned', waiver: 'WV-01' },
        { attestation: { waivers: { 'WV-01': aWaiver } } },
      ),
    ],
  },
  'status-planned': {
    hit: withAnswer({ ...sound, status: 'planned' }),
    sentences: ['OPS-01-C1 is planned and not yet in place.'],
    misses: [clean],
  },
  'status-not-implemented': {
    hit: withAnswer({ ...sound, status: 'not-implemented' }),
    sentences: ['OPS-01-C1 is not implemented.'],
    misses: [clean],
  },
  'status-partial': {
    hit: withAnswer({ ...sound, status: 'partial' }),
    sentences: ['OPS-01-C1 is only partly in place.'],
    misses: [clean],
  },
  'instance-worse': {
    hit: withAnswer({
      ...sound,
      except: { 'prod-gb': { status: 'not-applicable' }, 'prod-de': { status: 'partial' } },
    }),
    sentences: ['OPS-01-C1 is worse than elsewhere in prod-de (partial) and prod-gb (not-applicable).'],
    misses: [
      clean,
      withAnswer({
        ...sound,
        status: 'partial',
        except: { 'prod-gb': { status: 'implemented' }, 'prod-de': { status: 'partial' } },
      }),
      withAnswer({ ...sound, except: { 'prod-gb': { status: 'not-applicable', reason: 'No card data.' } } }),
    ],
  },
  'test-deviation-unanswered': {
    hit: withAnswer(
      aTest({
        deviations: [{ what: 'One was late.' }, { what: 'Two', response: 'Done.' }, { what: 'Three' }],
      }),
    ),
    sentences: [
      'OPS-01-C1: the test of 2026-10-01 found “One was late” and “Three”, and nobody has responded.',
    ],
    misses: [clean, withAnswer(aTest({ deviations: [{ what: 'One', response: 'Done.' }] }))],
  },
  'test-deviation-answered': {
    hit: withAnswer(aTest({ deviations: [{ what: 'One', response: 'Done.' }, { what: 'Two' }] })),
    sentences: ['OPS-01-C1: the test of 2026-10-01 found 1 deviation with a response.'],
    misses: [clean, withAnswer(aTest({ deviations: [{ what: 'One' }] }))],
  },
  'test-sample-too-large': {
    hit: withAnswer(aTest({ population: '3', sample: '4' })),
    sentences: ['OPS-01-C1: the test of 2026-10-01 took a sample of 4 from a population of 3.'],
    misses: [
      withAnswer(aTest({ population: '3', sample: '3' })),
      withAnswer(aTest({ sample: '3' })),
      withAnswer(aTest({ population: '0' })),
    ],
  },
  'test-by-owner': {
    hit: withAnswer(aTest({ by: 'lead' })),
    sentences: ['OPS-01-C1: the test of 2026-10-01 was done by its own owner, Ada Example (lead).'],
    misses: [clean, withAnswer(aTest({ by: 'boss' }))],
  },
  'remediation-overdue': {
    hit: withAnswer(
      { ...sound, status: 'partial', remediation: 'RM-01' },
      { attestation: { remediations: { 'RM-01': { ...aRemediation, due: '2026-10-08' } } } },
    ),
    sentences: ['RM-01, which OPS-01-C1 names, was due on 2026-10-08 and is 1 day overdue.'],
    misses: [
      inputsOf({ attestation: { remediations: { 'RM-01': { ...aRemediation, due: '2026-10-09' } } } }),
      inputsOf({
        attestation: { remediations: { 'RM-01': { ...aRemediation, due: '2026-10-01', status: 'done' } } },
      }),
    ],
  },
  'remediation-postponed': {
    hit: inputsOf({ attestation: { remediations: { 'RM-01': { ...aRemediation, due: '2026-12-31' } } } }),
    sentences: ['RM-01 was first due on 2026-11-30 and is now due on 2026-12-31.'],
    misses: [
      inputsOf({ attestation: plans }),
      inputsOf({
        attestation: {
          remediations: { 'RM-01': { ...aRemediation, due: '2026-12-31', status: 'cancelled' } },
        },
      }),
    ],
  },
};

const waived = (waiver: Partial<typeof aWaiver>, more: object = {}) =>
  withAnswer(
    { ...sound, status: 'partial', waiver: 'WV-01' },
    { attestation: { waivers: { 'WV-01': { ...aWaiver, ...waiver } }, ...more } },
  );
const proofless = (({ proof: _, ...rest }: typeof aWaiver) => rest)(aWaiver);

export const waiverCases: Cases = {
  'waiver-expired': {
    hit: waived({ expires: '2026-10-08' }),
    sentences: ['WV-01 for OPS-01-C1 expired on 2026-10-08.'],
    misses: [
      waived({ expires: '2026-10-09' }),
      inputsOf({ attestation: { waivers: { 'WV-01': { ...aWaiver, expires: '2026-10-08' } } } }),
    ],
  },
  'waiver-not-yet': {
    hit: waived({ accepted: '2026-10-10' }),
    sentences: ['WV-01 for OPS-01-C1 was accepted on 2026-10-10, after the as-of day 2026-10-09.'],
    misses: [waived({ accepted: '2026-10-09' })],
  },
  'waiver-too-long': {
    hit: waived({ expires: '2027-08-02' }),
    sentences: [
      'WV-01 for OPS-01-C1 runs from 2026-08-01 to 2027-08-02; the policy allows P1Y, to 2027-08-01.',
    ],
    misses: [waived({ expires: '2027-08-01' })],
  },
  'waiver-by-owner': {
    hit: waived({ 'accepted-by': 'lead' }),
    sentences: ['WV-01 was accepted by Ada Example (lead), who also owns OPS-01-C1.'],
    misses: [waived({})],
  },
  'waiver-without-proof': {
    hit: withAnswer(
      { ...sound, status: 'partial', waiver: 'WV-01' },
      { attestation: { waivers: { 'WV-01': proofless } } },
    ),
    sentences: ['WV-01 for OPS-01-C1 names no proof that the risk was accepted.'],
    misses: [
      waived({}),
      waived(
        { proof: 'EV-02' },
        { evidence: { 'EV-01': aRecord, 'EV-02': { ...aRecord, file: undefined, location: 'Vault' } } },
      ),
    ],
  },
};
