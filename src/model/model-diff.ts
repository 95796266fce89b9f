// What a provider changed from one revision of its page to another, duty by duty (`model diff --json`).
import { z } from 'zod';
import { allocation, raci } from './model.ts';
import { PARTIES } from './party.ts';
import { areaCode, day, digest, dutyId, type Frozen, id, resourceCode, text } from './scalar.ts';

const party = z.enum(PARTIES);
const whole = z.int().min(0);

/** A run of words that both texts have, or that only one of them has. Joined with spaces, `same` and `out` are the text before, `same` and `in` the text after. */
export const piece = z.strictObject({ kind: z.enum(['same', 'out', 'in']), text });
export type WordPiece = Frozen<z.infer<typeof piece>>;

const said = z.strictObject({ line: whole, text, digest });

/** `before` and `after` are the provider's words, or ours where a model says it in our words; `words` is null when the two cannot be compared word by word. */
const wording = { before: said, after: said, words: z.array(piece).nullable() };

const dutyChange = z.discriminatedUnion('kind', [
  /** Markup, a name's key, punctuation: it says the same. */
  z.strictObject({ kind: z.literal('editorial'), id: dutyId, party, ...wording }),
  z.strictObject({ kind: z.literal('reworded'), id: dutyId, party, ...wording }),
  z.strictObject({ kind: z.literal('added'), id: dutyId, party, after: said }),
  z.strictObject({ kind: z.literal('removed'), id: dutyId, party, before: said }),
  /** The same duty under another id: of the other party, in another resource or area, or back after it was gone. */
  z.strictObject({ kind: z.literal('moved'), id: dutyId, party, from: dutyId, ...wording }),
]);
export type DutyChange = Frozen<z.infer<typeof dutyChange>>;

const titled = z.strictObject({ line: whole, title: text });

const held = z.strictObject({ line: whole, allocation, raci: raci.optional() });

/** Areas and resources that came, went, are called otherwise or are given to somebody else. Their duties stand among the duties. */
const placeChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), code: z.union([areaCode, resourceCode]), after: titled }),
  z.strictObject({ kind: z.literal('removed'), code: z.union([areaCode, resourceCode]), before: titled }),
  z.strictObject({
    kind: z.literal('renamed'),
    code: z.union([areaCode, resourceCode]),
    before: titled,
    after: titled,
  }),
  /** The page gives the resource to somebody else, and no duty shows it: in an ownership matrix, or by letters. */
  z.strictObject({
    kind: z.literal('reallocated'),
    code: resourceCode,
    title: text,
    before: held,
    after: held,
  }),
]);
export type PlaceChange = Frozen<z.infer<typeof placeChange>>;

/** An area's introduction gives something else to somebody: a shift that no table shows. */
const scopeChange = z.strictObject({
  area: areaCode,
  /** Whose part; `shared` and `other` as the model has them. */
  part: z.enum(['shared', 'provider', 'customer', 'other']),
  before: text.nullable(),
  after: text.nullable(),
  words: z.array(piece).nullable(),
  /** False when only markup or punctuation differ. */
  material: z.boolean(),
});
export type ScopeChange = Frozen<z.infer<typeof scopeChange>>;

const revisionOf = z.strictObject({ id, title: text, revision: day });

export const modelDiff = z.strictObject({
  format: z.literal('countersign/model-diff@1'),
  before: revisionOf,
  after: revisionOf,
  /**
   * `ids` when an id stands for the same duty in both. `wording` when the two were imported apart, and some duties have another id in each:
   * they are held together by what they say, and named by the id of the later model, those removed by that of the earlier one.
   */
  matched: z.enum(['ids', 'wording']),
  /** Duties that say the same in both; they are not listed. */
  unchanged: whole,
  duties: z.array(dutyChange),
  places: z.array(placeChange),
  scopes: z.array(scopeChange),
  /** Added, removed, reworded and moved duties, resources given to somebody else, and areas whose scope changed in more than its marks. */
  material: whole,
});
export type ModelDiff = Frozen<z.infer<typeof modelDiff>>;
