// Whether an id stands for the same duty in both models, and the matching of two where it does.
import type { Area, Duty, Model, Resource } from '../model/model.ts';
import { PARTIES } from '../model/party.ts';
import { byKey, inTurn } from './match/in-turn.ts';
import type { DutyMatch, MatchedArea, MatchedResource } from './match/parts.ts';

/** True when one model carries on the ids of the other, as far as can be seen: none is lost, and none is on another duty that is surely the same. */
export const idsCarriedOn = (before: Model, after: Model, matched: readonly MatchedArea[]): boolean =>
  (carriesOn(after, before) || carriesOn(before, after)) && !contradicted(before, after, matched);

/** Every id of the earlier one is there or retired. */
const carriesOn = (later: Model, earlier: Model): boolean => {
  const known = new Set([...dutiesOf(later).map(({ id }) => id), ...later.retired.map(({ id }) => id)]);
  return dutiesOf(earlier).every(({ id }) => known.has(id));
};

/** A duty that was retired and came back has another id for good reason. */
const contradicted = (before: Model, after: Model, matched: readonly MatchedArea[]): boolean => {
  const retired = new Set([...before.retired, ...after.retired].map(({ id }) => id));
  return matched.some((area, a) =>
    area.resources.some((resource, r) =>
      PARTIES.some((party) =>
        resource[party].some((match, d) => {
          if (match === null || match.by === 'place') return false;
          const old =
            before.areas[area.before ?? -1]?.resources[resource.before ?? -1]?.[party][match.before];
          const now = after.areas[a]?.resources[r]?.[party][d];
          return old?.id !== now?.id && !retired.has(old?.id ?? '') && !retired.has(now?.id ?? '');
        }),
      ),
    ),
  );
};

const dutiesOf = ({ areas }: Model): readonly Duty[] =>
  areas.flatMap(({ resources }) => resources.flatMap((one) => PARTIES.flatMap((party) => one[party])));

export const matchedByIds = (before: Model, after: Model): readonly MatchedArea[] =>
  byId(before.areas, after.areas, codeOf).map((old, index) => ({
    before: old,
    resources: resourcesById(before.areas[old ?? -1], after.areas[index]),
  }));

const resourcesById = (before: Area | undefined, after: Area | undefined): readonly MatchedResource[] => {
  const [olds, news] = [before?.resources ?? [], after?.resources ?? []];
  return byId(olds, news, codeOf).map((old, index) => ({
    before: old,
    provider: dutiesById(olds[old ?? -1]?.provider ?? [], news[index]?.provider ?? []),
    customer: dutiesById(olds[old ?? -1]?.customer ?? [], news[index]?.customer ?? []),
  }));
};

const dutiesById = (olds: readonly Duty[], news: readonly Duty[]): readonly (DutyMatch | null)[] =>
  byId(olds, news, ({ id }) => id).map((old) => (old === null ? null : { before: old, by: 'place' }));

const codeOf = ({ code }: Area | Resource): string => code;

const byId = <T>(
  olds: readonly T[],
  news: readonly T[],
  idOf: (one: T) => string,
): readonly (number | null)[] => inTurn(olds, news, [byKey<T, T>(idOf, idOf)]);
