// Gives areas, resources and duties their codes: carried over from the model before where they are the same, else the next
// free number. What was given once is never given to anything else.

import type { Area, Model, Resource } from '../model/model.ts';
import { type Day, type Digest, PARTIES, type Party } from '../model/scalar.ts';
import { freeCode } from './area-code.ts';

/** What identity needs to know of an area that was just read. */
export type Unnumbered = {
  readonly anchor: string | null;
  readonly title: string;
  readonly resources: readonly UnnumberedResource[];
};
type UnnumberedResource = { readonly title: string } & Readonly<Record<Party, readonly Digest[]>>;

/** The codes, in the order of what they are given to. */
export type NumberedArea = { readonly code: string; readonly resources: readonly NumberedResource[] };
export type NumberedResource = { readonly code: string } & Readonly<Record<Party, readonly string[]>>;
export type Numbered = { readonly areas: readonly NumberedArea[]; readonly retired: Model['retired'] };

/** `revision` is that of the new page: the one that dropped what is gone. */
export const numbered = (areas: readonly Unnumbered[], previous: Model | null, revision: Day): Numbered => {
  const before = previous?.areas ?? [];
  const given = givenBefore(before, previous?.retired ?? []);
  const olds = pairUp(areas, before, [sameAnchor, sameTitle]);
  const codes = areaCodes(areas, olds, given);
  const now = areas.map((area, index) => numberedArea(area, codes[index] ?? 'A', olds[index] ?? null, given));
  const kept = new Set(
    now.flatMap(({ resources }) => resources.flatMap((one) => PARTIES.flatMap((party) => one[party]))),
  );
  const gone = dutyIds(before).filter((id) => !kept.has(id));
  return { areas: now, retired: [...(previous?.retired ?? []), ...gone.map((id) => ({ id, revision }))] };
};

/** Area codes in use, and the highest number given behind each prefix: `IOM-` for resources, `IOM-01-C` for duties. */
type Given = { readonly codes: ReadonlySet<string>; readonly highest: ReadonlyMap<string, number> };

const givenBefore = (areas: readonly Area[], retired: Model['retired']): Given => {
  const resources = areas.flatMap((area) => area.resources.map(({ code }) => code));
  const codes = new Set(areas.map(({ code }) => code));
  const highest = new Map<string, number>();
  for (const id of [...resources, ...dutyIds(areas), ...retired.map((one) => one.id)]) {
    const [area = '', resource = '', duty = ''] = id.split('-');
    codes.add(area);
    raise(highest, `${area}-`, Number(resource));
    if (duty !== '') raise(highest, `${area}-${resource}-${duty.charAt(0)}`, Number(duty.slice(1)));
  }
  return { codes, highest };
};

const raise = (highest: Map<string, number>, prefix: string, number: number): void => {
  highest.set(prefix, Math.max(highest.get(prefix) ?? 0, number));
};

const dutyIds = (areas: readonly Area[]): readonly string[] =>
  areas.flatMap(({ resources }) =>
    resources.flatMap((one) => PARTIES.flatMap((party) => one[party].map(({ id }) => id))),
  );

type Same<N, O> = (now: N, old: O) => boolean;
const fold = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const sameAnchor: Same<Unnumbered, Area> = (now, old) => now.anchor !== null && now.anchor === old.anchor;
const sameTitle = (now: { readonly title: string }, old: { readonly title: string }): boolean =>
  fold(now.title) === fold(old.title);
const sharesDuty: Same<UnnumberedResource, Resource> = (now, old) =>
  PARTIES.some((party) => old[party].some(({ digest }) => now[party].includes(digest)));

/** For each new thing the old one that it continues; the surest sign is tried on all of them before the next. */
const pairUp = <N, O>(
  news: readonly N[],
  olds: readonly O[],
  signs: readonly Same<N, O>[],
): readonly (O | null)[] => {
  const pairs: (O | null)[] = news.map(() => null);
  const free = new Set(olds);
  for (const same of signs)
    news.forEach((now, index) => {
      if (pairs[index] !== null) return;
      const old = [...free].find((candidate) => same(now, candidate));
      if (old === undefined) return;
      pairs[index] = old;
      free.delete(old);
    });
  return pairs;
};

const areaCodes = (
  areas: readonly Unnumbered[],
  olds: readonly (Area | null)[],
  given: Given,
): readonly string[] => {
  const used = new Set(given.codes);
  return areas.map((area, index) => {
    const old = olds[index];
    if (old) return old.code;
    const code = freeCode(area.title, used);
    used.add(code);
    return code;
  });
};

const numberedArea = (area: Unnumbered, code: string, old: Area | null, given: Given): NumberedArea => {
  const olds = pairUp(area.resources, old?.resources ?? [], [sameTitle, sharesDuty]);
  let last = given.highest.get(`${code}-`) ?? 0;
  const resources = area.resources.map((resource, index) => {
    const carried = olds[index] ?? null;
    if (carried === null) last += 1;
    const own = carried?.code ?? `${code}-${String(last).padStart(2, '0')}`;
    return numberedResource(resource, own, carried, given);
  });
  return { code, resources };
};

const numberedResource = (
  now: UnnumberedResource,
  code: string,
  old: Resource | null,
  given: Given,
): NumberedResource => {
  const side = (party: Party, letter: string): readonly string[] => {
    const olds = pairUp(now[party], old?.[party] ?? [], [(digest, duty) => duty.digest === digest]);
    let last = given.highest.get(`${code}-${letter}`) ?? 0;
    return olds.map((carried) => {
      if (carried === null) last += 1;
      return carried?.id ?? `${code}-${letter}${last}`;
    });
  };
  return { code, provider: side('provider', 'P'), customer: side('customer', 'C') };
};
