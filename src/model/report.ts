// The report: plain JSON, complete before any drawing. It holds codes, ids, days and people's own text; labels come from the
// template's words. Absent is `null`. Templates and readers of packs see nothing else.
import { z } from 'zod';
import { OPINIONS } from './assurance.ts';
import { EVIDENCE_TYPES, STATUSES, signOffRole, TEST_METHODS } from './attestation.ts';
import { allocation } from './model.ts';
import {
  areaCode,
  assuranceId,
  day,
  digest,
  duration,
  dutyId,
  evidenceId,
  type Frozen,
  fullDutyId,
  id,
  interval,
  remediationId,
  resourceCode,
  severity,
  waiverId,
} from './scalar.ts';

/** The version of the table from status to result. A verifier that does not know it says "not checked". */
export const RULES_VERSION = 1;
/** In the order in which they are printed and counted. */
export const RESULTS = ['supported', 'partly-supported', 'unsupported', 'not-applicable', 'not-answered', 're-opened'] as const;
export const result = z.enum(RESULTS);
export type Result = z.infer<typeof result>;
export const COVERAGES = ['covered', 'partly-covered', 'not-covered'] as const;
export const coverage = z.enum(COVERAGES);
export type Coverage = z.infer<typeof coverage>;

const whole = z.int().min(0);
const person = z.strictObject({ id, name: z.string(), role: z.string(), email: z.string().nullable() });

