// The cascade: which rules apply to an element, which of their declarations win, and the style that comes out of them.
// Elements with the same rules below the same parent style share one style object, so that a long report computes few.
import type { Diagnostic } from '../../problem.ts';
import type { MarkupElement } from '../parse/tree.ts';
import { errorAt } from '../source-text.ts';
import { compute } from './compute.ts';
import type { Computed } from './computed.ts';
import { valueHint } from './read-block.ts';
import { type Longhand, readValue } from './read-value.ts';
import { matches } from './selector.ts';
import type { Block, Declaration, Rule } from './theme.ts';
import type { Value } from './value.ts';
import { substitute, type Variables } from './variables.ts';

export type Cascade = {
  /** The style of an element below its parent's; null for the root. */
  readonly styleOf: (element: MarkupElement, parent: Computed | null) => Computed;
  /** The style of a pseudo-element; null when it has no content. */
  readonly generatedStyle: (
    element: MarkupElement,
    pseudo: 'before' | 'after',
    own: Computed,
  ) => Computed | null;
  /** The style of a block by itself below `parent`, for margin boxes. */
  readonly blockStyle: (block: Block, parent: Computed) => Computed;
};

type Report = (diagnostic: Diagnostic) => void;
type Buckets = ReadonlyMap<string, readonly Rule[]>;

/** A rule is looked for only under what its subject needs most: an id, else a class, else a type. */
const keyOf = (rule: Rule): string => {
  const subject = rule.selector.compounds[0];
  const [name] = subject?.classes ?? [];
  if (subject?.id != null) return `#${subject.id}`;
  return name !== undefined ? `.${name}` : (subject?.tag ?? '*');
};

const bucketsOf = (rules: readonly Rule[]): Buckets => {
  const buckets = new Map<string, Rule[]>();
  for (const rule of rules) buckets.set(keyOf(rule), [...(buckets.get(keyOf(rule)) ?? []), rule]);
  return buckets;
};

const candidates = (buckets: Buckets, element: MarkupElement): readonly Rule[] => {
  const id = element.attributes.get('id')?.value;
  const keys = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...element.classes.map((name) => `.${name}`),
    element.tag,
    '*',
  ];
  return [...new Set(keys)].flatMap((key) => buckets.get(key) ?? []);
};

const matching = (buckets: Buckets, element: MarkupElement): readonly Rule[] =>
  candidates(buckets, element)
    .filter((rule) => matches(rule.selector, element))
    .sort((a, b) => a.rank - b.rank);

/** `rules` of all origins; `report` receives what only a real element shows, such as a variable without a value. */
export const makeCascade = (rules: readonly Rule[], report: Report): Cascade => {
  const buckets = {
    elements: bucketsOf(ofPseudo(rules, null)),
    before: bucketsOf(ofPseudo(rules, 'before')),
    after: bucketsOf(ofPseudo(rules, 'after')),
  };
  let rem: number | null = null;
  const roots = new Map<string, Computed>();
  const shared = (found: readonly Rule[], parent: Computed | null, kind: string): Computed => {
    const known = parent?.known ?? roots;
    // Two rules of one rank are two selectors of one list: their block is the same.
    const key = kind + found.map(({ rank }) => rank).join();
    const computed = known.get(key) ?? computeBlocks(found, parent, rem, report);
    known.set(key, computed);
    return computed;
  };
  return {
    styleOf: (element, parent) => {
      const computed = shared(matching(buckets.elements, element), parent, '');
      if (parent === null) rem = computed.style.fontSize;
      return computed;
    },
    generatedStyle: (element, pseudo, own) => {
      const found = matching(buckets[pseudo], element);
      const computed = found.length === 0 ? null : shared(found, own, pseudo);
      return computed?.content == null ? null : computed;
    },
    blockStyle: (block, parent) => computeBlocks([block], parent, rem, report),
  };
};

const ofPseudo = (rules: readonly Rule[], pseudo: 'before' | 'after' | null): readonly Rule[] =>
  rules.filter(({ selector }) => selector.pseudoElement === pseudo);

const computeBlocks = (
  blocks: readonly Block[],
  parent: Computed | null,
  rem: number | null,
  report: Report,
): Computed => {
  const variables = variablesOf(blocks, parent?.variables ?? new Map());
  const winners = new Map<string, Value>();
  for (const block of blocks) {
    for (const declaration of block.declarations)
      for (const [name, value] of longhandsOf(declaration, variables, report)) winners.set(name, value);
  }
  return compute(winners, variables, parent, rem);
};

const variablesOf = (blocks: readonly Block[], inherited: Variables): Variables => {
  const own = blocks.flatMap(({ variables }) => variables);
  return own.length === 0
    ? inherited
    : new Map([...inherited, ...own.map(({ name, pieces }) => [name, pieces] as const)]);
};

/** The longhands of a declaration, its variables replaced; what cannot be read then is reported and sets nothing. */
export const longhandsOf = (
  declaration: Declaration,
  variables: Variables,
  report: Report,
): readonly Longhand[] => {
  if (declaration.longhands !== null) return declaration.longhands;
  const pieces = substitute(declaration.pieces, variables);
  if ('kind' in pieces) {
    const sentence =
      pieces.why === 'cycle'
        ? `The variable \`${pieces.name}\` needs itself.`
        : `The variable \`${pieces.name}\` has no value here.`;
    report(
      errorAt(
        declaration.spot,
        'css-value',
        sentence,
        'Give it one on :root, or a fallback: var(--name, fallback).',
      ),
    );
    return [];
  }
  const longhands = readValue(declaration.row, pieces, declaration.table);
  if (!('kind' in longhands)) return longhands;
  report(
    errorAt(
      declaration.spot,
      'css-value',
      `\`${declaration.row.name}\` cannot have the value of its variables.`,
      valueHint(declaration.row),
    ),
  );
  return [];
};
