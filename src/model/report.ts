// The report: plain JSON, complete before any drawing. It holds codes, ids, days and people's own text; labels come from the
// template's words. Absent is `null`. Templates and readers of packs see nothing else.
import { z } from 'zod';
import { signOffRole } from './attestation.ts';
import { PAPERS } from './paper.ts';
import { customerTotals, person, providerTotals, whole } from './report-duty.ts';
import { movement } from './report-movement.ts';
import { approval, assuranceReport, evidence, remediation, signOff, waiver } from './report-registers.ts';
import { service } from './report-service.ts';
import { day, digest, duration, type Frozen, fullDutyId, id, severity } from './scalar.ts';

export { COVERAGES, type Coverage, RESULTS, type Result } from './report-duty.ts';

/** The version of the table from status to result. A verifier that does not know it says "not checked". */
export const RULES_VERSION = 1;

/** What a rule found. `refs` are the other ids its sentence speaks of: evidence, waivers, remediations, resources, assurance, people, keys; sorted. */
const finding = z.strictObject({
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
  template: z.strictObject({ id: z.string(), language: z.string(), paper: z.enum(PAPERS), digest }),
  'as-of-from': z.enum(['option', 'attestation', 'today']),
});
export type Maker = Frozen<z.infer<typeof maker>>;

/** A file that went in, with the digest of its bytes and where it stands in the pack. */
export const source = z.strictObject({
  kind: z.enum([
    'attestation',
    'lock',
    'model',
    'previous-model',
    'policy',
    'assurance',
    'facts',
    'inherited',
    'previous',
    'sign-offs',
  ]),
  name: z.string(),
  member: z.string(),
  sha256: digest,
});
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
    thresholds: z.strictObject({
      'evidence-reuse': whole,
      'waiver-longest': duration,
      'bridge-longest': duration,
      'sign-off-minutes': whole,
      'statement-reuse': whole,
      'unchanged-longest': whole,
    }),
    separation: z.enum(['all-different', 'two-people']),
  }),
  approvals: z.strictObject({
    mode: z.enum(['recorded', 'signed']),
    roles: z.array(signOffRole),
    given: z.array(approval),
    /** Signed ones, in the order of their lines. */
    'sign-offs': z.array(signOff),
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
  delegations: z.array(
    z.strictObject({
      from: z.string(),
      title: z.string(),
      to: id,
      'to-title': z.string().nullable(),
      note: z.string(),
      attested: z.boolean(),
    }),
  ),
  /** The same from service to service: `places` are codes of areas and resources, none where the page as a whole points there. */
  'delegation-map': z.array(
    z.strictObject({
      from: id,
      'from-title': z.string(),
      to: id,
      'to-title': z.string().nullable(),
      places: z.array(z.string()),
      attested: z.boolean(),
      /** Of the service pointed to; null where no duty of it is in this report. */
      customer: customerTotals.nullable(),
    }),
  ),
  assurance: z.array(assuranceReport),
  evidence: z.array(evidence),
  waivers: z.array(waiver),
  remediations: z.array(remediation),
  /** Null where no previous pack is at hand. */
  movement: movement.nullable(),
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
export type Movement = NonNullable<Report['movement']>;
export type ReportPerson = Report['people'][number];
