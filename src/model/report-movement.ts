// What moved since the previous pack: its closing position is this one's opening position, named by digest.
import { z } from 'zod';
import { customerTotals, result, whole } from './report-duty.ts';
import { day, digest, fullDutyId, remediationId } from './scalar.ts';

/**
 * What became of one customer duty. A duty is open while its result is partly-supported, unsupported, not-answered or re-opened, and
 * met while it is supported or not-applicable. `re-opened` here: it was open in an earlier pack, then met, and is open again.
 */
export const CHANGES = [
  'opened',
  're-opened',
  'still-open',
  'closed',
  'still-met',
  'added-open',
  'added-met',
  'removed-open',
  'removed-met',
] as const;
const change = z.enum(CHANGES);
export type Change = z.infer<typeof change>;

/** How long open duties and remediations have been open, in days: each bucket up to and with its number. */
const ageing = z.strictObject({ 'to-30': whole, 'to-90': whole, 'to-180': whole, 'over-180': whole });

const moved = z.strictObject({
  id: fullDutyId,
  text: z.string(),
  change,
  /** Null for a duty that the previous pack did not have. */
  before: result.nullable(),
  /** Null for a duty that this pack no longer has. */
  after: result.nullable(),
  /** The provider's wording is another than in the previous pack. */
  reworded: z.boolean(),
  /** As-of day of the first pack of the unbroken run in which it is open; null while it is met or gone. */
  'open-since': day.nullable(),
  /** Days from `open-since` to the as-of day. */
  'days-open': whole.nullable(),
  /** It was open in an earlier pack of the unbroken run of packs that have the duty. */
  'opened-before': z.boolean(),
  /** Packs before this one, without a gap, in which the answer stood word for word as it stands here; 0 also where there is no answer. */
  unchanged: whole,
});

/** A remediation that was open at either end, or came and went in between. `postponed`: still open, and due later than before. */
const movedRemediation = z.strictObject({
  id: remediationId,
  change: z.enum(['opened', 'still-open', 'postponed', 'closed']),
  weakness: z.string(),
  opened: day,
  /** Null where the previous pack did not have it. */
  'due-before': day.nullable(),
  /** Null where this pack no longer has it. */
  due: day.nullable(),
  /** What became of it; null where this pack no longer has it. */
  status: z.enum(['open', 'done', 'cancelled']).nullable(),
  /** Days from `opened` to the as-of day. */
  age: whole,
});

/** Open duties, from one pack to the next: `opening.open` + opened + re-opened + added-open - closed - removed-open = `closing.open`. */
export const movement = z.strictObject({
  opening: z.strictObject({
    'pack-id': digest,
    /** SHA-256 of the bytes of the previous pack's manifest.json. */
    manifest: digest,
    period: z.strictObject({ label: z.string(), from: day, to: day }),
    'as-of': day,
    state: z.enum(['draft', 'final']),
    version: z.int().min(1).nullable(),
    totals: customerTotals,
    open: whole,
  }),
  counts: z.strictObject({
    opened: whole,
    're-opened': whole,
    'still-open': whole,
    closed: whole,
    'still-met': whole,
    'added-open': whole,
    'added-met': whole,
    'removed-open': whole,
    'removed-met': whole,
  }),
  closing: z.strictObject({ open: whole }),
  ageing: z.strictObject({ duties: ageing, remediations: ageing }),
  /** In the order of the report's services; duties that are gone come last, by id. */
  duties: z.array(moved),
  /** Duties that were open in the previous pack and are open still, those open for longest first. */
  'longest-open': z.array(fullDutyId),
  /** Duties whose answer stood word for word in two packs before this one or more, those that stood for longest first. */
  'longest-unchanged': z.array(fullDutyId),
  remediations: z.array(movedRemediation),
});
