// Which rules apply to an element: looked for only under what each rule's subject needs most.
import type { MarkupElement } from '../parse/tree.ts';
import { matches } from './selector.ts';
import type { Rule } from './theme.ts';

/** The rules that apply to an element, the least first. */
export type Matching = (element: MarkupElement) => readonly Rule[];

/** An id, else a class, else a type. */
const keyOf = (rule: Rule): string => {
  const subject = rule.selector.compounds[0];
  const [name] = subject?.classes ?? [];
  if (subject?.id != null) return `#${subject.id}`;
  return name !== undefined ? `.${name}` : (subject?.tag ?? '*');
};

export const matchRules = (rules: readonly Rule[]): Matching => {
  const buckets = new Map<string, Rule[]>();
  for (const rule of rules) buckets.set(keyOf(rule), [...(buckets.get(keyOf(rule)) ?? []), rule]);
  return (element) =>
    bucketsFor(element)
      .flatMap((key) => buckets.get(key) ?? [])
      .filter((rule) => matches(rule.selector, element))
      .sort((a, b) => a.rank - b.rank);
};

const bucketsFor = (element: MarkupElement): readonly string[] => {
  const id = element.attributes.get('id')?.value;
  const keys = [element.tag, '*', ...element.classes.map((name) => `.${name}`)];
  return [...new Set(id === undefined ? keys : [...keys, `#${id}`])];
};
