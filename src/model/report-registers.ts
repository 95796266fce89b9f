// What the report lists beside the matrix: evidence, waivers, remediations, assurance and approvals.
import { z } from 'zod';
import { OPINIONS } from './assurance.ts';
import { EVIDENCE_TYPES, signOffRole } from './attestation.ts';
import { person, result, whole } from './report-duty.ts';
import {
  assuranceId,
  day,
  digest,
  evidenceId,
  fullDutyId,
  id,
  interval,
  remediationId,
  severity,
  waiverId,
} from './scalar.ts';
import { STANDINGS, signOffFacts } from './sign-off.ts';

export const evidence = z.strictObject({
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

export const waiver = z.strictObject({
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

export const remediation = z.strictObject({
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

export const assuranceReport = z.strictObject({
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
    z.strictObject({
      id: assuranceId,
      covers: interval,
      days: whole,
      issued: day,
      'signed-by': z.string(),
      location: z.string().nullable(),
    }),
  ),
  /** Days of the period (up to the as-of day) that the report itself, a bridge, and neither speak of. */
  days: z.strictObject({ of: whole, reported: whole, bridged: whole, open: whole }),
});

export const approval = z.strictObject({
  role: signOffRole,
  person: person.nullable(),
  date: day,
  reference: z.string(),
});

/** A signed sign-off, with what it is worth on the day the pack was made. */
export const signOff = signOffFacts.extend({
  /** Null for somebody the attestation does not list; the id the sign-off names stands beside. */
  person: person.nullable(),
  'person-id': id,
  standing: z.enum(STANDINGS),
});
