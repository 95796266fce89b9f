// Selectors of the subset: read from css-tree's tree, matched from right to left.
import type { CssNode, Selector as CssSelector } from 'css-tree';
import { didYouMean } from '../did-you-mean.ts';
import { ELEMENTS } from '../parse/elements.ts';
import type { MarkupElement } from '../parse/tree.ts';

export const PSEUDO_CLASSES = [
  'root',
  'first-child',
  'last-child',
  'nth-child(odd)',
  'nth-child(even)',
] as const;
export const PSEUDO_ELEMENTS = ['before', 'after'] as const;
export const COMBINATORS = [' ', '>'] as const;
type PseudoClass = (typeof PSEUDO_CLASSES)[number];
type PseudoElement = (typeof PSEUDO_ELEMENTS)[number];

/** One compound: all of it must fit one element. `parent`: it must be the direct parent of the compound to its right. */
type Compound = {
  tag: string | null;
  id: string | null;
  readonly classes: string[];
  readonly pseudos: PseudoClass[];
  parent: boolean;
};
export type Selector = {
  /** From right to left; the first is the subject. */
  readonly compounds: readonly Compound[];
  readonly pseudoElement: PseudoElement | null;
  /** Ids, then classes and pseudo-classes, then types, as one number. */
  readonly specificity: number;
};
export type BadSelector = {
  readonly kind: 'bad';
  readonly node: CssNode;
  readonly sentence: string;
  readonly hint: string;
};

const SUBSET =
  'Use types, classes, ids, descendants, children, :first-child, :last-child, :nth-child(odd), :nth-child(even), ::before and ::after.';
const TAGS = ELEMENTS.map(({ tag }) => tag);

const compound = (): Compound => ({ tag: null, id: null, classes: [], pseudos: [], parent: false });

/** Reads one selector of a list. */
export const readSelector = (node: CssSelector): Selector | BadSelector => {
  let current = compound();
  const compounds = [current];
  let pseudoElement: PseudoElement | null = null;
  for (const part of node.children) {
    if (part.type === 'Combinator') {
      if (part.name !== ' ' && part.name !== '>')
        return bad(part, `The combinator \`${part.name}\` is not part of the subset.`);
      current = { ...compound(), parent: false };
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

const addPseudo = (
  to: Compound,
  node: CssNode & { readonly type: 'PseudoClassSelector' },
): BadSelector | null => {
  const [inner] = node.children?.toArray() ?? [];
  const argument =
    inner?.type === 'Nth' && inner.nth.type === 'Identifier' && inner.selector === null
      ? `(${inner.nth.name})`
      : inner === undefined
        ? ''
        : '(…)';
  const found = PSEUDO_CLASSES.find((name) => name === `${node.name}${argument}`);
  if (found === undefined) return bad(node, `\`:${node.name}${argument}\` is not part of the subset.`);
  to.pseudos.push(found);
  return null;
};

const specificity = (compounds: readonly Compound[], pseudoElement: PseudoElement | null): number =>
  compounds.reduce(
    (sum, { id, classes, pseudos, tag }) =>
      sum + (id === null ? 0 : 1_000_000) + (classes.length + pseudos.length) * 1000 + (tag === null ? 0 : 1),
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
  wanted.classes.every((name) => element.classes.includes(name)) &&
  wanted.pseudos.every((pseudo) => pseudoFits(pseudo, element));

const pseudoFits = (pseudo: PseudoClass, element: MarkupElement): boolean => {
  if (pseudo === 'root') return element.parent === null;
  if (pseudo === 'first-child') return element.index === 0;
  if (pseudo === 'last-child')
    return element.parent?.children.findLast((child) => child.kind === 'element') === element;
  return element.index % 2 === (pseudo === 'nth-child(odd)' ? 0 : 1);
};
