// What the provider changed on its page between the revision that an attestation was moved from and the one it speaks of, and what that
// means for what is attested.
import { z } from 'zod';
import { piece } from './model-diff.ts';
import { PARTIES } from './party.ts';
import { whole } from './report-duty.ts';
import { areaCode, day, digest, dutyId, type Frozen, fullDutyId, resourceCode } from './scalar.ts';

/** What became of a duty from one revision to the other, as `model diff` tells it. */
export const DUTY_CHANGES = ['editorial', 'reworded', 'added', 'removed', 'moved'] as const;
const dutyChange = z.enum(DUTY_CHANGES);

/**
 * What a change means for a customer duty. `attested`: it says the same, and it is answered. `re-opened`: what was answered was another
 * text. `answered-again`: it has other words, and is answered to these. `opened`: it is new, and nobody has answered it. `answered`: it is
 * new, and answered. `not-answered`: it was there before, and nobody has answered it. `dropped`: it is no duty of the customer any more.
 */
export const EFFECTS = [
  'attested',
  're-opened',
  'answered-again',
  'opened',
  'answered',
  'not-answered',
  'dropped',
] as const;
const effect = z.enum(EFFECTS);
export type Effect = z.infer<typeof effect>;

/** Before and after on the page, in the words of the two models. */
const wording = z.strictObject({ line: whole, text: z.string(), digest });

const changedDuty = z.strictObject({
  /** That of the later model; of the earlier one where it is gone. */
  id: fullDutyId,
  duty: dutyId,
  party: z.enum(PARTIES),
  change: dutyChange,
  /** The id that it had before it was moved. */
  from: dutyId.nullable(),
  area: z.string(),
  resource: z.string(),
  before: wording.nullable(),
  after: wording.nullable(),
  /** Runs of words that both texts have or only one; null where there is nothing to compare. */
  words: z.array(piece).nullable(),
  /** Null where the customer neither had it nor has it. */
  effect: effect.nullable(),
});

const changedScope = z.strictObject({
  area: areaCode,
  title: z.string(),
  part: z.enum(['shared', 'provider', 'customer', 'other']),
  before: z.string().nullable(),
  after: z.string().nullable(),
  words: z.array(piece).nullable(),
  /** False where only its marks differ. */
  material: z.boolean(),
});

const changedPlace = z.strictObject({
  code: z.union([areaCode, resourceCode]),
  change: z.enum(['added', 'removed', 'renamed', 'reallocated', 'lettered-otherwise']),
  title: z.string(),
  /** Titles of what came, went or was renamed, allocations of what was reallocated, else letters of provider and customer. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const kinds = z.strictObject({
  unchanged: whole,
  editorial: whole,
  reworded: whole,
  added: whole,
  removed: whole,
  moved: whole,
});
const effects = z.strictObject({
  attested: whole,
  're-opened': whole,
  'answered-again': whole,
  opened: whole,
  answered: whole,
  'not-answered': whole,
  dropped: whole,
});

/** Of the page at each end: its day, and the digest of its bytes. */
const revision = z.strictObject({ revision: day, sha256: digest });

export const serviceChanges = z.strictObject({
  /** `sha256` is null where the model of that revision is not at hand; then nothing else is known. */
  before: z.strictObject({ revision: day, sha256: digest.nullable() }),
  after: revision,
  /** By party; a moved duty is counted with the party that has it now. Null where nothing is known. */
  counts: z.strictObject({ customer: kinds, provider: kinds }).nullable(),
  /** Every customer duty of the later model once, and those that are dropped. Null where nothing is known. */
  effects: effects.nullable(),
  /** Duties that the two do not say alike. */
  duties: z.array(changedDuty),
  scopes: z.array(changedScope),
  places: z.array(changedPlace),
});
export type ServiceChanges = Frozen<z.infer<typeof serviceChanges>>;
export type ChangedDuty = ServiceChanges['duties'][number];
export type ChangeCounts = NonNullable<ServiceChanges['counts']>['customer'];
export type EffectCounts = NonNullable<ServiceChanges['effects']>;
