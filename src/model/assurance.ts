// What covers the provider's half: reports, certificates and bridge letters, one file shared by all teams (`*.assurance.yaml`).
import { z } from 'zod';
import {
  areaCode,
  assuranceId,
  day,
  dutyId,
  type Frozen,
  id,
  interval,
  resourceCode,
  text,
} from './scalar.ts';

export const OPINIONS = ['unqualified', 'qualified', 'adverse', 'disclaimer'] as const;
const ASSURANCE_TYPES = ['soc-1-type-2', 'soc-2-type-2', 'soc-2-type-1', 'certificate', 'other'] as const;

/** Codes of areas, resources or duties, per model. */
const places = z.record(id, z.array(z.union([areaCode, resourceCode, dutyId])));

const report = z.strictObject({
  type: z.enum(ASSURANCE_TYPES),
  title: text,
  issuer: text,
  issued: day,
  covers: interval,
  opinion: z.enum(OPINIONS),
  /** Why the opinion is not unqualified, and deviations the issuer names. */
  qualifications: z.array(text).default([]),
  services: z.array(id).min(1),
  'carve-outs': z.array(z.strictObject({ what: text, duties: places.default({}) })).default([]),
  /** Controls the issuer presumes at the customer (CUEC), with the customer duties that answer them. */
  'complementary-controls': z
    .record(
      z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/),
      z.strictObject({ text, duties: places.default({}) }),
    )
    .default({}),
  location: text.optional(),
});

/** Management's own word for the time between a report's end and now; never counted as the report's. */
const bridge = z.strictObject({
  extends: assuranceId,
  covers: interval,
  issued: day,
  'signed-by': text,
  location: text.optional(),
});

export const assurance = z.strictObject({
  format: z.literal('countersign/assurance@1'),
  id,
  provider: z.strictObject({ id, name: text }),
  reports: z.record(assuranceId, report),
  bridges: z.record(assuranceId, bridge).default({}),
});
export type Assurance = Frozen<z.infer<typeof assurance>>;
export type AssuranceReport = Assurance['reports'][string];
export type Bridge = Assurance['bridges'][string];
