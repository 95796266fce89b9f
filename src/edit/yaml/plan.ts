// From wishes to splices: walks down the file along the wishes, and looks at nothing that no wish speaks of.
import type { Plain } from '../../read/plain.ts';
import { blockChanges } from './block-mapping.ts';
import { flowChanges } from './flow-mapping.ts';
import { isFlow, type Mapping, type Page, type Pair, pairsOf } from './place.ts';
import { replaceValue } from './replace.ts';
import type { Splice } from './splice.ts';
import { pairLines } from './value-form.ts';
import { isLive, type KeysWish, newValue, type Value, type Wish } from './wish.ts';

/** The splices that fulfil the wishes on a file. */
export const plan = (page: Page, root: Mapping, wish: KeysWish): readonly Splice[] => {
  if (root.data !== undefined) return planMapping(page, root, wish, true);
  const at = page.text.length - 1;
  const lines = pairLines(newValue(wish), { key: 0, step: page.step, below: -1 });
  return lines.length === 0 ? [] : [{ start: at, end: at, text: lines.map((line) => `\n${line}`).join('') }];
};

const planMapping = (page: Page, mapping: Mapping, wish: KeysWish, root: boolean): readonly Splice[] => {
  const pairs = pairsOf(page, mapping);
  const flow = isFlow(page, mapping);
  const wishFor = (pair: Pair): Wish | null => wish.keys.get(pair.name) ?? (wish.exact ? GONE : null);
  const gone = new Map(
    pairs.flatMap((pair): readonly (readonly [Pair, string | null])[] => {
      const wished = wishFor(pair);
      return wished?.kind === 'gone' ? [[pair, wished.note]] : [];
    }),
  );
  const added = [...newValue(wish)].filter(([name]) => !mapping.spot.below.has(name));
  const changes = { pairs, gone, added: new Map(added) };
  const inner = pairs.flatMap((pair) => {
    const wished = gone.has(pair) ? null : wishFor(pair);
    return wished === null ? [] : planPair(page, pair, wished, flow);
  });
  return [
    ...inner,
    ...(flow ? flowChanges(page, mapping, changes) : blockChanges(page, mapping, changes, root)),
  ];
};

const GONE: Wish = { kind: 'gone', note: null };

const planPair = (page: Page, pair: Pair, wish: Wish, flow: boolean): readonly Splice[] => {
  if (wish.kind === 'gone' || (!isLive(wish) && pair.spot.below.size === 0)) return [];
  if (wish.kind === 'value')
    return isSame(pair.data, wish.value) ? [] : replaceValue(page, pair, wish.value, flow);
  const mapping = pair.data !== undefined && !pair.spot.leaf && !Array.isArray(pair.data);
  const value = mapping && !wish.exact ? null : newValue(wish);
  if (mapping && pair.spot.below.size > 0 && value?.size !== 0) return planMapping(page, pair, wish, false);
  const filled = value ?? newValue(wish);
  return mapping && pair.spot.below.size === 0 && filled.size === 0
    ? []
    : replaceValue(page, pair, filled, flow);
};

const isSame = (data: Plain, value: Value): boolean => {
  if (typeof value === 'string') return data === value;
  if (!Array.isArray(data) || !Array.isArray(value)) return false;
  return data.length === value.length && data.every((item, index) => item === value[index]);
};
