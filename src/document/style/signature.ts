// What a theme can tell of an element: its type, and of its id, classes and attributes those that some selector names.
// Elements of one signature that stand alike below parents of one style have one style.

import type { MarkupElement, Shape } from '../parse/tree.ts';
import { type AttributeTest, attributeFits, type Compound, isAt, type Position } from './selector.ts';

type Signature = {
  readonly number: number;
  /** Places among siblings that decide on a selector for such an element. */
  readonly positions: readonly Position[];
};

/** A key that two elements share only when all selectors take them for the same, apart from what is above them. */
export type KeyOf = (element: MarkupElement) => number | string;

/** Bits that fit beside the number of a signature. */
const MOST_BITS = 24;

export const keysOf = (compounds: readonly Compound[]): KeyOf => {
  const readSignature = signatures(compounds);
  const known = new WeakMap<Shape, Signature>();
  return (element) => {
    let signature = known.get(element.shape);
    if (signature === undefined) {
      signature = readSignature(element.shape);
      known.set(element.shape, signature);
    }
    const { number, positions } = signature;
    if (positions.length > MOST_BITS)
      return `${number} ${positions.map((position) => Number(isAt(position, element))).join('')}`;
    let bits = 0;
    for (const position of positions) bits = bits * 2 + (isAt(position, element) ? 1 : 0);
    return number * 2 ** MOST_BITS + bits;
  };
};

const signatures = (compounds: readonly Compound[]): ((shape: Shape) => Signature) => {
  const ids = new Set(compounds.flatMap(({ id }) => id ?? []));
  const classes = new Set(compounds.flatMap((compound) => compound.classes));
  const tests = distinct(compounds.flatMap(({ attributes }) => attributes));
  const known = new Map<string, Signature>();
  const byTag = new Map<string, Signature>();
  return (shape) => {
    const id = shape.attributes.get('id')?.value;
    // Most tags that are new differ from others in an address or an id that no selector asks for.
    const plain = shape.classes.length === 0 && tests.length === 0 && (id === undefined || !ids.has(id));
    const alike = plain ? byTag.get(shape.tag) : undefined;
    if (alike !== undefined) return alike;
    const text = JSON.stringify([
      shape.tag,
      id !== undefined && ids.has(id) ? id : null,
      [...new Set(shape.classes)].filter((name) => classes.has(name)).sort(),
      tests.map((test) => attributeFits(test, shape)),
    ]);
    const found = known.get(text) ?? { number: known.size + 1, positions: positionsOf(shape, compounds) };
    known.set(text, found);
    if (plain) byTag.set(shape.tag, found);
    return found;
  };
};

const distinct = (tests: readonly AttributeTest[]): readonly AttributeTest[] => [
  ...new Map(tests.map((test) => [JSON.stringify(test), test])).values(),
];

/** The positions that compounds ask for which such an element fits in all else. */
const positionsOf = (shape: Shape, compounds: readonly Compound[]): readonly Position[] => {
  const fitting = compounds.filter(
    ({ tag, id, classes, attributes }) =>
      (tag === null || tag === shape.tag) &&
      (id === null || id === shape.attributes.get('id')?.value) &&
      classes.every((name) => shape.classes.includes(name)) &&
      attributes.every((test) => attributeFits(test, shape)),
  );
  const positions = fitting.flatMap((compound) => compound.positions);
  return [...new Map(positions.map((position) => [JSON.stringify(position), position])).values()];
};