/** What a rule found. `refs` are duty, evidence, waiver, remediation, resource, assurance or person ids, sorted. */
export const finding = z.strictObject({
  /** `F-001`, numbered in printed order. */
  id: z.string(),
  rule: id,
  severity,
  /** The duties concerned, by full id. */
  duties: z.array(fullDutyId),
  refs: z.array(z.string()),
  sentence: z.string(),
  fix: z.string(),
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
export const providerTotals = z.strictObject({ of: whole, covered: whole, 'partly-covered': whole, 'not-covered': whole });

const test = z.strictObject({
  method: z.enum(TEST_METHODS),
  by: person.nullable(),
  on: day,
  of: z.string(),
  population: whole.nullable(),
  sample: whole.nullable(),
  deviations: z.array(z.strictObject({ what: z.string(), response: z.string().nullable() })),
});

const customerDuty = z.strictObject({
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
    .strictObject({ from: id, duty: fullDutyId, found: z.boolean(), result: result.nullable(), statement: z.string().nullable(), digest: digest.nullable(), ours: z.boolean() })
    .nullable(),
  waiver: z.strictObject({ id: waiverId, 'in-force': z.boolean(), expires: day.nullable() }).nullable(),
  remediations: z.array(remediationId),
  result,
  /** Findings that decided the result or speak of this duty. */
  findings: z.array(z.string()),
});

const providerDuty = z.strictObject({
  id: fullDutyId,
  duty: dutyId,
  text: z.string(),
  line: whole,
  digest,
  coverage,
  /** Reports and bridges that cover it, or that would but for what `why` says. */
  by: z.array(assuranceId),
  why: z.enum(['covered', 'qualified', 'bridged', 'carved-out', 'service-not-named', 'period-not-spanned', 'bridge-too-long', 'opinion-adverse', 'no-assurance']),
});

const delegate = z.strictObject({ to: id, title: z.string().nullable(), line: whole.nullable(), note: z.string(), attested: z.boolean() });

const resource = z.strictObject({
  code: resourceCode,
  title: z.string(),
  allocation,
  delegates: z.array(delegate),
  totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
  customer: z.array(customerDuty),
  provider: z.array(providerDuty),
});

const area = z.strictObject({
  code: areaCode,
  anchor: z.string().nullable(),
  title: z.string(),
  allocation,
  scope: z.strictObject({ shared: z.string().nullable(), provider: z.string().nullable(), customer: z.string().nullable(), other: z.string().nullable() }).nullable(),
  delegates: z.array(delegate),
  totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
  resources: z.array(resource),
});

const service = z.strictObject({
  id,
  title: z.string(),
  provider: z.strictObject({ id, name: z.string() }),
  revision: day,
  /** The revision the attestation speaks of, where it is another one. */
  'attested-revision': day,
  text: z.enum(['paraphrase', 'verbatim']),
  source: z.strictObject({ title: z.string(), url: z.string().nullable(), file: z.string().nullable(), sha256: digest }),
  delegates: z.array(delegate),
  totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
  areas: z.array(area),
});

const evidence = z.strictObject({
  id: evidenceId,
  type: z.enum(EVIDENCE_TYPES),
  title: z.string(),
  file: z.string().nullable(),
  location: z.string().nullable(),
  keep: z.enum(['copy', 'reference']),
  /** Path inside the pack; null when only referred to, or missing. */
  member: z.string().nullable(),
  at: day.nullable(),
  covers: interval.nullable(),
  by: person.nullable(),
  source: z.string().nullable(),
  query: z.string().nullable(),
  records: whole.nullable(),
  complete: z.string().nullable(),
  classification: z.string().nullable(),
  present: z.boolean().nullable(),
  size: whole.nullable(),
  sha256: digest.nullable(),
  lock: z.enum(['same', 'changed', 'not-locked', 'no-file']),
  /** Full ids of the duties whose answers name it. */
  'used-by': z.array(fullDutyId),
});

const waiver = z.strictObject({
  id: waiverId,
  reason: z.string(),
  risk: z.string(),
  compensating: z.string().nullable(),
  'accepted-by': person.nullable(),
  accepted: day,
  expires: day,
  state: z.enum(['in-force', 'expired', 'not-yet', 'unused']),
  'days-left': z.int(),
  proof: evidenceId.nullable(),
  'used-by': z.array(fullDutyId),
});

const remediation = z.strictObject({
  id: remediationId,
  weakness: z.string(),
  severity,
  action: z.string(),
  owner: person.nullable(),
  opened: day,
  'original-due': day,
  due: day,
  status: z.enum(['open', 'done', 'cancelled']),
  overdue: z.boolean(),
  postponed: z.boolean(),
  /** Days since `opened`, at the as-of day. */
  age: z.int(),
  /** Days from the as-of day to `due`; negative when past. */
  'days-left': z.int(),
  ticket: z.string().nullable(),
  milestones: z.array(z.strictObject({ what: z.string(), due: day, done: day.nullable() })),
  'used-by': z.array(fullDutyId),
});

const complementaryControl = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** The customer duties that answer it, with their results; empty: nobody does. */
  duties: z.array(z.strictObject({ id: fullDutyId, result: result.nullable() })),
});

const assuranceReport = z.strictObject({
  id: assuranceId,
  type: z.string(),
  title: z.string(),
  issuer: z.string(),
  issued: day,
  covers: interval,
  opinion: z.enum(OPINIONS),
  qualifications: z.array(z.string()),
  services: z.array(id),
  'carve-outs': z.array(z.strictObject({ what: z.string(), duties: z.array(z.string()) })),
  'complementary-controls': z.array(complementaryControl),
  location: z.string().nullable(),
  bridges: z.array(
    z.strictObject({ id: assuranceId, covers: interval, days: whole, issued: day, 'signed-by': z.string(), location: z.string().nullable() }),
  ),
  /** Days of the period (up to the as-of day) that the report itself, a bridge, and neither speak of. */
  days: z.strictObject({ of: whole, reported: whole, bridged: whole, open: whole }),
});

const approval = z.strictObject({ role: signOffRole, person: person.nullable(), date: day, reference: z.string() });

const rule = z.strictObject({ id, title: z.string(), why: z.string(), severity, findings: whole });

