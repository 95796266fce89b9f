// What cells of a sheet take and when they look otherwise, gathered as the sheet is built into validations and looks.
import type { ConditionalLook, Validation } from '../../model/workbook.ts';
import type { Diagnostic } from '../../problem.ts';
import { didYouMean } from '../did-you-mean.ts';
import { attributeSpot, type MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import type { Blanks } from './blank.ts';
import type { Book } from './formula/book.ts';
import type { Formulas } from './formulas.ts';
import { lookOf } from './looks.ts';
import { type Input, type Marks, NO_MARKS, type When, whensTogether } from './marks.ts';
import { newRuns } from './runs.ts';
import type { SheetColumn } from './sheet-source.ts';

type Seen = { readonly when: readonly When[]; readonly elements: readonly MarkupElement[] };
export type Rules = {
  /** Takes note of a cell, `row` from 1 and `index` of its column from 0; `column` is null in the header. True when it takes input. */
  readonly see: (
    element: MarkupElement | null,
    marks: Marks,
    column: SheetColumn | null,
    index: number,
    row: number,
  ) => boolean;
  readonly validations: () => readonly Validation[];
  readonly looks: () => readonly ConditionalLook[];
};
type World = {
  readonly book: Book;
  readonly formulas: Formulas;
  readonly blanks: Blanks;
  readonly report: (diagnostic: Diagnostic) => void;
};

export const newRules = (world: World): Rules => {
  const inputs = newRuns<Input>();
  const looks = newRuns<Seen>();
  return {
    see: (element, marks, column, index, row) => {
      const beside = column?.marks ?? NO_MARKS;
      if (marks === NO_MARKS && beside === NO_MARKS) return false;
      const input = marks.input ?? beside.input;
      const source = marks.input === null ? (column?.col ?? null) : element;
      if (input !== null)
        inputs.add(index, row, input.key, () => {
          if (source !== null) lintList(input, source, world);
          return input;
        });
      const whens = whensTogether(marks.whens, beside.whens);
      if (whens !== null)
        looks.add(index, row, whens.key, () => ({
          when: whens.list,
          elements: [element, column?.col ?? null].filter((one) => one !== null),
        }));
      return input !== null;
    },
    validations: () =>
      inputs
        .all()
        .map(({ thing: { allowed, prompt, refusal }, ranges }) => ({ ranges, allowed, prompt, refusal })),
    looks: () =>
      looks
        .all()
        .flatMap(({ thing, column, ranges }) =>
          thing.when.flatMap((when) => lookFor(when, thing.elements, column, ranges, world) ?? []),
        ),
  };
};

const lintList = ({ allowed }: Input, element: MarkupElement, { book, report }: World): void => {
  if (allowed.kind !== 'list' || book.names.has(allowed.list)) return;
  report(
    errorAt(
      attributeSpot(element, 'data-list'),
      'markup-attribute',
      `No column has the name \`${allowed.list.slice(0, 80)}\`.`,
      didYouMean(allowed.list, [...book.names.keys()], 'Give the <col> of the words `data-name`.'),
    ),
  );
};

const lookFor = (
  { attribute, className }: When,
  elements: readonly MarkupElement[],
  column: number,
  ranges: ConditionalLook['ranges'],
  { formulas, blanks, report }: World,
): ConditionalLook | null => {
  const element = elements.find(({ attributes }) => attributes.has(attribute));
  if (element === undefined) return null;
  // The format has no structured references here, and relative ones are those of the first cell.
  const formula = formulas.write(element, attribute, ranges[0]?.top ?? 1, false);
  const look = lookOf(blanks, column, className);
  if (look === null)
    report(
      errorAt(
        attributeSpot(element, attribute),
        'markup-attribute',
        `The theme says nothing of \`.${className.slice(0, 80)}\` that a worksheet shows.`,
        'Give it a color, a background-color, a font-weight or a font-style.',
      ),
    );
  return formula === null || look === null ? null : { ranges, formula, look };
};
