// Gives areas, resources and duties their codes: carried over from the model before where they are the same, else the next
// free number. What was given once is never given to anything else.
import type { Area, Model, Resource } from '../model/model.ts';
import { type Day, type Digest, PARTIES, type Party } from '../model/scalar.ts';

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
  const taken = new Set([...(previous?.retired ?? []).map(({ id }) => id), ...dutyIds(before)]);
  const olds = pairUp(areas, before, [sameAnchor, sameTitle]);
  const codes = areaCodes(areas, olds, before, taken);
  const given = areas.map((area, index) =>
    numberedArea(area, codes[index] ?? 'A', olds[index] ?? null, taken),
  );
  const kept = new Set(
    given.flatMap(({ resources }) => resources.flatMap((one) => PARTIES.flatMap((party) => one[party]))),
  );
  const gone = dutyIds(before).filter((id) => !kept.has(id));
  return { areas: given, retired: [...(previous?.retired ?? []), ...gone.map((id) => ({ id, revision }))] };
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
  before: readonly Area[],
  taken: ReadonlySet<string>,
): readonly string[] => {
  const used = new Set([
    ...before.map(({ code }) => code),
    ...[...taken].map((id) => id.split('-')[0] ?? ''),
  ]);
  return areas.map((area, index) => {
    const old = olds[index];
    if (old) return old.code;
    const code = freeCode(initials(area.title), used);
    used.add(code);
    return code;
  });
};

const freeCode = (base: string, used: ReadonlySet<string>): string => {
  for (let digit = 2; used.has(base); digit += 1) if (!used.has(`${base}${digit}`)) return `${base}${digit}`;
  return base;
};

const INSIGNIFICANT = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
  'your',
  'our',
  's',
]);

/** `Incident and operations management` is IOM. At most six letters, so that a digit has room. */
export const initials = (title: string): string => {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const letters = words
    .filter((word) => !INSIGNIFICANT.has(word.toLowerCase()))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  const code = letters.replace(/^\d+/, '').slice(0, 6);
  return code === '' ? 'A' : code;
};

const numberedArea = (
  area: Unnumbered,
  code: string,
  old: Area | null,
  taken: ReadonlySet<string>,
): NumberedArea => {
  const before = old?.resources ?? [];
  const olds = pairUp(area.resources, before, [sameTitle, sharesDuty]);
  let last = highest([...before.map((one) => one.code), ...taken], new RegExp(`^${code}-(\\d+)`));
  const resources = area.resources.map((resource, index) => {
    const carried = olds[index] ?? null;
    if (carried === null) last += 1;
    return numberedResource(
      resource,
      carried?.code ?? `${code}-${String(last).padStart(2, '0')}`,
      carried,
      taken,
    );
  });
  return { code, resources };
};

const numberedResource = (
  now: UnnumberedResource,
  code: string,
  old: Resource | null,
  taken: ReadonlySet<string>,
): NumberedResource => {
  const side = (party: Party, letter: string): readonly string[] => {
    const olds = pairUp(now[party], old?.[party] ?? [], [(digest, duty) => duty.digest === digest]);
    let last = highest([...taken], new RegExp(`^${code}-${letter}(\\d+)$`));
    return olds.map((carried) => {
      if (carried === null) last += 1;
      return carried?.id ?? `${code}-${letter}${last}`;
    });
  };
  return { code, provider: side('provider', 'P'), customer: side('customer', 'C') };
};

const highest = (ids: readonly string[], pattern: RegExp): number =>
  Math.max(0, ...ids.map((id) => Number(pattern.exec(id)?.[1] ?? 0)));
