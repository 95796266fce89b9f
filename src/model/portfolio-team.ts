// What a roll-up says of one team and system: a line made of its pack, which it names by the digest of the pack's manifest.
import { z } from 'zod';
import { signOffRole } from './attestation.ts';
import { edition } from './report.ts';
import { customerTotals, providerTotals, result, whole } from './report-duty.ts';
import { movement } from './report-movement.ts';
import { areaCode, day, digest, type Frozen, id } from './scalar.ts';

const findingTotals = z.strictObject({
  of: whole,
  low: whole,
  moderate: whole,
  high: whole,
  critical: whole,
});

/** What is counted alike for a team and for all teams; each number has the one it is out of beside it. */
export const lineTotals = z.strictObject({
  customer: customerTotals,
  provider: providerTotals,
  findings: findingTotals,
  'risk-accepted': whole,
  /** `of`: remediations that are not done and not cancelled. */
  remediations: z.strictObject({ of: whole, overdue: whole }),
  /** `of`: waivers that some answer leans on; `expiring`: within `EXPIRES_SOON` days of the as-of day. */
  waivers: z.strictObject({ of: whole, expired: whole, expiring: whole }),
  /** Customer duties that are partly supported, unsupported, not answered or re-opened. */
  open: whole,
});

/** Counts of movement, as `report.movement` has them. */
export const moved = z.strictObject({
  opening: z.strictObject({ open: whole }),
  counts: movement.shape.counts,
  closing: z.strictObject({ open: whole }),
  ageing: movement.shape.ageing,
});

export const teamLine = z.strictObject({
  /** `team.system`, once in a portfolio. */
  name: z.string(),
  team: z.strictObject({ id, name: z.string(), contact: z.string().nullable() }),
  system: z.strictObject({ id, name: z.string() }),
  edition,
  /** The pack's folder as seen from the folder of the roll-up, with `/`. */
  path: z.string(),
  /** The pack's PDF from there, as a relative address. */
  href: z.string(),
  'pack-id': digest,
  /** SHA-256 of the bytes of the pack's manifest.json. */
  manifest: digest,
  'as-of': day,
  sealed: z.boolean(),
  approvals: z.strictObject({
    mode: z.enum(['recorded', 'signed']),
    complete: z.boolean(),
    missing: z.array(signOffRole),
  }),
  totals: lineTotals,
  /** Null where the pack has no previous one to start from. */
  movement: moved
    .extend({
      opening: z.strictObject({ open: whole, manifest: digest, period: z.string(), 'as-of': day }),
    })
    .nullable(),
  areas: z.array(
    z.strictObject({
      /** Service id and area code: `ibm-code-engine/IOM`. */
      id: z.string(),
      service: id,
      code: areaCode,
      totals: z.strictObject({ customer: customerTotals, provider: providerTotals }),
      /** The worst result of a customer duty there; null where the customer has none. */
      worst: result.nullable(),
    }),
  ),
});
export type TeamLine = Frozen<z.infer<typeof teamLine>>;
export type LineTotals = TeamLine['totals'];
export type MovedCounts = Frozen<z.infer<typeof moved>>;
