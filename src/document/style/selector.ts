// Selectors of the subset: read from css-tree's tree, matched from right to left.
import type { CssNode, Selector as CssSelector } from 'css-tree';
import { didYouMean } from '../did-you-mean.ts';
import { isAttribute } from '../parse/attributes.ts';
import { ELEMENTS } from '../parse/elements.ts';
import type { MarkupElement } from '../parse/tree.ts';

export const PSEUDO_CLASSES = [
  'root',
  'first-child',
  'last-child',
  'nth-child(odd)',
  'nth-child(even)',
  'nth-child(3)',
  'nth-child(3n+1)',
] as const;
export const PSEUDO_ELEMENTS = ['before', 'after'] as const;
export const COMBINATORS = [' ', '>'] as const;
type PseudoElement = (typeof PSEUDO_ELEMENTS)[number];

/** Which of its siblings an element must be: one of `every` * n + `from`, counted from 1, or the last. */
export type Position =
  | { readonly kind: 'nth'; readonly every: number; readonly from: number }
  | { readonly kind: 'last' };
/** `value` null: the attribute must be there. */
export type AttributeTest = { readonly name: string; readonly value: string | null };

/** One compound: all of it must fit one element. `parent`: it must be the direct parent of the compound to its right. */
export type Compound = {
  tag: string | null;
  id: string | null;
  root: boolean;
  readonly classes: string[];
  readonly attributes: AttributeTest[];
  readonly positions: Position[];
  parent: boolean;
};
export type Selector = {
  /** From right to left; the first is the subject. */
  readonly compounds: readonly Compound[];
  readonly pseudoElement: PseudoElement | null;
  /** Ids, then classes, attributes and pseudo-classes, then types, as one number. */
  readonly specificity: number;
};
export type BadSelector = {
  readonly kind: 'bad';
  readonly node: CssNode;
  readonly sentence: string;
  readonly hint: string;
};

const SUBSET =
  'Use types, classes, ids, [name], [name="value"], descendants, children, :root, :first-child, :last-child, :nth-child(), ::before and ::after.';
const TAGS = ELEMENTS.map(({ tag }) => tag);

const compound = (): Compound => ({
  tag: null,
  id: null,
  root: false,
  classes: [],
  attributes: [],
  positions: [],
  parent: false,
});

/** Reads one selector of a list. */
export const readSelector = (node: CssSelector): Selector | BadSelector => {
  let current = compound();
  const compounds = [current];
  let pseudoElement: PseudoElement | null = null;
  for (const part of node.children) {
    if (part.type === 'Combinator') {
      if (part.name !== ' ' && part.name !== '>')
        return bad(part, `The combinator \`${part.name}\` is not part of the subset.`);
      current = compound();
      const left = compounds[0];
      if (left !== undefined) left.parent = part.name === '>';
      compounds.unshift(current);
      continue;
    }
    const element =
      part.type === 'PseudoElementSelector' ||
      (part.type === 'PseudoClassSelector' && isPseudoElement(part.name))
        ? part.name
        : null;
    if (element !== null) {
      if (!isPseudoElement(element)) return bad(part, `\`::${element}\` is not part of the subset.`);
      pseudoElement = element;
      continue;
    }
    const wrong = addSimple(current, part);
    if (wrong !== null) return wrong;
  }
  return { compounds, pseudoElement, specificity: specificity(compounds, pseudoElement) };
};

const isPseudoElement = (name: string): name is PseudoElement =>
  PSEUDO_ELEMENTS.some((known) => known === name);

const bad = (node: CssNode, sentence: string, hint = SUBSET): BadSelector => ({
  kind: 'bad',
  node,
  sentence,
  hint,
});

const addSimple = (to: Compound, part: CssNode): BadSelector | null => {
  if (part.type === 'ClassSelector') to.classes.push(part.name);
  else if (part.type === 'IdSelector') to.id = part.name;
  else if (part.type === 'TypeSelector') return addType(to, part.name, part);
  else if (part.type === 'PseudoClassSelector') return addPseudo(to, part);
  else if (part.type === 'AttributeSelector') return addAttribute(to, part);
  else return bad(part, 'This selector is not part of the subset.');
  return null;
};

