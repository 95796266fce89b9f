// Cases of the rules that look at what was said before, or at the same words said many times.
import { sha256 } from '../../../src/codec/digest.ts';
import type { Previous, PreviousDuty } from '../../../src/model/previous.ts';
import { type AnswersFile, aModel, aResource, inputsOf, sound } from '../builders.ts';
import type { Cases } from './case.ts';

/** The sound answer to a duty, as the previous pack reported it. */
const before = (id: string, more: Partial<PreviousDuty> = {}): PreviousDuty => ({
  id: `acme-run/${id}`,
  text: `Do what ${id} says.`,
  digest: sha256(`Do what ${id} says.`),
  status: 'implemented',
  statement: 'It is done every week.',
  reason: null,
  exceptions: [],
  result: 'supported',
  ...more,
});

/** `packs`: how many packs before the previous one the answer to OPS-01-C1 stood in already. */
export const aPrevious = (more: Partial<Previous> = {}, packs = 0): Previous => ({
  report: sha256('report'),
  manifest: sha256('manifest'),
  packId: sha256('inputs'),
  team: 'payments',
  system: 'checkout',
  period: { label: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
  asOf: '2026-07-09',
  state: 'final',
  version: 1,
  duties: [before('OPS-01-C1')],
  remediations: [],
  standings: [{ id: 'acme-run/OPS-01-C1', 'open-since': null, 'opened-before': false, unchanged: packs }],
  ...more,
});

const thresholds = (more: Record<string, string>) => ({
  thresholds: { 'evidence-reuse': '9', 'waiver-longest': 'P1Y', 'bridge-longest': 'P92D', ...more },
});
const four = [aModel([aResource('OPS-01', 2, 0), aResource('OPS-02', 2, 0)])];
const same = (statement: string) => ({ ...sound, statement });
const repeated = (statement: string): AnswersFile => ({
  'OPS-01-C1': same('It is done every week.'),
  'OPS-01-C2': same('  It is done\nevery week. '),
  'OPS-02-C1': same('It is  done every week.'),
  'OPS-02-C2': same(statement),
});
const otherwise = (more: Partial<PreviousDuty>) =>
  inputsOf({ previous: aPrevious({ duties: [before('OPS-01-C1', more)] }, 9) });

export const previousCases: Cases = {
  'statement-repeated': {
    hit: inputsOf({ models: four, answers: repeated('It is done every week.') }),
    sentences: [
      '4 duties are answered with one and the same statement, given 4 times: “It is done every week.” The policy allows 3.',
    ],
    misses: [
      inputsOf({ models: four, answers: repeated('It is done every day.') }),
      inputsOf({ models: four, answers: { 'OPS-01': sound, 'OPS-02': sound } }),
      inputsOf({
        models: four,
        answers: repeated('It is done every week.'),
        policy: thresholds({ 'statement-reuse': '4' }),
      }),
    ],
  },
  'answer-unchanged-long': {
    hit: inputsOf({ previous: aPrevious({}, 3) }),
    sentences: [
      'OPS-01-C1 is answered word for word as in 4 packs before this one; the policy asks again from 4 on.',
    ],
    misses: [
      inputsOf(),
      inputsOf({ previous: aPrevious({}, 2) }),
      inputsOf({ previous: aPrevious({}, 3), policy: thresholds({ 'unchanged-longest': '5' }) }),
      otherwise({ status: 'partial' }),
      otherwise({ statement: 'It is done every week' }),
      otherwise({ reason: 'Because.' }),
      otherwise({
        exceptions: [{ instance: 'prod-de', status: 'planned', statement: null, reason: null }],
      }),
      otherwise({ result: 'not-answered' }),
      inputsOf({ previous: aPrevious({}, 9), answers: { 'OPS-01-C2': sound } }),
    ],
  },
  'previous-is-draft': {
    hit: inputsOf({ previous: aPrevious({ state: 'draft', version: null }) }),
    sentences: ['The previous pack, for 2026-Q2 as of 2026-07-09, is a draft.'],
    misses: [inputsOf(), inputsOf({ previous: aPrevious() })],
  },
};
