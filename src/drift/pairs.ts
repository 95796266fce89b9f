// A matching of two models, as pairs of what stands in them: of the later page in its order, then what is gone.
import type { Area, Duty, Model, Resource } from '../model/model.ts';
import { PARTIES, type Party } from '../model/party.ts';
import type { MatchedArea } from './match/parts.ts';

/** Null where one side has nothing. */
export type Pair<T> = { readonly before: T | null; readonly after: T | null };
/** `place` is the same for duties of one resource, before and after. */
export type DutyPair = Pair<Duty> & { readonly party: Party; readonly place: number };
export type Pairs = {
  readonly areas: readonly Pair<Area>[];
  readonly resources: readonly Pair<Resource>[];
  readonly duties: readonly DutyPair[];
};

export const pairsOf = (before: Model, after: Model, matched: readonly MatchedArea[]): Pairs => {
  const areas = paired(
    before.areas,
    after.areas,
    matched.map((area) => area.before),
  );
  const resources = areas.flatMap((area, index) => {
    const found = matched[index]?.resources ?? [];
    const pairs = paired(
      resourcesOf(area.before),
      resourcesOf(area.after),
      found.map((one) => one.before),
    );
    return pairs.map((pair, place) => ({ pair, found: found[place] ?? null }));
  });
  return {
    areas,
    resources: resources.map(({ pair }) => pair),
    duties: resources.flatMap(({ pair, found }, place) =>
      PARTIES.flatMap((party) =>
        paired(
          pair.before?.[party] ?? [],
          pair.after?.[party] ?? [],
          (found?.[party] ?? []).map((one) => one?.before ?? null),
        ).map((duties) => ({ ...duties, party, place })),
      ),
    ),
  };
};

const resourcesOf = (area: Area | null): readonly Resource[] => area?.resources ?? [];

/** `found` has for each of `news` the position of the old one. */
const paired = <T>(
  olds: readonly T[],
  news: readonly T[],
  found: readonly (number | null)[],
): readonly Pair<T>[] => {
  const kept = new Set(found);
  return [
    ...news.map((after, index) => ({ before: olds[found[index] ?? -1] ?? null, after })),
    ...olds.flatMap((before, index) => (kept.has(index) ? [] : [{ before, after: null }])),
  ];
};
