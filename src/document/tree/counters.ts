// The template's own counters, in document order and with the scopes of CSS Lists 3: a reset is seen by the element's
// descendants, its later siblings and theirs.
import type { CounterStep } from '../style/value.ts';

type Instance = { value: number; readonly depth: number };
type Steps = { readonly reset: readonly CounterStep[]; readonly increment: readonly CounterStep[] };
export type Counters = {
  /** An element begins; what it does to counters is done. */
  readonly enter: (steps: Steps) => void;
  /** The element that began last ends: what its children reset is gone. */
  readonly leave: () => void;
  /** Values from the outermost to the innermost; a counter that nothing has reset or counted stands at 0. */
  readonly valuesOf: (name: string) => readonly number[];
};

export const newCounters = (): Counters => {
  const all = new Map<string, Instance[]>();
  let depth = 0;
  const instancesOf = (name: string): Instance[] => {
    const found = all.get(name) ?? [];
    all.set(name, found);
    return found;
  };
  return {
    enter: ({ reset, increment }) => {
      depth += 1;
      for (const { name, by } of reset) resetTo(instancesOf(name), by, depth);
      for (const { name, by } of increment) incrementBy(instancesOf(name), by, depth);
    },
    leave: () => {
      for (const instances of all.values())
        while ((instances.at(-1)?.depth ?? depth) > depth) instances.pop();
      depth -= 1;
    },
    valuesOf: (name) => {
      const values = (all.get(name) ?? []).map(({ value }) => value);
      return values.length === 0 ? [0] : values;
    },
  };
};

/** Those of elements that are not shown: nothing is counted. */
export const STILL: Counters = { enter: () => undefined, leave: () => undefined, valuesOf: () => [0] };

/** An instance as deep as the element is a sibling's, or its own: the new one takes its place. */
const resetTo = (instances: Instance[], value: number, depth: number): void => {
  if (instances.at(-1)?.depth === depth) instances.pop();
  instances.push({ value, depth });
};

const incrementBy = (instances: Instance[], by: number, depth: number): void => {
  const innermost = instances.at(-1);
  if (innermost === undefined) instances.push({ value: by, depth });
  else innermost.value += by;
};
