// The `data-` attributes that a workbook's template uses, as data: enforced here and printed in docs/templates.md.
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { attributeOf, attributeSpot, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';

export type SheetAttributeRow = {
  readonly name: string;
  readonly on: string;
  readonly pattern: RegExp;
  readonly value: string;
  readonly does: string;
};

const row = (name: string, on: string, pattern: RegExp, value: string, does: string): SheetAttributeRow => ({
  name,
  on,
  pattern,
  value,
  does,
});

export const SHEET_ATTRIBUTES: readonly SheetAttributeRow[] = [
  row(
    'data-sheet',
    'table',
    /^(?!')(?!.*'$)[^[\]:*?/\\\p{Cc}]{1,31}$/u,
    'a name of at most 31 characters, without `[ ] : * ? / \\`, once in the workbook',
    'Makes the table a worksheet.',
  ),
  row('data-freeze-columns', 'table', /^\d{1,2}$/, 'a whole number', 'Columns that stay in view.'),
  row('data-filter', 'table', /^(true|)$/, '`true`, or nothing', 'The header row carries a filter.'),
  row('data-landscape', 'table', /^(true|)$/, '`true`, or nothing', 'Printed in landscape.'),
  row('data-tab-color', 'table', /^#[0-9a-f]{6}$/, '`#rrggbb`', 'Colour of the sheet’s tab.'),
  row(
    'data-width',
    'col',
    /^\d{1,3}(\.\d+)?$/,
    'a number of characters, at most 255',
    'Width of the column.',
  ),
  row('data-format', 'data', /^[0#,.%\s-]+$/, 'a number format of `0 # , . %`', 'How the number is shown.'),
];

/** Reports `data-` attributes that no worksheet has, and values they cannot have. */
export const lintSheetAttributes = (
  element: MarkupElement,
  report: (diagnostic: Diagnostic) => void,
): void => {
  for (const [name, { value }] of element.attributes) {
    if (!name.startsWith('data-')) continue;
    const known = SHEET_ATTRIBUTES.filter(({ on }) => on === element.tag);
    const found = known.find((candidate) => candidate.name === name);
    if (found === undefined)
      report(
        errorAt(
          attributeSpot(element, name),
          'markup-attribute',
          `<${element.tag}> has no \`${name}\` in a workbook.`,
          didYouMean(
            name,
            known.map((candidate) => candidate.name),
            `<${element.tag}> takes none.`,
          ),
        ),
      );
    else if (!found.pattern.test(value))
      report(
        errorAt(
          attributeSpot(element, name),
          'markup-attribute',
          `\`${name}\` cannot be \`${value.slice(0, 80)}\`.`,
          `It is ${found.value}.`,
        ),
      );
  }
  for (const child of element.children) if (child.kind === 'element') lintSheetAttributes(child, report);
};

/** True for `data-filter` and `data-filter="true"`. */
export const isOn = (element: MarkupElement, name: string): boolean => attributeOf(element, name) !== null;