/** Which edition of the pack this is: known when it is built, and no part of the pack id. */
export const edition = z.strictObject({
  state: z.enum(['draft', 'final']),
  /** 1 for the first final pack; null for a draft. */
  version: z.int().min(1).nullable(),
  supersedes: z.strictObject({ version: z.int().min(1), manifest: digest, reason: z.string() }).nullable(),
});
export type Edition = Frozen<z.infer<typeof edition>>;

/** What made the pack; with the inputs and the edition it determines every byte. */
export const maker = z.strictObject({
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  template: z.strictObject({ id: z.string(), language: z.string(), digest }),
  'as-of-from': z.enum(['option', 'attestation', 'today']),
});
export type Maker = Frozen<z.infer<typeof maker>>;

/** A file that went in, with the digest of its bytes and where it stands in the pack. */
export const source = z.strictObject({ kind: z.enum(['attestation', 'lock', 'model', 'policy', 'assurance', 'facts', 'inherited']), name: z.string(), member: z.string(), sha256: digest });
export type Source = Frozen<z.infer<typeof source>>;

export const report = z.strictObject({
  format: z.literal('countersign/report@1'),
  rules: z.literal(RULES_VERSION),
  'pack-id': digest,
  edition,
  maker,
  sources: z.array(source),
  organisation: z.strictObject({ name: z.string(), identifier: z.string().nullable() }),
  classification: z.string(),
  retention: z.strictObject({ for: duration, until: day }),
  distribution: z.array(z.string()),
  team: z.strictObject({ id, name: z.string(), contact: z.string().nullable() }),
  system: z.strictObject({
    id,
    name: z.string(),
    instances: z.array(z.strictObject({ id, region: z.string().nullable(), name: z.string() })),
    excluded: z.array(z.strictObject({ what: z.string(), why: z.string() })),
  }),
  period: z.strictObject({ label: z.string(), from: day, to: day }),
  'as-of': day,
  people: z.array(person),
  assertion: z.strictObject({ 'subsequent-events': z.string().nullable(), limitations: z.array(z.string()) }),
  policy: z.strictObject({
    id,
    title: z.string(),
    'fail-at': severity,
    thresholds: z.strictObject({ 'evidence-reuse': whole, 'waiver-longest': duration, 'bridge-longest': duration }),
    separation: z.enum(['all-different', 'two-people']),
  }),
  approvals: z.strictObject({
    mode: z.enum(['recorded', 'signed']),
    roles: z.array(signOffRole),
    given: z.array(approval),
    missing: z.array(signOffRole),
    /** True when every role the policy asks for is given, in order, by the people it allows. */
    complete: z.boolean(),
  }),
  totals: z.strictObject({
    customer: customerTotals,
    provider: providerTotals,
    findings: z.strictObject({ of: whole, low: whole, moderate: whole, high: whole, critical: whole }),
    /** Customer duties whose risk somebody accepted and the acceptance is in force; each is counted under its result all the same. */
    'risk-accepted': whole,
    overdue: whole,
  }),
  /** Rules that ran, with what each found. */
  method: z.array(rule),
  findings: z.array(finding),
  services: z.array(service),
  delegations: z.array(z.strictObject({ from: z.string(), title: z.string(), to: id, 'to-title': z.string().nullable(), note: z.string(), attested: z.boolean() })),
  assurance: z.array(assuranceReport),
  evidence: z.array(evidence),
  waivers: z.array(waiver),
  remediations: z.array(remediation),
});

export type Report = Frozen<z.infer<typeof report>>;
export type Finding = Report['findings'][number];
export type CustomerTotals = Report['totals']['customer'];
export type ProviderTotals = Report['totals']['provider'];
export type ReportService = Report['services'][number];
export type ReportArea = ReportService['areas'][number];
export type ReportResource = ReportArea['resources'][number];
export type CustomerDuty = ReportResource['customer'][number];
export type ProviderDuty = ReportResource['provider'][number];
export type ReportEvidence = Report['evidence'][number];
export type ReportPerson = Report['people'][number];
