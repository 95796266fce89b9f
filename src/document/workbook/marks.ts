// What the `data-` attributes of a cell or a column say of input, looks and formulas. Most cells say nothing.
import { LONGEST_CELL } from '../../model/sheet-limits.ts';
import type { Allowed, Validation } from '../../model/workbook.ts';
import type { MarkupElement, Shape } from '../parse/tree.ts';
import { WHEN } from './sheet-attributes.ts';

/** Inputs of one key are the same input. */
export type Input = Omit<Validation, 'ranges'> & { readonly key: string };
export type When = { readonly attribute: string; readonly className: string; readonly formula: string };
export type Whens = { readonly list: readonly When[]; readonly key: string };
export type Marks = {
  readonly formula: string | null;
  readonly input: Input | null;
  readonly whens: Whens | null;
};

export const NO_MARKS: Marks = { formula: null, input: null, whens: null };

const known = new WeakMap<Shape, Marks>();

export const marksOf = ({ attributes, shape }: MarkupElement): Marks => {
  if (attributes.size === 0) return NO_MARKS;
  const found = known.get(shape) ?? readMarks(shape);
  known.set(shape, found);
  return found;
};

const readMarks = (shape: Shape): Marks => {
  if (![...shape.attributes.keys()].some((name) => name.startsWith('data-'))) return NO_MARKS;
  return {
    formula: shape.attributes.get('data-formula')?.value ?? null,
    input: inputOf(shape),
    whens: whensOf(
      [...shape.attributes]
        .filter(([name]) => name.startsWith(WHEN))
        .map(([name, { value }]) => ({
          attribute: name,
          className: name.slice(WHEN.length),
          formula: value,
        })),
    ),
  };
};

const whensOf = (list: readonly When[]): Whens | null =>
  list.length === 0
    ? null
    : { list, key: JSON.stringify(list.map(({ className, formula }) => [className, formula])) };

/** A cell's own looks come first, and stand for those of its column for the same class. */
export const whensTogether = (own: Whens | null, column: Whens | null): Whens | null => {
  if (own === null || column === null) return own ?? column;
  const classes = own.list.map(({ className }) => className);
  return whensOf([...own.list, ...column.list.filter(({ className }) => !classes.includes(className))]);
};

const inputOf = ({ attributes }: Shape): Input | null => {
  const value = (name: string): string | null => attributes.get(name)?.value ?? null;
  const allowed = allowedOf(value('data-input'), value('data-list'));
  if (allowed === null) return null;
  const [prompt, refusal] = [value('data-prompt'), value('data-refusal')];
  const input = {
    allowed,
    prompt: prompt === null ? null : { title: value('data-prompt-title') ?? '', text: prompt },
    refusal: refusal === null ? null : { title: '', text: refusal },
  };
  return { ...input, key: JSON.stringify(input) };
};

const allowedOf = (input: string | null, list: string | null): Allowed | null => {
  if (input === 'list') return list === null ? null : { kind: 'list', list };
  if (input === 'date') return { kind: 'date' };
  if (input === 'number') return { kind: 'whole-number' };
  return input === 'text' ? { kind: 'text', longest: LONGEST_CELL } : null;
};
