// What a finished pass tells the next one: on which page everything stands that the text speaks of.

import type { Knowledge } from '../lines/dynamic.ts';
import type { Page } from './pages.ts';

export function learn(pages: readonly Page[]): Knowledge {
  const targets = new Map<string, number>();
  const uses = new Map<number, number>();
  for (const [index, page] of pages.entries()) {
    for (const { anchor } of page.anchors) {
      if (anchor.id !== null && !targets.has(anchor.id)) targets.set(anchor.id, index + 1);
      if (anchor.use !== null) uses.set(anchor.use.number, index + 1);
    }
  }
  return { pages: pages.length, targets, uses, strings: stringsByPage(pages), reserve: false };
}

/** CSS Generated Content for Paged Media, 1.1.2: the first value set on the page, else the last one before it. */
function stringsByPage(pages: readonly Page[]): readonly ReadonlyMap<string, string>[] {
  const running = new Map<string, string>();
  return pages.map((page) => {
    const set = page.anchors.flatMap(({ anchor }) => anchor.strings);
    const values = new Map(running);
    for (const { name, value } of [...set].reverse()) values.set(name, value);
    for (const { name, value } of set) running.set(name, value);
    return values;
  });
}

/** Whether another pass with `after` would print the same as the one made with `before`. */
export function isSettled(before: Knowledge, after: Knowledge): boolean {
  if (after.uses.size === 0) return true;
  return (
    before.pages === after.pages &&
    sameMap(before.targets, after.targets) &&
    sameMap(before.uses, after.uses) &&
    sameStrings(before, after)
  );
}

function sameStrings(before: Knowledge, after: Knowledge): boolean {
  return after.strings.every((values, index) => sameMap(before.strings[index] ?? new Map(), values));
}

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
