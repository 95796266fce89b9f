// What a new revision of the provider's page means for the answers of an attestation, duty by duty: which hold, which have to be looked
// at again, what is new and what is gone. The duties of the provider are no part of it.
import { answerTo, isBlank, isGiven } from '../../model/answer.ts';
import type { Answer, Attestation } from '../../model/attestation.ts';
import { lookup } from '../../model/lookup.ts';
import type { Duty, Model } from '../../model/model.ts';
import type { DutyChange, ModelDiff, WordPiece } from '../../model/model-diff.ts';

/** `text` is the provider's wording, `line` where it stands on that revision's page. */
type Said = Pick<Duty, 'line' | 'text'>;

/** One customer duty that the two revisions do not say alike; ids are those of the model. */
export type DutyOutcome =
  /** It says the same in other markup or punctuation: an answer holds. */
  | { readonly kind: 'editorial'; readonly id: string; readonly before: Said; readonly after: Said }
  /** It was answered to other words. `by` is the key of the answer: the duty itself, or its resource. */
  | {
      readonly kind: 're-opened';
      readonly id: string;
      readonly by: string;
      readonly before: Said;
      readonly after: Said;
      readonly words: readonly WordPiece[] | null;
    }
  /** It has other words, and nobody had answered the old ones. */
  | {
      readonly kind: 'reworded';
      readonly id: string;
      readonly before: Said;
      readonly after: Said;
      readonly words: readonly WordPiece[] | null;
    }
  /** It is new; `from` is the duty that it was before, the provider's or one of another resource. `under` is its resource where one answer is given for all of that. */
  | {
      readonly kind: 'opened';
      readonly id: string;
      readonly after: Said;
      readonly from: string | null;
      readonly before: Said | null;
      readonly under: string | null;
    }
  /** It is no duty of the customer any more, or under another id; `to` is the duty that it has become. */
  | {
      readonly kind: 'dropped';
      readonly id: string;
      readonly before: Said;
      readonly to: string | null;
      readonly answered: boolean;
    };

export type Moving = {
  readonly attestation: Attestation;
  readonly before: Model;
  readonly after: Model;
  readonly diff: ModelDiff;
};

/** In the order of the new model; what is gone comes last, in the order of the old one. */
export const outcomesOf = (moving: Moving): readonly DutyOutcome[] => {
  const found = new Map(
    moving.diff.duties.flatMap((change) => outcomeOf(change, moving)).map((one) => [one.id, one]),
  );
  const dropped = (one: DutyOutcome | undefined): boolean => one?.kind === 'dropped';
  const here = customerDuties(moving.after).flatMap(({ duty }) => found.get(duty.id) ?? []);
  const gone = customerDuties(moving.before).flatMap(({ duty }) => found.get(duty.id) ?? []);
  return [...here.filter((one) => !dropped(one)), ...gone.filter(dropped)];
};

/** Customer duties that stand among the outcomes of none: they say the same in both revisions. */
export const unchangedOf = ({ after }: Pick<Moving, 'after'>, outcomes: readonly DutyOutcome[]): number => {
  const changed = new Set(outcomes.filter(({ kind }) => kind !== 'dropped').map(({ id }) => id));
  return customerDuties(after).filter(({ duty }) => !changed.has(duty.id)).length;
};

export type PlacedDuty = { readonly duty: Duty; readonly resource: string };

/** In the order of the model. */
export const customerDuties = ({ areas }: Model): readonly PlacedDuty[] =>
  areas.flatMap(({ resources }) =>
    resources.flatMap(({ code, customer }) => customer.map((duty) => ({ duty, resource: code }))),
  );

/** The answers to a service, by duty or resource. */
export const answersTo = ({ duties }: Attestation, model: string): Readonly<Record<string, Answer>> =>
  lookup(duties, model) ?? {};

const outcomeOf = (change: DutyChange, moving: Moving): readonly DutyOutcome[] => {
  const { id } = change;
  if (change.kind === 'moved') return movedOutcome(change, moving);
  if (change.party === 'provider') return [];
  if (change.kind === 'editorial')
    return [{ kind: 'editorial', id, before: change.before, after: change.after }];
  if (change.kind === 'added') return [openedOutcome(id, change.after, null, moving)];
  if (change.kind === 'removed') return [droppedOutcome(id, change.before, null, moving)];
  const { before, after, words } = change;
  const by = answerKey(moving, moving.before, id);
  return [
    by === null
      ? { kind: 'reworded', id, before, after, words }
      : { kind: 're-opened', id, by, before, after, words },
  ];
};

/** `party` is the one that has it now. The duty that it was may be the provider's, or have been gone before. */
const movedOutcome = (
  { id, party, from, before, after }: Extract<DutyChange, { kind: 'moved' }>,
  moving: Moving,
): readonly DutyOutcome[] => {
  const had = customerDuties(moving.before).some(({ duty }) => duty.id === from);
  return [
    ...(party === 'customer' ? [openedOutcome(id, after, { id: from, said: before }, moving)] : []),
    ...(had ? [droppedOutcome(from, before, id, moving)] : []),
  ];
};

const openedOutcome = (
  id: string,
  after: Said,
  moved: { readonly id: string; readonly said: Said } | null,
  moving: Moving,
): DutyOutcome => {
  const resource = customerDuties(moving.after).find(({ duty }) => duty.id === id)?.resource ?? '';
  const wide = lookup(answersTo(moving.attestation, moving.after.id), resource);
  return {
    kind: 'opened',
    id,
    after,
    from: moved?.id ?? null,
    before: moved?.said ?? null,
    under: wide === null || isBlank(wide) ? null : resource,
  };
};

const droppedOutcome = (id: string, before: Said, to: string | null, moving: Moving): DutyOutcome => ({
  kind: 'dropped',
  id,
  before,
  to,
  answered: answerKey(moving, moving.before, id) !== null,
});

/** The key of the answer that holds for a duty of a model; null where there is none, or none that says anything. */
const answerKey = ({ attestation }: Moving, model: Model, id: string): string | null => {
  const resource = customerDuties(model).find(({ duty }) => duty.id === id)?.resource ?? '';
  const found = answerTo(answersTo(attestation, model.id), id, resource);
  if (found === null || !isGiven(found.answer)) return null;
  return found.by === 'duty' ? id : resource;
};
