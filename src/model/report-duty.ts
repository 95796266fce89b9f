// What the report says of one duty, the provider's or the customer's, and how duties are counted.
import { z } from 'zod';
import { STATUSES, TEST_METHODS } from './attestation.ts';
import {
  assuranceId,
  day,
  digest,
  duration,
  dutyId,
  evidenceId,
  fullDutyId,
  id,
  remediationId,
  severity,
  waiverId,
} from './scalar.ts';

/** In the order in which they are printed and counted. */
export const RESULTS = [
  'supported',
  'partly-supported',
  'unsupported',
  'not-applicable',
  'not-answered',
  're-opened',
] as const;
export const result = z.enum(RESULTS);
export type Result = z.infer<typeof result>;
export const COVERAGES = ['covered', 'partly-covered', 'not-covered'] as const;
export const coverage = z.enum(COVERAGES);
export type Coverage = z.infer<typeof coverage>;

export const whole = z.int().min(0);
export const person = z.strictObject({
  id,
  name: z.string(),
  role: z.string(),
  email: z.string().nullable(),
});

/** Counts of customer duties. `in-scope` is `of` less `not-applicable`; the six results add up to `of`. */
export const customerTotals = z.strictObject({
  of: whole,
  'in-scope': whole,
  supported: whole,
  'partly-supported': whole,
  unsupported: whole,
  'not-applicable': whole,
  'not-answered': whole,
  're-opened': whole,
});
export const providerTotals = z.strictObject({
  of: whole,
  covered: whole,
  'partly-covered': whole,
  'not-covered': whole,
});

const test = z.strictObject({
  method: z.enum(TEST_METHODS),
  by: person.nullable(),
  on: day,
  of: z.string(),
  population: whole.nullable(),
  sample: whole.nullable(),
  deviations: z.array(z.strictObject({ what: z.string(), response: z.string().nullable() })),
});

export const customerDuty = z.strictObject({
  id: fullDutyId,
  duty: dutyId,
  text: z.string(),
  line: whole,
  digest,
  criticality: severity,
  crosswalk: z.array(z.strictObject({ framework: id, title: z.string(), controls: z.array(z.string()) })),
  /** The key that answered it: the duty itself, or its resource. Null: not answered. */
  'answered-by': z.enum(['duty', 'resource']).nullable(),
  status: z.enum(STATUSES).nullable(),
  /** The label of the period that the answer was taken over from, while nobody has confirmed it. */
  'carried-from': z.string().nullable(),
  owner: person.nullable(),
  statement: z.string().nullable(),
  reason: z.string().nullable(),
  frequency: duration.nullable(),
  'last-performed': day.nullable(),
  evidence: z.array(evidenceId),
  tests: z.array(test),
  /** Instances that are answered otherwise than the duty as a whole. */
  exceptions: z.array(
    z.strictObject({
      instance: id,
      name: z.string(),
      region: z.string().nullable(),
      status: z.enum(STATUSES),
      statement: z.string().nullable(),
      reason: z.string().nullable(),
      remediation: remediationId.nullable(),
    }),
  ),
  inherited: z
    .strictObject({
      from: id,
      duty: fullDutyId,
      found: z.boolean(),
      result: result.nullable(),
      statement: z.string().nullable(),
      digest: digest.nullable(),
      ours: z.boolean(),
    })
    .nullable(),
  waiver: z.strictObject({ id: waiverId, 'in-force': z.boolean(), expires: day.nullable() }).nullable(),
  remediations: z.array(remediationId),
  result,
  /** Findings that decided the result or speak of this duty. */
  findings: z.array(z.string()),
});

export const providerDuty = z.strictObject({
  id: fullDutyId,
  duty: dutyId,
  text: z.string(),
  line: whole,
  digest,
  coverage,
  /** Reports and bridges that cover it, or that would but for what `why` says. */
  by: z.array(assuranceId),
  why: z.enum([
    'covered',
    'qualified',
    'bridged',
    'carved-out',
    'service-not-named',
    'period-not-spanned',
    'bridge-too-long',
    'opinion-adverse',
    'no-assurance',
  ]),
});
