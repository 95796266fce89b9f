// A page's ownership matrices held against its duties: what a cell gives to whom, and what the area's table lists for that resource.
import type { LintFinding } from '../model/import-report.ts';
import type { Allocation, Area, Model, Resource } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import type { Claimed } from './claims.ts';
import { readable } from './duty-text.ts';
import { fold } from './fold.ts';
import { matricesOf } from './matrices.ts';
import { plainText } from './page/markup.ts';
import type { KeyedText } from './providers/dialect.ts';

/** Findings of the rule `matrix-disagrees`, in the order of the matrices' cells. */
export const matrixFindings = (
  claimed: readonly Claimed[],
  { areas }: Model,
  names: Names,
): readonly LintFinding[] => {
  const places = placesOf(areas);
  return matricesOf(claimed).flatMap(({ matrix, claimed: claim }) => {
    const anchors = anchorsOf(claim);
    const columns = matrix.areas.map((area) => columnOf(area, anchors, places, names));
    return [
      ...missingAreas(matrix.rows, columns),
      ...matrix.rows.flatMap((row) => [
        ...missingResource(row, places, names),
        ...row.allocations.flatMap((allocation, index) => {
          const column = columns[index];
          return allocation === null || column === undefined
            ? []
            : cell(allocation, row.resource, column, names);
        }),
      ]),
    ];
  });
};

type Places = {
  readonly byAnchor: ReadonlyMap<string, Area>;
  /** By folded title; an area of a variant, `Area: Variant`, stands under its area, too. */
  readonly byTitle: ReadonlyMap<string, readonly Area[]>;
  readonly resources: ReadonlySet<string>;
  readonly inArea: ReadonlyMap<Area, ReadonlyMap<string, readonly Resource[]>>;
};

const placesOf = (areas: readonly Area[]): Places => {
  const byTitle = new Map<string, Area[]>();
  for (const area of areas)
    for (const title of new Set([fold(area.title), fold(area.title.split(': ')[0] ?? '')]))
      put(byTitle, title, area);
  return {
    byAnchor: new Map(
      areas.flatMap((area) => (area.anchor === undefined ? [] : [[area.anchor, area] as const])),
    ),
    byTitle,
    resources: new Set(areas.flatMap(({ resources }) => resources.map(({ title }) => fold(title)))),
    inArea: new Map(areas.map((area) => [area, byFold(area.resources)])),
  };
};

const byFold = (resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>();
  for (const one of resources) put(found, fold(one.title), one);
  return found;
};

const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
};

type Column = {
  readonly title: string;
  readonly line: number;
  readonly areas: readonly Area[];
  readonly places: Places;
};

/** By the link in its header, else by its title. */
const columnOf = (
  { text, line }: KeyedText,
  anchors: ReadonlyMap<string, string>,
  places: Places,
  names: Names,
): Column => {
  const title = readable(text, names);
  const linked = places.byAnchor.get(anchors.get(text) ?? '');
  const areas = linked === undefined ? (places.byTitle.get(fold(title)) ?? []) : [linked];
  return { title, line, areas, places };
};

/** The page's own links in the headers of the matrix, by their texts. */
const anchorsOf = ({ blocks }: Claimed): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap((block) =>
      block.kind !== 'table'
        ? []
        : block.header.flatMap(({ text }) => {
            const anchor = /\]\(\s*#([^\s()]+)\s*\)|href="#([^"\s]+)"/.exec(text);
            return anchor === null ? [] : [[plainText(text), anchor[1] ?? anchor[2] ?? ''] as const];
          }),
    ),
  );

type Row = { readonly resource: KeyedText; readonly allocations: readonly (Allocation | null)[] };

/** An area that the matrix shares out and the page lists no duties for. */
const missingAreas = (rows: readonly Row[], columns: readonly Column[]): readonly LintFinding[] =>
  columns.flatMap(({ title, line, areas }, index) => {
    const shared = rows.filter(({ allocations }) => allocations[index] === 'shared').length;
    if (areas.length > 0 || shared === 0) return [];
    const what = shared === 1 ? 'one resource' : `${shared} resources`;
    return [
      finding(line, `The matrix shares ${what} of ${title}, and the page lists no duties of that area.`, []),
    ];
  });

/** Something that the matrix gives to the customer and no table knows. */
const missingResource = (
  { resource, allocations }: Row,
  { resources }: Places,
  names: Names,
): readonly LintFinding[] => {
  const title = readable(resource.text, names);
  if (!allocations.includes('customer') || resources.has(fold(title))) return [];
  return [
    finding(
      resource.line,
      `The matrix gives ${title} to the customer, and no table or list has duties for it.`,
      [],
    ),
  ];
};

const cell = (
  allocation: Allocation,
  { text, line }: KeyedText,
  { title, areas, places }: Column,
  names: Names,
): readonly LintFinding[] => {
  if (areas.length === 0) return [];
  const resource = readable(text, names);
  const known = areas.flatMap((area) => places.inArea.get(area)?.get(fold(resource)) ?? []);
  const what = `${resource} in ${title}`;
  if (known.length === 0) {
    const codes = areas.map(({ code }) => code);
    const sentence = `The matrix shares ${what}, and the duties of that area have no such resource.`;
    return allocation === 'shared' ? [finding(line, sentence, codes)] : [];
  }
  const [provider, customer] = [count(known, 'provider'), count(known, 'customer')];
  const says = disagreement(allocation, provider, customer);
  return says === null
    ? []
    : [
        finding(
          line,
          `The matrix ${says.matrix.replace('%', what)}, yet ${says.duties}.`,
          known.map(({ code }) => code),
        ),
      ];
};

const count = (resources: readonly Resource[], party: 'provider' | 'customer'): number =>
  resources.reduce((sum, resource) => sum + resource[party].length, 0);

type Says = { readonly matrix: string; readonly duties: string };

/** Null where the two agree. What a provider does to help with the customer's own is no disagreement. */
const disagreement = (allocation: Allocation, provider: number, customer: number): Says | null => {
  const listed = (number: number, party: string): string =>
    `the page lists ${number === 1 ? 'a duty' : `${number} duties`} of the ${party} for it`;
  if (allocation === 'provider' && customer > 0)
    return { matrix: 'gives % to the provider alone', duties: listed(customer, 'customer') };
  if (allocation === 'customer' && customer === 0)
    return { matrix: 'gives % to the customer', duties: 'the page lists no duty of the customer for it' };
  if (allocation === 'shared' && (provider === 0 || customer === 0))
    return {
      matrix: 'shares %',
      duties: `the page lists no duty of the ${provider === 0 ? 'provider' : 'customer'} for it`,
    };
  if (allocation === 'none' && provider + customer > 0)
    return { matrix: 'gives % to nobody', duties: `the page lists ${provider + customer} duties for it` };
  return null;
};

const finding = (line: number, sentence: string, refs: readonly string[]): LintFinding => ({
  rule: 'matrix-disagrees',
  line,
  sentence,
  refs: [...new Set(refs)],
});
