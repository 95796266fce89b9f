// Which area, resource and duty of a page is which one of the page before. Ids play no part: this is what they are carried over by, and
// what holds two models together that were imported apart.
import { PARTIES } from '../../model/party.ts';
import { type Measure, measureOf } from '../likeness/likeness.ts';
import { wordsOf } from '../likeness/words.ts';
import { byKey, inTurn, type Step } from './in-turn.ts';
import { matchDuties } from './match-duties.ts';
import { byDuties } from './match-places.ts';
import {
  type AreaPart,
  dutiesOf,
  type MatchedArea,
  type MatchedResource,
  type ResourcePart,
} from './parts.ts';

/** `comparable` is whether both have the provider's words, or both ours. One entry for each area of `after`, in order. */
export const matchAreas = (
  before: readonly AreaPart[],
  after: readonly AreaPart[],
  comparable: boolean,
): readonly MatchedArea[] => {
  const measure = comparable ? onceNeeded(() => measureOf(textsOf([...before, ...after]))) : null;
  const pairs = inTurn(before, after, [
    keyed(({ anchor }) => anchor ?? null),
    keyed(titleOf),
    byDuties<AreaPart>(({ resources }) => resources, measure),
  ]);
  return after.map((area, index) => {
    const old = pairs[index] ?? null;
    return {
      before: old,
      resources: matchResources(old === null ? [] : (before[old]?.resources ?? []), area.resources, measure),
    };
  });
};

/** A page without one before it, or the same page again, needs no measure. */
const onceNeeded = (make: () => Measure): Measure => {
  const kept: { made: Measure | null } = { made: null };
  return (one, other) => {
    kept.made ??= make();
    return kept.made(one, other);
  };
};

const textsOf = (areas: readonly AreaPart[]): readonly string[] =>
  areas.flatMap(({ resources }) => dutiesOf(resources).map(({ text }) => text));

const keyed = <T>(keyOf: (one: T) => string | null): Step<T, T> => byKey<T, T>(keyOf, keyOf);

/** A title without a word is none. */
const titleOf = ({ title }: { readonly title: string }): string | null => wordsOf(title).join(' ') || null;

const matchResources = (
  before: readonly ResourcePart[],
  after: readonly ResourcePart[],
  measure: Measure | null,
): readonly MatchedResource[] => {
  const pairs = inTurn(before, after, [
    keyed((one) => `${titleOf(one)} ${contentOf(one)}`),
    keyed(titleAndFirst),
    keyed(titleOf),
    byDuties<ResourcePart>((one) => [one], measure),
  ]);
  return after.map((resource, index) => {
    const old = pairs[index] ?? null;
    return { before: old, ...dutiesMatched(old === null ? null : (before[old] ?? null), resource, measure) };
  });
};

/** Rows of one title are told apart by what they hold, where it is the same, and by their first duty. */
const contentOf = (one: ResourcePart): string =>
  PARTIES.map((party) => one[party].map(({ digest }) => digest).join()).join(' ');
const titleAndFirst = (one: ResourcePart): string | null => {
  const first = dutiesOf([one])[0];
  return first === undefined ? null : `${titleOf(one)} ${first.digest}`;
};

const dutiesMatched = (
  before: ResourcePart | null,
  after: ResourcePart,
  measure: Measure | null,
): Omit<MatchedResource, 'before'> => ({
  provider: matchDuties(before?.provider ?? [], after.provider, measure),
  customer: matchDuties(before?.customer ?? [], after.customer, measure),
});
