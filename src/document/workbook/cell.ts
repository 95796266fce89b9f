// A table cell to a worksheet's cell: typed by the one element it holds, otherwise text.

import { columnLetters } from '../../model/sheet-address.ts';
import type { Cell, CellValue } from '../../model/workbook.ts';
import type { Diagnostic, DiagnosticCode } from '../../problem.ts';
import { attributeOf, attributeSpot, type MarkupElement, spotOf } from '../parse/tree.ts';
import type { Spot } from '../source-text.ts';
import { errorAt } from '../source-text.ts';
import { cellText } from './cell-text.ts';
import type { Address } from './formula/book.ts';

type Report = (diagnostic: Diagnostic) => void;
export type CellBuilder = {
  /** Where an id stands in the workbook. */
  readonly targets: ReadonlyMap<string, Address>;
  readonly place: (spot: Spot) => Cell['at'];
  readonly report: Report;
  /** The most characters of a cell. */
  readonly characters: number;
  /** What stays of a text that has more; null where nothing takes the rest. */
  readonly cut: ((text: string, at: Address, element: MarkupElement) => string) | null;
};
/** What is known of a cell besides its element. */
type CellFacts = Pick<Cell, 'formula' | 'unlocked' | 'style'> & {
  readonly at: Address;
  /** True where white space is kept. */
  readonly spaces: boolean;
};

/** The element that alone fills the cell, if one does. */
export const onlyChild = (element: MarkupElement): MarkupElement | null => {
  const filled = element.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
  const [only] = filled;
  return filled.length === 1 && only?.kind === 'element' ? only : null;
};

export const cellOf = (element: MarkupElement, facts: CellFacts, builder: CellBuilder): Cell => {
  const value = cellValue(element, facts, builder);
  if (facts.formula !== null && value.kind === 'link') builder.report(linkedFormula(element));
  return {
    value,
    formula: facts.formula,
    unlocked: facts.unlocked,
    style: facts.style,
    columnSpan: Number(attributeOf(element, 'colspan') ?? 1),
    rowSpan: Number(attributeOf(element, 'rowspan') ?? 1),
    id: attributeOf(element, 'id'),
    at: builder.place(spotOf(element)),
  };
};

const linkedFormula = (element: MarkupElement): Diagnostic =>
  errorAt(
    attributeSpot(element, 'data-formula'),
    'markup-structure',
    'A cell has a formula or a link, and this one has both.',
    'Write what the formula comes to without the link.',
  );

const cellValue = (
  element: MarkupElement,
  { at, spaces }: Pick<CellFacts, 'at' | 'spaces'>,
  builder: CellBuilder,
): CellValue => {
  const only = onlyChild(element);
  if (only !== null) lintLinks(only, builder.report);
  const day = only?.tag === 'time' ? attributeOf(only, 'datetime') : null;
  if (day !== null) return { kind: 'date', day };
  if (only?.tag === 'data') return datumOf(only, attributeOf(only, 'value') ?? '', builder.report);
  const text = cellText(element, spaces);
  if (only?.tag === 'a') {
    if (text.length > builder.characters) builder.report(tooLong(element, text, builder.characters));
    return linkOf(only, text, builder.targets, builder.report);
  }
  lintLinks(element, builder.report);
  if (text === '') return { kind: 'empty' };
  return { kind: 'text', text: fitting(text, at, element, builder) };
};

const datumOf = (datum: MarkupElement, value: string, report: Report): CellValue => {
  const format = attributeOf(datum, 'data-format');
  if (value !== 'true' && value !== 'false') return { kind: 'number', number: Number(value), format };
  if (format !== null)
    report(
      errorAt(
        attributeSpot(datum, 'data-format'),
        'markup-attribute',
        'Only a number has a format.',
        'Take `data-format` out.',
      ),
    );
  return { kind: 'boolean', boolean: value === 'true' };
};

const fitting = (text: string, at: Address, element: MarkupElement, builder: CellBuilder): string => {
  const { characters, cut, report } = builder;
  if (text.length <= characters) return text;
  // What a formula comes to is one text, and cannot go on elsewhere.
  if (cut !== null && attributeOf(element, 'data-formula') === null) return cut(text, at, element);
  report(tooLong(element, text, characters));
  return text;
};

const tooLong = (element: MarkupElement, text: string, most: number): Diagnostic =>
  errorAt(
    spotOf(element),
    'value-invalid',
    `The text has ${text.length} characters; a cell holds ${most}.`,
    'Split it over several cells, refer to the PDF, or add a sheet with `data-continued`.',
  );

const linkOf = (
  link: MarkupElement,
  text: string,
  targets: CellBuilder['targets'],
  report: Report,
): CellValue => {
  const href = attributeOf(link, 'href');
  const wrong = (code: DiagnosticCode, sentence: string, hint: string): CellValue => {
    report(errorAt(attributeSpot(link, 'href'), code, sentence, hint));
    return { kind: 'text', text };
  };
  if (href === null) return { kind: 'text', text }; // refused by the parser
  if (text === '') return wrong('markup-structure', 'The link has no text.', 'Write what it leads to.');
  if (!href.startsWith('#')) return { kind: 'link', text, target: { kind: 'url', url: href } };
  const target = targets.get(href.slice(1));
  if (target === undefined)
    return wrong(
      'link-target-missing',
      `No cell has the id \`${href.slice(1, 81)}\`.`,
      'Give the target’s <tr>, <th> or <td> that id.',
    );
  const cell = `${columnLetters(target.column + 1)}${target.row}`;
  return { kind: 'link', text, target: { kind: 'sheet', sheet: target.sheet, cell } };
};

/** A worksheet's cell is a link as a whole or not at all, so a link among other text would be lost. */
const lintLinks = (element: MarkupElement, report: Report): void => {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (child.tag === 'a')
      report(
        errorAt(
          spotOf(child),
          'markup-structure',
          'A link must be all that its cell holds.',
          'Give it a cell of its own, or write the text without the link.',
        ),
      );
    else if (child.tag === 'svg' || child.tag === 'img')
      report(
        errorAt(spotOf(child), 'markup-element', 'A worksheet’s cell holds no picture.', 'Write the word.'),
      );
    else lintLinks(child, report);
  }
};
