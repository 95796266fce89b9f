// The small values every file is made of. YAML is read with each scalar as text, so numbers are typed here,
// and `editor` carries the JSON Schema that an editor should hold the same value against.
import { z } from 'zod';
import { isDay, isInstant } from './calendar.ts';
import { ID } from './id.ts';

/** Makes a type read-only all the way down. */
export type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** Free text of people: at least one visible character. An editor takes `4711` for a number; it is text all the same. */
export const text = z
  .string()
  .regex(/\S/, 'must not be blank')
  .meta({ editor: { type: ['string', 'number', 'boolean'], pattern: '\\S' } });
/** Lower-case id of a team, system, person, instance, model or policy. */
export const id = z.string().regex(ID, 'must be lower-case letters, digits and hyphens');
/** Area code: initials of the title's significant words, `IOM`, `IAM`, `IAM2`. */
export const areaCode = z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/, 'must be an area code like IOM');
/** Resource code: area code and number, `SRC-03`. */
export const resourceCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{0,7}-\d{2,3}$/, 'must be a resource code like SRC-03');
/** Duty id inside one model: resource code, party letter and number, `IOM-01-C2`. */
export const dutyId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{0,7}-\d{2,3}-[PC]\d{1,3}$/, 'must be a duty id like IOM-01-C2');
/** Duty id with its model: `ibm-code-engine/IOM-01-C2`. */
export const fullDutyId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,62}\/[A-Z][A-Z0-9]{0,7}-\d{2,3}-[PC]\d{1,3}$/,
    'must be like ibm-code-engine/IOM-01-C2',
  );
export const evidenceId = z.string().regex(/^EV-\d{2,5}$/, 'must be an evidence id like EV-01');
export const waiverId = z.string().regex(/^WV-\d{2,5}$/, 'must be a waiver id like WV-01');
export const remediationId = z.string().regex(/^RM-\d{2,5}$/, 'must be a remediation id like RM-01');
export const assuranceId = z.string().regex(/^AS-\d{2,5}$/, 'must be an assurance id like AS-01');
/** `sha256:` and 64 lower-case hex digits. */
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hex digits');
export type Digest = z.infer<typeof digest>;
/** ISO 8601 calendar day, `2026-10-09`, that exists. */
export const day = z
  .string()
  .refine(isDay, { message: 'must be a day like 2026-10-09', params: { code: 'date-invalid' } })
  .meta({ editor: { type: 'string', format: 'date' } });
export type Day = z.infer<typeof day>;
/** A second in UTC, `2026-10-07T09:12:00Z`. */
export const instant = z
  .string()
  .refine(isInstant, {
    message: 'must be a time like 2026-10-07T09:12:00Z',
    params: { code: 'date-invalid' },
  })
  .meta({ editor: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$' } });
export type Instant = z.infer<typeof instant>;
/** Two days, `2026-07-01/2026-09-30`, the first not after the second, both included. */
export const interval = z
  .string()
  .refine((value) => value.split('/').length === 2 && value.split('/').every(isDay), {
    message: 'must be two days like 2026-07-01/2026-09-30',
    params: { code: 'date-invalid' },
  })
  .refine((value) => (value.split('/')[0] ?? '') <= (value.split('/')[1] ?? ''), {
    message: 'must not end before it begins',
    params: { code: 'interval-reversed' },
  })
  .meta({ editor: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}$' } });
/** ISO 8601 duration in whole years, months, weeks or days, `P92D`, `P1Y6M`; months and years are calendar ones. */
export const duration = z
  .string()
  .regex(/^P(?=\d)(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/, 'must be a duration like P92D or P1Y');
export type Duration = z.infer<typeof duration>;
/** A whole number of things, written as text in YAML. */
export const count = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/, 'must be a whole number')
  .transform(Number)
  .meta({ editor: { type: 'integer', minimum: 0 } });

export const SEVERITIES = ['low', 'moderate', 'high', 'critical'] as const;
export const severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severity>;
