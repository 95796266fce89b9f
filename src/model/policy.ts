// What is the organisation's judgement, not ours: thresholds, severities, expectations, sign-off (`*.policy.yaml`).
import { z } from 'zod';
import { EVIDENCE_TYPES, signOffRole } from './attestation.ts';
import {
  areaCode,
  count,
  duration,
  dutyId,
  type Frozen,
  id,
  resourceCode,
  severity,
  text,
} from './scalar.ts';

/** What the organisation expects of a duty, of a resource's duties or of an area's. The narrower key wins, value by value. */
const expectation = z.strictObject({
  criticality: severity.optional(),
  /** How many items of evidence an `implemented`, `alternative` or `partial` answer needs. */
  evidence: count.optional(),
  'evidence-types': z.array(z.enum(EVIDENCE_TYPES)).optional(),
  frequency: duration.optional(),
  /** Control ids per framework: `{ own: [OPS-12], iso-27001: [A.8.6] }`. */
  crosswalk: z.record(id, z.array(text)).optional(),
});

export const policy = z.strictObject({
  format: z.literal('countersign/policy@1'),
  id,
  title: text,
  organisation: z.strictObject({ name: text, identifier: text.optional() }),
  classification: text,
  /** How long a pack is to be kept, from the as-of day. */
  retention: duration,
  distribution: z.array(text).default([]),
  approvals: z.strictObject({
    mode: z.enum(['recorded', 'signed']),
    roles: z.array(signOffRole),
    /** `two-people` lets one person hold two neighbouring roles; the pack then prints that limitation. */
    separation: z.enum(['all-different', 'two-people']),
  }),
  'fail-at': severity,
  thresholds: z.strictObject({
    /** The number of duties one item of evidence may serve before it is a finding. */
    'evidence-reuse': count,
    'waiver-longest': duration,
    'bridge-longest': duration,
    /** Minutes within which all sign-offs together are a finding; 5 where nothing is said. */
    'sign-off-minutes': count.optional(),
    /** The number of answers that may give one and the same statement; 3 where nothing is said. */
    'statement-reuse': count.optional(),
    /** The number of packs in which an answer may stand unchanged before it is a finding; 4 where nothing is said. */
    'unchanged-longest': count.optional(),
  }),
  /** Severities that differ from the rules' own, by rule id. */
  severities: z.record(id, severity).default({}),
  /** Titles of the frameworks that crosswalks name. */
  frameworks: z.record(id, text).default({}),
  defaults: z.strictObject({ criticality: severity, evidence: count }),
  duties: z.record(id, z.record(z.union([dutyId, resourceCode, areaCode]), expectation)).default({}),
});
export type Policy = Frozen<z.infer<typeof policy>>;

/** What the policy says, or five minutes. */
export const signOffMinutes = ({ thresholds }: Policy): number => thresholds['sign-off-minutes'] ?? 5;

/** What the policy says, or three answers. */
export const statementReuse = ({ thresholds }: Policy): number => thresholds['statement-reuse'] ?? 3;

/** What the policy says, or four packs. */
export const unchangedLongest = ({ thresholds }: Policy): number => thresholds['unchanged-longest'] ?? 4;

export type Expectation = Policy['duties'][string][string];
