// Ownership matrices: whose a resource is in which area. A page that has nothing else gets its areas from their columns; on any other page
// they are counted, and held against the duties.
import type { LeftOut, MatrixCounts } from '../model/import-report.ts';
import type { Allocation } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import type { Claimed, Claims } from './claims.ts';
import { readable } from './duty-text.ts';
import { leftOut } from './left-out.ts';
import { plainText } from './page/markup.ts';
import type { Section } from './page/section.ts';
import type { KeyedText, Matrix } from './providers/dialect.ts';
import { paragraphsOf, type RawArea, type RawAreas, type TitledResource } from './raw-areas.ts';

/** A matrix with what the page calls it. */
export type TitledMatrix = { readonly matrix: Matrix; readonly title: string; readonly claimed: Claimed };

/** In the order of the page. A matrix is called by its heading, by its caption where a heading has several, else by a number. */
export const matricesOf = (claimed: readonly Claimed[]): readonly TitledMatrix[] => {
  const all = claimed.flatMap((claim) =>
    claim.matrix === undefined ? [] : [{ claim, matrix: claim.matrix, titles: titlesOf(claim) }],
  );
  const used = new Map<string, number>();
  const shared = countsOf(all.map(({ titles }) => titles.heading));
  return all.map(({ claim, matrix, titles }) => {
    const isShared = (shared.get(titles.heading) ?? 0) > 1;
    const own = isShared && titles.caption !== '' ? titles.caption : titles.heading;
    const times = (used.get(own) ?? 0) + 1;
    used.set(own, times);
    return { matrix, claimed: claim, title: times === 1 ? own : `${own} ${times}`.trim() };
  });
};

const titlesOf = ({ home, blocks }: Claimed): { readonly heading: string; readonly caption: string } => {
  const table = blocks.find((block) => block.kind === 'table');
  return {
    heading: home === null ? '' : plainText(home.text),
    caption: table?.kind === 'table' ? plainText(table.caption ?? '') : '',
  };
};

const countsOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

/** The areas of a page that has matrices and no duties. Several matrices are variants, so that their areas say of which they are. */
export const matrixAreas = (claimed: readonly Claimed[], sections: readonly Section[]): RawAreas => {
  const all = matricesOf(claimed);
  return {
    areas: all.flatMap(({ matrix, title }) => {
      const variant = all.length > 1 && title !== '' ? `${title}: ` : '';
      return matrix.areas.flatMap((area, column) => areaOf(area, variant, resourcesOf(matrix, column)));
    }),
    general: paragraphsOf(sections),
    homeless: [],
  };
};

/** Null, as an empty list, for a column that says nothing of any resource. */
const areaOf = (
  area: KeyedText,
  variant: string,
  resources: readonly TitledResource[],
): readonly RawArea[] =>
  resources.length === 0
    ? []
    : [
        {
          title: { line: area.line, text: `${variant}${area.text}` },
          codeFrom: area.text,
          anchor: null,
          intro: [],
          setOff: [],
          notes: [],
          resources,
        },
      ];

const resourcesOf = ({ rows }: Matrix, column: number): readonly TitledResource[] =>
  rows.flatMap(({ resource, allocations }) => {
    const allocation = allocations[column] ?? null;
    return allocation === null
      ? []
      : [{ title: resource, allocation, raci: null, provider: [], customer: [] }];
  });

/** Rows that become nothing: on a page with duties all of them, else those of which no cell says whose they are. */
export const matrixLeftOut = (claimed: readonly Claimed[], becomeAreas: boolean): readonly LeftOut[] =>
  claimed.flatMap(({ matrix, leftOut: told }) => {
    const lines = new Set(told.map(({ line }) => line));
    return (matrix?.rows ?? []).flatMap(({ resource: { line, text }, allocations }) => {
      const says = allocations.some((one) => one !== null);
      if (!becomeAreas) return [leftOut(line, 'matrix', text)];
      return says || lines.has(line) ? [] : [leftOut(line, 'party-unclear', text)];
    });
  });

/** Where matrices make the areas, nothing else does: titles of what gives nothing, and of its parts, are told where their line is not. */
export const titlesLeftOut = ({ claimed, leftOut: unclaimed }: Claims): readonly LeftOut[] => {
  const told = new Set([...unclaimed, ...claimed.flatMap((claim) => claim.leftOut)].map(({ line }) => line));
  return claimed.flatMap(({ part, resources, matrix }) => {
    const titles = resources.length === 0 ? [] : [part ?? null, ...resources.map(({ title }) => title)];
    return titles.flatMap((title) =>
      title === null || matrix !== undefined || told.has(title.line)
        ? []
        : [leftOut(title.line, 'says-nothing', title.text)],
    );
  });
};

/** Cells by whom they name, for the report. */
export const matrixCounts = (claimed: readonly Claimed[], names: Names): readonly MatrixCounts[] =>
  matricesOf(claimed).map(({ matrix, title }) => {
    const cells: Partial<Record<Allocation, number>> = {};
    for (const { allocations } of matrix.rows)
      for (const one of allocations) if (one !== null) cells[one] = (cells[one] ?? 0) + 1;
    return {
      line: matrix.line,
      title: readable(title, names),
      rows: matrix.rows.length,
      columns: matrix.areas.length,
      cells: { provider: 0, customer: 0, shared: 0, 'third-party': 0, none: 0, ...cells },
    };
  });
