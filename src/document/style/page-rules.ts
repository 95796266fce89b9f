// `@page` rules to the pages a document asks for, each with everything it takes over from the rules without a name.
import {
  type ContentPart,
  MARGIN_BOXES,
  type MarginBox,
  type PageRule,
  type PageRules,
} from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import type { Computed } from './computed.ts';
import { PAGE_SIZES } from './names.ts';
import { longhandsOf, resolve } from './resolve.ts';
import type { Block, PageBlock, Theme } from './theme.ts';
import { type DeclaredPart, points, type Value } from './value.ts';

type Report = (diagnostic: Diagnostic) => void;
type Context = { readonly root: Computed; readonly report: Report };

/** The pages of a document whose root looks like that; `report` receives variables without a value. */
export type Pages = (root: Computed, report: Report) => PageRules;

/**
 * The rule of every name, and of `''`. What applies, from the least: `@page`, then `@page NAME`, then `@page NAME:first`;
 * `@page :first` speaks of pages without a name alone, so that a wide appendix does not look like a cover.
 */
export const makePages = (theme: Theme): Pages => {
  const known = new WeakMap<
    Computed,
    { readonly rules: PageRules; readonly faults: readonly Diagnostic[] }
  >();
  return (root, report) => {
    const faults: Diagnostic[] = [];
    const found = known.get(root) ?? {
      rules: pageRules(theme, { root, report: (fault) => faults.push(fault) }),
      faults,
    };
    known.set(root, found);
    for (const fault of found.faults) report(fault);
    return found.rules;
  };
};

const pageRules = (theme: Theme, context: Context): PageRules => {
  const names = [...new Set(['', ...theme.pages.map(({ name }) => name)])];
  const rules = names.map((name) => {
    const base = theme.pages
      .filter((page) => !page.first && (page.name === '' || page.name === name))
      .sort((a, b) => a.name.length - b.name.length);
    const first = theme.pages.filter((page) => page.first && page.name === name);
    return [name, { other: pageRule(base, context), first: pageRule([...base, ...first], context) }] as const;
  });
  return Object.fromEntries(rules);
};

const pageRule = (blocks: readonly PageBlock[], context: Context): PageRule => {
  const won = new Map<string, Value>();
  const boxes = new Map<string, Block[]>();
  for (const block of blocks) {
    for (const declaration of block.declarations)
      for (const [name, value] of longhandsOf(declaration, context.root.variables, context.report))
        won.set(name, value);
    for (const [name, box] of block.boxes) boxes.set(name, [...(boxes.get(name) ?? []), box]);
  }
  const length = (name: string): number => inPoints(won.get(name), context) ?? TWO_CENTIMETRES;
  const margin = {
    top: length('margin-top'),
    right: length('margin-right'),
    bottom: length('margin-bottom'),
    left: length('margin-left'),
  };
  return { ...sizeOf(won.get('size'), context), margin, boxes: marginBoxes(boxes, context) };
};

const TWO_CENTIMETRES = points(2, 'cm', 0, 0);

const inPoints = (value: Value | undefined, { root }: Context): number | null =>
  value?.kind === 'length' ? points(value.value, value.unit, root.style.fontSize, root.style.fontSize) : null;

const sizeOf = (
  value: Value | undefined,
  context: Context,
): { readonly width: number; readonly height: number } => {
  const [width = 0, height = 0] = PAGE_SIZES.A4 ?? [];
  if (value?.kind !== 'size') return { width, height };
  return {
    width: inPoints(value.width, context) ?? width,
    height: inPoints(value.height, context) ?? height,
  };
};

const marginBoxes = (boxes: ReadonlyMap<string, readonly Block[]>, context: Context): PageRule['boxes'] => {
  const found = MARGIN_BOXES.flatMap((name) => {
    const box = marginBox(boxes.get(name) ?? [], context);
    return box === null ? [] : [[name, box] as const];
  });
  return Object.fromEntries(found);
};

/** Parts that speak of an attribute or a counter of the text were refused when the theme was read. */
const isOfPage = (part: DeclaredPart): part is ContentPart =>
  part.kind !== 'attribute' && part.kind !== 'target-attribute' && part.kind !== 'count';

/** Later blocks win over earlier ones, declaration by declaration; `content: none` takes the box away. */
const marginBox = (blocks: readonly Block[], { root, report }: Context): MarginBox | null => {
  const declarations = blocks.flatMap((block) => block.declarations);
  const variables = blocks.flatMap((block) => block.variables);
  const { style, content } = resolve([{ declarations, variables }], root, report);
  const parts = (content ?? []).filter(isOfPage);
  return parts.length === 0 ? null : { style, content: parts };
};
