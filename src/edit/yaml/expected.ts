// What a file has to hold after its edits, and where what it holds differs from that.
import { isMapping, type Plain } from '../../read/plain.ts';
import type { Spot } from '../../read/yaml-tree.ts';
import { isLive, type KeysWish, type Wish } from './wish.ts';

/** The data with the wishes fulfilled. `inBrackets` tells the mappings that become `{}` with their last key from those that become nothing. */
export const expected = (
  data: Plain,
  spot: Spot,
  wish: KeysWish,
  inBrackets: (spot: Spot) => boolean,
): Plain => {
  if (!isMapping(data) && !isLive(wish)) return data;
  const members = new Map<string, Plain>(isMapping(data) && !wish.exact ? Object.entries(data) : []);
  for (const [key, member] of wish.keys) {
    const there = isMapping(data) && Object.hasOwn(data, key) ? data[key] : undefined;
    if (member.kind === 'gone') members.delete(key);
    else if (isLive(member) || members.has(key))
      members.set(key, fulfilled(there, spot.below.get(key), member, inBrackets));
  }
  const emptied = members.size === 0 && !wish.exact && spot.below.size > 0 && !inBrackets(spot);
  return emptied && spot.key !== null ? undefined : Object.fromEntries(members);
};

const NOWHERE: Spot = { leaf: true, key: null, value: { start: 0, end: 0 }, below: new Map() };

const fulfilled = (
  data: Plain,
  spot: Spot | undefined,
  wish: Exclude<Wish, { readonly kind: 'gone' }>,
  inBrackets: (spot: Spot) => boolean,
): Plain => (wish.kind === 'value' ? wish.value : expected(data, spot ?? NOWHERE, wish, inBrackets));

/** The path to the first difference, in any order of keys; null where there is none. */
export const difference = (a: Plain, b: Plain): readonly string[] | null => {
  if (a === b) return null;
  if (Array.isArray(a) && Array.isArray(b)) return inMembers(Object.entries(a), new Map(Object.entries(b)));
  if (!isMapping(a) || !isMapping(b)) return [];
  return inMembers(Object.entries(a), new Map(Object.entries(b)));
};

const inMembers = (
  members: readonly (readonly [string, Plain])[],
  others: ReadonlyMap<string, Plain>,
): readonly string[] | null => {
  for (const [key, member] of members) {
    const below = others.has(key) ? difference(member, others.get(key)) : [];
    if (below !== null) return [key, ...below];
  }
  const known = new Set(members.map(([key]) => key));
  const more = [...others.keys()].find((key) => !known.has(key));
  return more === undefined ? null : [more];
};
