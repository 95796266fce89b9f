// Writing directions, by UAX #9: levels of a paragraph's text, and the order in which a line's pieces stand.

import bidiFactory from 'bidi-js';
import type { Style } from '../../../model/document.ts';

const bidi = bidiFactory();

/** Letters and numbers written from right to left, and controls that turn what follows; nothing else needs levels. */
const TURNS = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Embedding level of each character; null when all of the text runs from left to right. */
export function levelsOf(text: string, direction: Style['direction']): Uint8Array | null {
  if (direction === 'ltr' && !TURNS.test(text)) return null;
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/** What is drawn for a character that runs from right to left: a bracket turned round. Null for most. */
export const mirrored = (character: string): string | null => bidi.getMirroredCharacter(character);

/** Level of the paragraph itself. */
export const baseLevel = (direction: Style['direction']): number => (direction === 'rtl' ? 1 : 0);

/** Rule L2: indices of the items from left to right, given the level of each in reading order. */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const highest = Math.max(0, ...levels);
  for (let level = highest; level >= 1; level -= 1) reverseFrom(order, levels, level);
  return order;
}

function reverseFrom(order: number[], levels: readonly number[], level: number): void {
  const at = (index: number) => levels[order[index] ?? -1] ?? -1;
  for (let start = 0; start < order.length; start += 1) {
    if (at(start) < level) continue;
    let end = start;
    while (end + 1 < order.length && at(end + 1) >= level) end += 1;
    order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse());
    start = end;
  }
}
