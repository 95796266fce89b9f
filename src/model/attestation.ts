// Management's own dated answers on duties for a period (`*.attestation.yaml`).
import { z } from 'zod';
import { period } from './period.ts';
import {
  count,
  day,
  duration,
  dutyId,
  evidenceId,
  type Frozen,
  id,
  interval,
  remediationId,
  resourceCode,
  severity,
  text,
  waiverId,
} from './scalar.ts';

export const STATUSES = [
  'implemented',
  'partial',
  'planned',
  'alternative',
  'not-implemented',
  'not-applicable',
] as const;
export const status = z.enum(STATUSES);
export type Status = z.infer<typeof status>;

export const TEST_METHODS = ['examine', 'interview', 'test'] as const;
export const EVIDENCE_TYPES = [
  'configuration-export',
  'log-export',
  'ticket',
  'record',
  'document',
  'screenshot',
  'test-report',
  'third-party-report',
  'statement',
] as const;
export const SIGN_OFF_ROLES = ['preparer', 'reviewer', 'approver'] as const;
export const signOffRole = z.enum(SIGN_OFF_ROLES);
export type SignOffRole = z.infer<typeof signOffRole>;

const test = z.strictObject({
  method: z.enum(TEST_METHODS),
  by: id,
  on: day,
  of: text,
  population: count.optional(),
  sample: count.optional(),
  deviations: z.array(z.strictObject({ what: text, response: text.optional() })).default([]),
});

const exception = z.strictObject({
  status,
  statement: text.optional(),
  reason: text.optional(),
  remediation: remediationId.optional(),
});

/** What may be said of a duty, of all duties of a resource, or of one's own part of an inherited duty. */
const ownAnswer = {
  status: status.optional(),
  owner: id.optional(),
  statement: text.optional(),
  reason: text.optional(),
  evidence: z.array(evidenceId).default([]),
  tests: z.array(test).default([]),
  except: z.record(id, exception).default({}),
  frequency: duration.optional(),
  'last-performed': day.optional(),
  /** The period whose answer this is, as long as nobody has confirmed it for this one; until then it does not count. */
  'carried-from': text.optional(),
  waiver: waiverId.optional(),
  remediation: remediationId.optional(),
};

/** Taken over from another team's attestation; `duty` names theirs where it differs; `ours: none` says nothing is left to do here. */
const inherited = z.strictObject({
  from: id,
  duty: dutyId.optional(),
  ours: z.union([z.literal('none'), z.strictObject(ownAnswer)]),
});

const answer = z.strictObject({ ...ownAnswer, inherited: inherited.optional() });

const evidence = z.strictObject({
  type: z.enum(EVIDENCE_TYPES),
  title: text,
  file: text.optional(),
  location: text.optional(),
  keep: z.enum(['copy', 'reference']).default('copy'),
  at: day.optional(),
  covers: interval.optional(),
  by: id.optional(),
  source: text.optional(),
  query: text.optional(),
  records: count.optional(),
  complete: text.optional(),
  classification: text.optional(),
});

const waiver = z.strictObject({
  reason: text,
  risk: text,
  compensating: text.optional(),
  'accepted-by': id,
  accepted: day,
  expires: day,
  proof: evidenceId.optional(),
});

const remediation = z.strictObject({
  weakness: text,
  severity,
  action: text,
  owner: id,
  opened: day,
  'original-due': day,
  due: day,
  status: z.enum(['open', 'done', 'cancelled']),
  ticket: text.optional(),
  milestones: z.array(z.strictObject({ what: text, due: day, done: day.optional() })).default([]),
});

const approval = z.strictObject({ role: signOffRole, person: id, date: day, reference: text });

export const attestation = z.strictObject({
  format: z.literal('countersign/attestation@1'),
  team: z.strictObject({ id, name: text, contact: text.optional() }),
  system: z.strictObject({
    id,
    name: text,
    instances: z.record(id, z.strictObject({ region: text.optional(), name: text })).default({}),
    excluded: z.array(z.strictObject({ what: text, why: text })).default([]),
  }),
  period,
  'as-of': day.optional(),
  policy: text.optional(),
  /** `previous` is the revision that `update` moved the answers from. */
  models: z
    .array(z.strictObject({ id, revision: day, previous: day.optional(), file: text.optional() }))
    .min(1),
  assurance: text.optional(),
  previous: text.optional(),
  /** Where the attestations that duties are inherited from lie; a team not listed is looked for beside this file. */
  inherits: z.record(id, text).default({}),
  people: z.record(id, z.strictObject({ name: text, role: text, email: text.optional() })).default({}),
  assertion: z
    .strictObject({ 'subsequent-events': text.optional(), limitations: z.array(text).default([]) })
    .default({ limitations: [] }),
  duties: z.record(id, z.record(z.union([dutyId, resourceCode]), answer)).default({}),
  evidence: z.record(evidenceId, evidence).default({}),
  waivers: z.record(waiverId, waiver).default({}),
  remediations: z.record(remediationId, remediation).default({}),
  approvals: z.array(approval).default([]),
});

export type Attestation = Frozen<z.infer<typeof attestation>>;
export type OwnAnswer = Frozen<z.infer<z.ZodObject<typeof ownAnswer>>>;
export type Answer = Attestation['duties'][string][string];
export type Test = OwnAnswer['tests'][number];
export type InstanceException = OwnAnswer['except'][string];
export type Evidence = Attestation['evidence'][string];
export type Waiver = Attestation['waivers'][string];
export type Remediation = Attestation['remediations'][string];
export type Approval = Attestation['approvals'][number];
