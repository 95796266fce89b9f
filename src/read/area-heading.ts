// Which heading of a page names an area. Most pages give each area one heading and one table below it; some put a heading of its own on
// the table, which says nothing new, and some one for each variant of the service, under the same words in every area.
import { plainText } from './page/markup.ts';
import type { Heading, Page } from './page/page.ts';
import type { Section } from './page/section.ts';

export type AreaHeading = {
  /** The heading that names the area, and carries its id. */
  readonly heading: Heading;
  /** The heading below or above it whose paragraphs speak of the area, too. */
  readonly also: Heading | null;
  /** Keyed text. */
  readonly title: string;
  readonly codeFrom: string;
};

/** For each heading that duties stand under, the area that it is or is part of. */
export const areaHeadings = (
  page: Page,
  sections: readonly Section[],
  homes: readonly Heading[],
): ReadonlyMap<Heading, AreaHeading> => {
  const title = page.blocks.find((block) => block.kind === 'heading') ?? null;
  const parents = parentsOf(sections, new Set(homes), title);
  const children = counted(homes.map((home) => parents.get(home) ?? null));
  const placesOf = placesByText(homes, parents);
  return new Map(
    homes.map((home) => {
      const parent = parents.get(home) ?? null;
      const isVariant = (placesOf.get(plainText(home.text))?.size ?? 0) > 1;
      return [home, areaHeading(home, parent, children.get(parent) === 1, isVariant)];
    }),
  );
};

/** Of each home the heading above, unless that is the page's title or has duties of its own. */
const parentsOf = (
  sections: readonly Section[],
  homes: ReadonlySet<Heading>,
  title: Heading | null,
): ReadonlyMap<Heading, Heading | null> =>
  new Map(
    sections.flatMap(({ path }) => {
      const [parent, own] = [path.at(-2) ?? null, path.at(-1)];
      if (own === undefined || !homes.has(own)) return [];
      return [[own, parent === null || parent === title || homes.has(parent) ? null : parent] as const];
    }),
  );

const counted = <T>(all: readonly T[]): ReadonlyMap<T, number> => {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** Under which headings the same words stand. */
const placesByText = (
  homes: readonly Heading[],
  parents: ReadonlyMap<Heading, Heading | null>,
): ReadonlyMap<string, ReadonlySet<Heading>> => {
  const places = new Map<string, Set<Heading>>();
  for (const home of homes) {
    const parent = parents.get(home) ?? null;
    if (parent === null) continue;
    const text = plainText(home.text);
    places.set(text, (places.get(text) ?? new Set()).add(parent));
  }
  return places;
};

const areaHeading = (
  home: Heading,
  parent: Heading | null,
  isOnly: boolean,
  isVariant: boolean,
): AreaHeading => {
  const own = plainText(home.text);
  if (parent === null) return { heading: home, also: null, title: own, codeFrom: own };
  const above = plainText(parent.text);
  if (isVariant) return { heading: home, also: parent, title: `${above}: ${own}`, codeFrom: above };
  // Numbers are an outline of the page, where one part happens to be alone under its chapter.
  if (isOnly && isNumbered(own) && isNumbered(above))
    return { heading: home, also: parent, title: own, codeFrom: own };
  return isOnly
    ? { heading: parent, also: home, title: above, codeFrom: above }
    : { heading: home, also: null, title: own, codeFrom: own };
};

/** `2.1. Install`, `2) Install`. */
const isNumbered = (title: string): boolean => /^\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s+\S/.test(title);
