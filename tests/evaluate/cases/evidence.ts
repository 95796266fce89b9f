// Cases for the rules about evidence.
import { aModel, aRecord, aResource, type EvidenceFile, inputsOf, sound, withAnswer } from '../builders.ts';
import { DEFECTS } from '../defects.ts';
import type { Cases } from './case.ts';

const clean = inputsOf();
const withEvidence = (more: Partial<EvidenceFile>, answer = sound) =>
  withAnswer(
    { ...answer, evidence: ['EV-02'] },
    { attestation: { evidence: { 'EV-01': aRecord, 'EV-02': { ...aRecord, ...more } } } },
  );
const { at: _, ...undated } = aRecord;
const regular = (last: string | undefined) =>
  withAnswer({ ...sound, frequency: 'P1M', ...(last === undefined ? {} : { 'last-performed': last }) });
const many = aModel([aResource('OPS-01', 6, 1)]);

export const evidenceCases: Cases = {
  'evidence-missing': {
    hit: withAnswer(
      { ...sound, evidence: ['EV-01', 'EV-09', 'EV-01'] },
      {
        policy: {
          duties: {
            'acme-run': {
              OPS: { evidence: '2' },
              'OPS-01-C2': { evidence: '1' },
              'OPS-01-C1': { 'evidence-types': ['record', 'ticket'] },
            },
          },
        },
      },
    ),
    sentences: [
      'OPS-01-C1 has 1 of 2 items of evidence expected, has no evidence of the type expected (ticket) and names evidence that is not listed (EV-09).',
    ],
    misses: [
      clean,
      withAnswer(
        { ...sound, evidence: [] },
        { policy: { duties: { 'acme-run': { 'OPS-01': { evidence: '0' } } } } },
      ),
      withAnswer({ ...sound, status: 'not-implemented', evidence: [] }),
    ],
  },
  'evidence-file-missing': {
    hit: DEFECTS.file.inputs(clean),
    sentences: ['The file of EV-01, which OPS-01-C1 and OPS-01-C2 name, is missing: evidence/record.csv.'],
    misses: [
      clean,
      {
        ...withEvidence({ keep: 'reference' }),
        facts: {
          ...clean.facts,
          evidence: {
            'EV-01': { present: true, size: 19, sha256: clean.lock?.evidence['EV-01']?.sha256 ?? '' },
          },
        },
      },
    ],
  },
  'evidence-changed': {
    hit: DEFECTS.changed.inputs(clean),
    sentences: [
      'The file of EV-01, which OPS-01-C1 and OPS-01-C2 name, is not the one that was locked: evidence/record.csv.',
    ],
    misses: [clean, DEFECTS.file.inputs(clean), DEFECTS.unlocked.inputs(DEFECTS.changed.inputs(clean))],
  },
  'evidence-not-locked': {
    hit: DEFECTS.unlocked.inputs(clean),
    sentences: ['The file of EV-01, which OPS-01-C1 and OPS-01-C2 name, is not locked: evidence/record.csv.'],
    misses: [clean, DEFECTS.file.inputs(DEFECTS.unlocked.inputs(clean))],
  },
  'evidence-outside-period': {
    hit: inputsOf({
      models: [many],
      answers: Object.fromEntries(
        ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((at, index) => [
          `OPS-01-${at}`,
          { ...sound, evidence: [`EV-0${index + 1}`] },
        ]),
      ),
      attestation: {
        evidence: {
          'EV-01': { ...aRecord, at: '2026-06-30' },
          'EV-02': { ...aRecord, at: '2026-10-10' },
          'EV-03': { ...undated, covers: '2026-04-01/2026-06-30' },
          'EV-04': { ...aRecord, at: '2026-06-30', covers: '2026-04-01/2026-06-29' },
          'EV-05': { ...undated, covers: '2026-10-01/2026-10-31' },
          'EV-06': undated,
        },
      },
    }),
    sentences: [
      'EV-01, which OPS-01-C1 names, was taken on 2026-06-30, before the period 2026-Q3 began on 2026-07-01.',
      'EV-02, which OPS-01-C2 names, was taken on 2026-10-10, after the as-of day 2026-10-09.',
      'EV-03, which OPS-01-C3 names, speaks of 2026-04-01 to 2026-06-30, before the period 2026-Q3 began on 2026-07-01.',
      'EV-04, which OPS-01-C4 names, was taken on 2026-06-30 and speaks of 2026-04-01 to 2026-06-29, before the period 2026-Q3 began on 2026-07-01.',
      'EV-05, which OPS-01-C5 names, speaks of 2026-10-01 to 2026-10-31, after the period 2026-Q3 ended on 2026-09-30.',
      'EV-06, which OPS-01-C6 names, has no day, so it cannot be placed in the period 2026-Q3.',
    ],
    misses: [
      withEvidence({ at: '2026-07-01' }),
      withEvidence({ at: '2026-10-09' }),
      withEvidence({ at: '2026-10-10', covers: '2026-04-01/2026-07-01' }),
      withEvidence({ at: '2020-01-01' }, { ...sound, frequency: 'P1Y', 'last-performed': '2026-05-01' }),
    ],
  },
  'evidence-out-of-date': {
    hit: inputsOf({
      models: [many],
      answers: {
        'OPS-01': sound,
        'OPS-01-C1': { ...sound, frequency: 'P1M', 'last-performed': '2026-09-08' },
        'OPS-01-C2': { ...sound, frequency: 'P1M' },
        'OPS-01-C3': { ...sound, frequency: 'P1M', 'last-performed': '2026-10-10' },
        'OPS-01-C4': { ...sound, 'last-performed': '2026-08-01' },
      },
      policy: { duties: { 'acme-run': { 'OPS-01-C4': { frequency: 'P2W' } } } },
    }),
    sentences: [
      'OPS-01-C1 was last performed on 2026-09-08 and was due again on 2026-10-08 (every P1M).',
      'OPS-01-C2 is to be performed every P1M but has no last-performed day.',
      'OPS-01-C3 was last performed on 2026-10-10, after the as-of day 2026-10-09.',
      'OPS-01-C4 was last performed on 2026-08-01 and was due again on 2026-08-15 (every P2W).',
    ],
    misses: [
      clean,
      regular('2026-09-09'),
      regular('2026-10-09'),
      withAnswer({ ...sound, status: 'planned', frequency: 'P1M' }),
    ],
  },
  'evidence-reused': {
    hit: inputsOf({ models: [many], answers: { 'OPS-01': sound } }),
    sentences: ['EV-01 serves 6 duties; the policy allows 5.'],
    misses: [inputsOf({ models: [aModel([aResource('OPS-01', 5, 1)])], answers: { 'OPS-01': sound } })],
  },
  'evidence-taken-early': {
    hit: withEvidence({ at: '2026-09-29', covers: '2026-07-01/2026-09-30' }),
    sentences: [
      'EV-02, which OPS-01-C1 names, was taken on 2026-09-29 but claims to speak of days up to 2026-09-30.',
    ],
    misses: [clean, withEvidence({ at: '2026-09-30', covers: '2026-07-01/2026-09-30' })],
  },
};
