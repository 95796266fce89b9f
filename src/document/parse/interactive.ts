// What a table must be so that a browser can sort and filter it: one row of headers, and below it rows of whole cells.
import type { DiagnosticCode } from '../../problem.ts';
import { ELEMENTS_BY_TAG } from './elements.ts';
import { attributeOf, elementsOf, type MarkupElement } from './tree.ts';

/** `attribute` names the one at which the fault is shown; without it the element is shown. */
export type TableFault = {
  readonly code: DiagnosticCode;
  readonly element: MarkupElement;
  readonly attribute?: string;
  readonly sentence: string;
  readonly hint: string;
};

/** Attributes that only the filter of a table reads. */
const OF_FILTER = ['data-filter-label', 'data-count-label'] as const;
/** Everything that a page made of a template takes for interactive tables, and PDF and workbook pass over. */
export const INTERACTIVE: readonly string[] = ['data-interactive', ...OF_FILTER, 'data-choices'];

type Asked = { readonly sorts: boolean; readonly filters: boolean };

const askedOf = (table: MarkupElement): Asked => {
  const words = attributeOf(table, 'data-interactive')?.split(' ') ?? [];
  return { sorts: words.includes('sort'), filters: words.includes('filter') };
};

/** All that is wrong with one table, as far as it asks to be interactive. */
export const tableFaults = (table: MarkupElement): readonly TableFault[] => {
  const asked = askedOf(table);
  const labels = labelFaults(table, asked);
  if (!asked.sorts && !asked.filters) return labels;
  const [head, ...others] = partsOf(table, 'thead').flatMap(elementsOf);
  if (head === undefined || others.length > 0 || elementsOf(head).some(spans))
    return [...labels, of(others[0] ?? head ?? table, ...HEAD)];
  const headers = elementsOf(head);
  const bodies = partsOf(table, 'tbody');
  return [
    ...labels,
    ...(asked.sorts ? headers.flatMap(headerFaults) : []),
    ...bodies.flatMap((body) => bodyFaults(body, headers.length)),
  ];
};

const HEAD = [
  'The header of an interactive table is one row, of cells without spans.',
  'Give it a <thead> of one row, or take `data-interactive` out.',
] as const;

const of = (element: MarkupElement, sentence: string, hint: string): TableFault => ({
  code: 'markup-structure',
  element,
  sentence,
  hint,
});

const partsOf = (table: MarkupElement, tag: string): readonly MarkupElement[] =>
  elementsOf(table).filter((part) => part.tag === tag);

const labelFaults = (table: MarkupElement, { filters }: Asked): readonly TableFault[] => {
  const headers = partsOf(table, 'thead').flatMap(elementsOf).flatMap(elementsOf);
  const choices = headers.filter((header) => attributeOf(header, 'data-choices') !== null);
  if (filters)
    return OF_FILTER.filter((name) => attributeOf(table, name) === null).map((name) => ({
      code: 'markup-attribute',
      element: table,
      sentence: `A table with a filter has no \`${name}\`.`,
      hint: 'Give it one, in the language of the template.',
    }));
  const written = [
    ...OF_FILTER.filter((name) => attributeOf(table, name) !== null).map((name) => ({
      element: table,
      name,
    })),
    ...choices.map((element) => ({ element, name: 'data-choices' })),
  ];
  return written.map(({ element, name }) => ({
    code: 'markup-attribute',
    element,
    attribute: name,
    sentence: `\`${name}\` stands without a filter.`,
    hint: 'Write `filter` into `data-interactive` of the table, or take this out.',
  }));
};

/** The text of a header becomes a button, and no button holds a link or a block. */
const headerFaults = (header: MarkupElement): readonly TableFault[] =>
  descendants(header)
    .filter(({ tag }) => tag === 'a' || ELEMENTS_BY_TAG.get(tag)?.group === 'block')
    .map((element) =>
      of(
        element,
        `<${element.tag}> stands in a header that sorts.`,
        'Keep text and inline elements there, without links.',
      ),
    );

const descendants = (element: MarkupElement): readonly MarkupElement[] =>
  elementsOf(element).flatMap((child) => [child, ...descendants(child)]);

const bodyFaults = (body: MarkupElement, columns: number): readonly TableFault[] =>
  elementsOf(body).flatMap((row, index) => {
    const cells = elementsOf(row);
    const tall = cells.find((cell) => spanOf(cell, 'rowspan') > 1);
    if (tall !== undefined) return [{ ...of(tall, ...TALL), attribute: 'rowspan' }];
    if (index === 0 && isHeading(cells, columns)) return [];
    return cells.length === columns && !cells.some(spans) ? [] : [of(row, ...ROW(cells.length, columns))];
  });

const TALL = [
  'A cell over several rows keeps them from being sorted or hidden.',
  'Repeat it in each row, or take `data-interactive` out.',
] as const;
const ROW = (cells: number, columns: number) =>
  [
    `This row has ${cells} cells or spans, and the header has ${columns} cells.`,
    'Give each column one cell. The first row of a <tbody> may be its heading: one <th scope="rowgroup"> over all columns.',
  ] as const;

/** A row above a group of rows that stays there. */
const isHeading = (cells: readonly MarkupElement[], columns: number): boolean => {
  const [only] = cells;
  return (
    only !== undefined &&
    cells.length === 1 &&
    columns > 1 &&
    attributeOf(only, 'scope') === 'rowgroup' &&
    spanOf(only, 'colspan') === columns
  );
};

const spanOf = (cell: MarkupElement, name: 'colspan' | 'rowspan'): number =>
  Number(attributeOf(cell, name) ?? 1);
const spans = (cell: MarkupElement): boolean => spanOf(cell, 'colspan') > 1 || spanOf(cell, 'rowspan') > 1;
