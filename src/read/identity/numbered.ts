// Gives areas, resources and duties their codes: carried over from the model before where they are the same, else the next
// free number. What was given once is never given to anything else.
import { matchAreas } from '../../drift/match/match-areas.ts';
import type { AreaPart, MatchedArea, MatchedResource } from '../../drift/match/parts.ts';
import type { Area, Model, Resource } from '../../model/model.ts';
import { PARTIES, type Party } from '../../model/party.ts';
import type { Day } from '../../model/scalar.ts';
import { freeCode } from '../area-code.ts';
import { dutyIds, type Given, givenBefore } from './given.ts';

/** What identity needs to know of an area that was just read, in the provider's words. */
export type Unnumbered = AreaPart & {
  /** What the code of a new area is made from. */
  readonly codeFrom: string;
};

/** The codes, in the order of what they are given to. */
export type NumberedArea = { readonly code: string; readonly resources: readonly NumberedResource[] };
export type NumberedResource = { readonly code: string } & Readonly<Record<Party, readonly string[]>>;
export type Numbered = { readonly areas: readonly NumberedArea[]; readonly retired: Model['retired'] };

/** `revision` is that of the new page: the one that dropped what is gone. */
export const numbered = (areas: readonly Unnumbered[], previous: Model | null, revision: Day): Numbered => {
  const before = previous?.areas ?? [];
  const retired = previous?.retired ?? [];
  const given = givenBefore(before, retired);
  const matched = matchAreas(before, areas, previous?.text !== 'paraphrase');
  const codes = areaCodes(areas, before, matched, given);
  const now = matched.map((match, index) => numberedArea(match, codes[index] ?? 'A', before, given));
  const kept = new Set(
    now.flatMap(({ resources }) => resources.flatMap((one) => PARTIES.flatMap((party) => one[party]))),
  );
  const gone = dutyIds(before).filter((id) => !kept.has(id));
  return { areas: now, retired: [...retired, ...gone.map((id) => ({ id, revision }))] };
};

const areaCodes = (
  areas: readonly Unnumbered[],
  before: readonly Area[],
  matched: readonly MatchedArea[],
  given: Given,
): readonly string[] => {
  const used = new Set(given.codes);
  return areas.map((area, index) => {
    const old = before[matched[index]?.before ?? -1];
    if (old !== undefined) return old.code;
    const code = freeCode(area.codeFrom, used);
    used.add(code);
    return code;
  });
};

const numberedArea = (
  match: MatchedArea,
  code: string,
  before: readonly Area[],
  given: Given,
): NumberedArea => {
  const olds = before[match.before ?? -1]?.resources ?? [];
  let last = given.highest.get(`${code}-`) ?? 0;
  const resources = match.resources.map((resource) => {
    const carried = olds[resource.before ?? -1] ?? null;
    if (carried === null) last += 1;
    const own = carried?.code ?? `${code}-${String(last).padStart(2, '0')}`;
    return numberedResource(resource, own, carried, given);
  });
  return { code, resources };
};

const numberedResource = (
  match: MatchedResource,
  code: string,
  old: Resource | null,
  given: Given,
): NumberedResource => {
  const side = (party: Party, letter: string): readonly string[] => {
    let last = given.highest.get(`${code}-${letter}`) ?? 0;
    return match[party].map((found) => {
      const carried = old?.[party][found?.before ?? -1]?.id;
      if (carried === undefined) last += 1;
      return carried ?? `${code}-${letter}${last}`;
    });
  };
  return { code, provider: side('provider', 'P'), customer: side('customer', 'C') };
};
