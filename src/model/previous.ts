// What a pack takes from the one before it: the closing position that becomes its opening position. The shapes are looser than those of
// report and manifest on purpose: an older or newer version of the program may have written them, and only movement's part is read.
import { z } from 'zod';
import { STATUSES } from './attestation.ts';
import type { PeriodSpan } from './period.ts';
import { result, whole } from './report-duty.ts';
import { type Day, type Digest, day, digest, type Frozen, fullDutyId, id, remediationId } from './scalar.ts';

const edition = { state: z.enum(['draft', 'final']), version: z.int().min(1).nullable() };

const exception = z.object({
  instance: id,
  status: z.enum(STATUSES),
  statement: z.string().nullable(),
  reason: z.string().nullable(),
});

const duty = z.object({
  id: fullDutyId,
  text: z.string(),
  digest,
  status: z.enum(STATUSES).nullable(),
  statement: z.string().nullable(),
  reason: z.string().nullable(),
  exceptions: z.array(exception),
  result,
});

const remediation = z.object({
  id: remediationId,
  weakness: z.string(),
  opened: day,
  due: day,
  status: z.enum(['open', 'done', 'cancelled']),
});

/** What the previous pack itself took over of each duty from the one before it. */
const standing = z.object({
  id: fullDutyId,
  'open-since': day.nullable(),
  'opened-before': z.boolean(),
  unchanged: whole,
});

/** The period of a report, whatever else it holds. */
export const previousPeriod = z.object({ period: z.object({ label: z.string(), from: day, to: day }) });

export const previousReport = z.object({
  format: z.literal('countersign/report@1'),
  'pack-id': digest,
  edition: z.object(edition),
  team: z.object({ id }),
  system: z.object({ id }),
  period: z.object({ label: z.string(), from: day, to: day }),
  'as-of': day,
  services: z.array(
    z.object({
      areas: z.array(z.object({ resources: z.array(z.object({ customer: z.array(duty) })) })),
    }),
  ),
  remediations: z.array(remediation),
  /** Null or absent where that pack had none before it. */
  movement: z
    .object({ duties: z.array(standing) })
    .nullable()
    .default(null),
});
export type PreviousReport = Frozen<z.infer<typeof previousReport>>;

export const previousManifest = z.object({
  format: z.literal('countersign/manifest@1'),
  'pack-id': digest,
  team: z.string(),
  system: z.string(),
  period: z.string(),
  'as-of': day,
  ...edition,
  members: z.array(z.object({ path: z.string(), sha256: digest })),
});
export type PreviousManifest = Frozen<z.infer<typeof previousManifest>>;

export type PreviousDuty = Frozen<z.infer<typeof duty>>;
export type PreviousRemediation = Frozen<z.infer<typeof remediation>>;
export type PreviousStanding = Frozen<z.infer<typeof standing>>;

/** The two files by the digests of their bytes: all that the pack id says of a previous pack, since everything else follows from them. */
export type PreviousDigests = { readonly report: Digest; readonly manifest: Digest };

/** A previous pack, as far as movement needs it. */
export type Previous = PreviousDigests & {
  readonly packId: Digest;
  readonly team: string;
  readonly system: string;
  readonly period: PeriodSpan;
  readonly asOf: Day;
  readonly state: 'draft' | 'final';
  readonly version: number | null;
  /** Each id once. */
  readonly duties: readonly PreviousDuty[];
  /** Each id once. */
  readonly remediations: readonly PreviousRemediation[];
  /** Its own rows of movement; none where it was the first of its chain. */
  readonly standings: readonly PreviousStanding[];
};