const addType = (to: Compound, name: string, node: CssNode): BadSelector | null => {
  if (name === '*') return null;
  if (!TAGS.includes(name))
    return bad(node, `There is no element <${name}> in a template.`, didYouMean(name, TAGS));
  to.tag = name;
  return null;
};

const addAttribute = (
  to: Compound,
  node: CssNode & { readonly type: 'AttributeSelector' },
): BadSelector | null => {
  const { name } = node.name;
  if (!isAttribute(name)) return bad(node, `No element has an attribute \`${name}\`.`);
  if (node.flags !== null || (node.matcher !== null && node.matcher !== '='))
    return bad(node, 'This comparison of an attribute is not part of the subset.');
  const { value } = node;
  const text = value === null ? null : value.type === 'String' ? value.value : value.name;
  to.attributes.push({ name, value: text });
  return null;
};

const addPseudo = (
  to: Compound,
  node: CssNode & { readonly type: 'PseudoClassSelector' },
): BadSelector | null => {
  const [inner] = node.children?.toArray() ?? [];
  const position = positionOf(node.name, inner);
  if (node.name === 'root' && inner === undefined) to.root = true;
  else if (position === null)
    return bad(node, `\`:${node.name}${inner === undefined ? '' : '(…)'}\` is not part of the subset.`);
  else to.positions.push(position);
  return null;
};

const positionOf = (name: string, inner: CssNode | undefined): Position | null => {
  if (name === 'last-child' && inner === undefined) return { kind: 'last' };
  if (name === 'first-child' && inner === undefined) return { kind: 'nth', every: 0, from: 1 };
  if (name !== 'nth-child' || inner?.type !== 'Nth' || inner.selector !== null) return null;
  const { nth } = inner;
  if (nth.type === 'AnPlusB') return { kind: 'nth', every: factorOf(nth.a), from: Number(nth.b ?? 0) };
  if (nth.name === 'odd') return { kind: 'nth', every: 2, from: 1 };
  return nth.name === 'even' ? { kind: 'nth', every: 2, from: 0 } : null;
};

/** `n`, `-n` and `+n` are written without a number. */
const factorOf = (written: string | null): number => {
  if (written === null) return 0;
  return /^[+-]?$/.test(written) ? Number(`${written}1`) : Number(written);
};

const specificity = (compounds: readonly Compound[], pseudoElement: PseudoElement | null): number =>
  compounds.reduce(
    (sum, { id, classes, attributes, positions, root, tag }) =>
      sum +
      (id === null ? 0 : 1_000_000) +
      (classes.length + attributes.length + positions.length + (root ? 1 : 0)) * 1000 +
      (tag === null ? 0 : 1),
    pseudoElement === null ? 0 : 1,
  );

/** True when the selector's subject is this element. */
export const matches = (selector: Selector, element: MarkupElement): boolean => {
  const [subject, ...rest] = selector.compounds;
  return subject !== undefined && fits(subject, element) && ancestorsFit(rest, element);
};

const ancestorsFit = (compounds: readonly Compound[], below: MarkupElement): boolean => {
  const [next, ...rest] = compounds;
  if (next === undefined) return true;
  for (let element = below.parent; element !== null; element = element.parent) {
    if (fits(next, element) && ancestorsFit(rest, element)) return true;
    if (next.parent) return false;
  }
  return false;
};

const fits = (wanted: Compound, element: MarkupElement): boolean =>
  (wanted.tag === null || wanted.tag === element.tag) &&
  (wanted.id === null || wanted.id === element.attributes.get('id')?.value) &&
  (!wanted.root || element.parent === null) &&
  wanted.classes.every((name) => element.classes.includes(name)) &&
  wanted.attributes.every((test) => attributeFits(test, element)) &&
  wanted.positions.every((position) => isAt(position, element));

export const attributeFits = (
  { name, value }: AttributeTest,
  { attributes }: Pick<MarkupElement, 'attributes'>,
): boolean => {
  const found = attributes.get(name)?.value;
  return found !== undefined && (value === null || found === value);
};

/** True when the element stands there among its siblings. */
export const isAt = (position: Position, { index, last }: MarkupElement): boolean => {
  if (position.kind === 'last') return last;
  const steps = index + 1 - position.from;
  return position.every === 0 ? steps === 0 : steps % position.every === 0 && steps / position.every >= 0;
};
