// Which duties a form asks: all that the team answers itself, or those of one owner; and which resources can be answered as a whole.
import { answerTo, isBlank, ownPart } from '../../model/answer.ts';
import type { Answer, Attestation } from '../../model/attestation.ts';
import { lookup } from '../../model/lookup.ts';
import type { Area, Duty, Model, Resource } from '../../model/model.ts';

/** A resource with the duties of it that are asked; `whole` says whether it has a row of its own. */
export type AskedResource = {
  readonly model: Model;
  readonly area: Area;
  readonly resource: Resource;
  readonly duties: readonly Duty[];
  readonly whole: boolean;
};
export type Asked = {
  readonly resources: readonly AskedResource[];
  /** Counts of duties. */
  readonly counts: { readonly asked: number; readonly inherited: number; readonly others: number };
};

export type AskedFrom = {
  readonly attestation: Attestation;
  readonly models: Readonly<Record<string, Model>>;
  /** The attestation of the period before; null without one. */
  readonly previous: Attestation | null;
  /** Null for everybody's duties. */
  readonly owner: string | null;
};

type Standing = 'asked' | 'inherited' | 'others';

/**
 * What a form asks. An owner is asked for the duties that name them, and for those that name nobody now and named them last time;
 * duties without any owner are in nobody's form but the one for everybody.
 */
export const askedOf = (from: AskedFrom): Asked => {
  const resources: AskedResource[] = [];
  const counts: Record<Standing, number> = { asked: 0, inherited: 0, others: 0 };
  for (const place of placesIn(from)) {
    const standings = place.resource.customer.map((duty) => standingOf(from, place, duty));
    for (const standing of standings) counts[standing] += 1;
    const duties = place.resource.customer.filter((_, index) => standings[index] === 'asked');
    const whole = hasOwnRow(from, place, duties.length);
    if (duties.length > 0 || whole) resources.push({ ...place, duties, whole });
  }
  return { resources, counts };
};

type Place = Pick<AskedResource, 'model' | 'area' | 'resource'>;

const placesIn = ({ attestation, models }: AskedFrom): readonly Place[] =>
  attestation.models.flatMap(({ id }) => {
    const model = lookup(models, id);
    return (model?.areas ?? []).flatMap((area) =>
      area.resources.flatMap((resource) =>
        model === null || resource.customer.length === 0 ? [] : [{ model, area, resource }],
      ),
    );
  });

const answersOf = (attestation: Attestation | null, model: Model): Readonly<Record<string, Answer>> =>
  attestation === null ? {} : (lookup(attestation.duties, model.id) ?? {});

const standingOf = (from: AskedFrom, { model, resource }: Place, duty: Duty): Standing => {
  const found = answerTo(answersOf(from.attestation, model), duty.id, resource.code)?.answer ?? null;
  if (found?.inherited !== undefined) return 'inherited';
  if (from.owner === null) return 'asked';
  const before = answerTo(answersOf(from.previous, model), duty.id, resource.code);
  const owner = found?.owner ?? (before === null ? undefined : ownPart(before.answer).owner);
  return owner === from.owner ? 'asked' : 'others';
};

/** An answer to a whole resource answers for everybody who owns a duty of it, so its row goes only to whoever is asked for all of it, or gave it. */
const hasOwnRow = (from: AskedFrom, { model, resource }: Place, asked: number): boolean => {
  const own = lookup(answersOf(from.attestation, model), resource.code);
  if (own !== null && !isBlank(own)) {
    if (own.inherited !== undefined) return false;
    return from.owner === null || own.owner === from.owner;
  }
  return asked > 1 && asked === resource.customer.length;
};
