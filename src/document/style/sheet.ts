// A template's rules, and all that was ever worked out from them: which apply to which elements, and what they make of
// these. A long report has few kinds of elements, and the next report of the same template has the same.
import type { Diagnostic } from '../../problem.ts';
import type { MarkupElement } from '../parse/tree.ts';
import type { Computed } from './computed.ts';
import { matchRules } from './match-rules.ts';
import { resolve } from './resolve.ts';
import { keysOf } from './signature.ts';
import type { Rule } from './theme.ts';

/** A kind of element: what is written alike, stands alike and is in the same kinds of elements. */
export type Styled = {
  readonly computed: Computed;
  /** Null without content. */
  readonly before: Computed | null;
  readonly after: Computed | null;
  /** What is wrong with the rules that apply; told for each document anew. */
  readonly faults: readonly Diagnostic[];
  readonly children: Map<number | string, Styled>;
};
/** The kind of an element within that of its parent; null for the root. */
export type Sheet = (element: MarkupElement, parent: Styled | null) => Styled;

/** More kinds than a template that people write has; beyond them everything begins anew. */
const MOST_KINDS = 50_000;

export const makeSheet = (rules: readonly Rule[]): Sheet => {
  const ofPseudo = (pseudo: 'before' | 'after' | null): readonly Rule[] =>
    rules.filter(({ selector }) => selector.pseudoElement === pseudo);
  const [own, before, after] = [ofPseudo(null), ofPseudo('before'), ofPseudo('after')].map(matchRules);
  const keyOf = keysOf(rules.flatMap(({ selector }) => selector.compounds));
  const share = sharing();
  const roots = new Map<number | string, Styled>();
  let kinds = 0;
  const styled = (element: MarkupElement, parent: Styled | null): Styled => {
    const faults: Diagnostic[] = [];
    const tell = (diagnostic: Diagnostic): void => void faults.push(diagnostic);
    const make = (found: readonly Rule[], below: Computed | null): Computed => share(found, below, tell);
    const computed = make(own?.(element) ?? [], parent?.computed ?? null);
    const content = (found: readonly Rule[]): Computed | null => {
      const generated = found.length === 0 ? null : make(found, computed);
      return generated?.content == null ? null : generated;
    };
    const pseudo = { before: content(before?.(element) ?? []), after: content(after?.(element) ?? []) };
    return { computed, ...pseudo, faults, children: new Map() };
  };
  return (element, parent) => {
    const known = parent?.children ?? roots;
    const key = keyOf(element);
    const found = known.get(key);
    if (found !== undefined) return found;
    kinds += 1;
    if (kinds > MOST_KINDS) {
      roots.clear();
      kinds = 0;
    }
    const made = styled(element, parent);
    known.set(key, made);
    return made;
  };
};

type Share = (
  rules: readonly Rule[],
  parent: Computed | null,
  tell: (diagnostic: Diagnostic) => void,
) => Computed;
type Known = { readonly computed: Computed; readonly faults: readonly Diagnostic[] };

/** Resolves rules below a parent once, and gives one object for all results that say the same. */
const sharing = (): Share => {
  const byParent = new WeakMap<object, Map<string, Known>>();
  const one = interning();
  const top = {};
  return (rules, parent, tell) => {
    const known = byParent.get(parent ?? top) ?? new Map<string, Known>();
    byParent.set(parent ?? top, known);
    // Two rules of one rank are two selectors of one list: their block is the same.
    const key = rules.map(({ rank }) => rank).join();
    let found = known.get(key);
    if (found === undefined) {
      const faults: Diagnostic[] = [];
      found = { computed: one(resolve(rules, parent, (diagnostic) => faults.push(diagnostic))), faults };
      known.set(key, found);
    }
    for (const fault of found.faults) tell(fault);
    return found.computed;
  };
};

const interning = (): ((computed: Computed) => Computed) => {
  const styles = new Map<string, Computed['style']>();
  const known = new Map<string, Computed>();
  const variables = new Map<object, number>();
  return (computed) => {
    const style = JSON.stringify(computed.style);
    styles.set(style, styles.get(style) ?? computed.style);
    const number = variables.get(computed.variables) ?? variables.size;
    variables.set(computed.variables, number);
    const { lineHeight, content, counters, rem } = computed;
    const key = JSON.stringify([style, lineHeight, content, counters, rem, number]);
    const found = known.get(key) ?? { ...computed, style: styles.get(style) ?? computed.style };
    known.set(key, found);
    return found;
  };
};
