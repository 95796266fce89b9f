// A table cell to a worksheet's cell: typed by the one element it holds, otherwise text.
import type { Cell, CellStyle, CellValue } from '../../model/workbook.ts';
import type { Diagnostic, DiagnosticCode } from '../../problem.ts';
import { attributeOf, attributeSpot, type MarkupElement, spotOf } from '../parse/tree.ts';
import type { Spot } from '../source-text.ts';
import { errorAt } from '../source-text.ts';
import { cellText } from './cell-text.ts';

/** The most characters a cell can hold (ECMA-376; Excel's own limit). */
const MOST_CHARACTERS = 32_767;

type Report = (diagnostic: Diagnostic) => void;
/** Where an id stands in the workbook. */
export type Targets = ReadonlyMap<string, { readonly sheet: string; readonly cell: string }>;

/** The element that alone fills the cell, if one does. */
const onlyChild = (element: MarkupElement): MarkupElement | null => {
  const filled = element.children.filter((child) => child.kind === 'element' || child.text.trim() !== '');
  const [only] = filled;
  return filled.length === 1 && only?.kind === 'element' ? only : null;
};

export const cellOf = (
  element: MarkupElement,
  style: CellStyle,
  targets: Targets,
  place: (spot: Spot) => Cell['at'],
  report: Report,
): Cell => ({
  value: cellValue(element, targets, report),
  style,
  columnSpan: Number(attributeOf(element, 'colspan') ?? 1),
  rowSpan: Number(attributeOf(element, 'rowspan') ?? 1),
  id: attributeOf(element, 'id'),
  at: place(spotOf(element)),
});

const cellValue = (element: MarkupElement, targets: Targets, report: Report): CellValue => {
  const only = onlyChild(element);
  if (only !== null) lintLinks(only, report);
  const [day, number] = [
    only?.tag === 'time' ? attributeOf(only, 'datetime') : null,
    only?.tag === 'data' ? attributeOf(only, 'value') : null,
  ];
  if (day !== null) return { kind: 'date', day };
  if (only !== null && number !== null)
    return { kind: 'number', number: Number(number), format: attributeOf(only, 'data-format') };
  const text = cellText(element);
  if (text.length > MOST_CHARACTERS)
    report(
      errorAt(
        spotOf(element),
        'value-invalid',
        `The text has ${text.length} characters; a cell holds ${MOST_CHARACTERS}.`,
        'Split it over several cells, or refer to the PDF.',
      ),
    );
  if (only?.tag === 'a') return linkOf(only, text, targets, report);
  lintLinks(element, report);
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
};

const linkOf = (link: MarkupElement, text: string, targets: Targets, report: Report): CellValue => {
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
  return { kind: 'link', text, target: { kind: 'sheet', ...target } };
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
