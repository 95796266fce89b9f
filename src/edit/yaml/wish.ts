// Edits in the order given, gathered into one tree of what shall stand where, so that those that meet in one place become one change.
import { Failure } from '../../problem.ts';
import { isMapping, type Plain, printPath } from '../../read/plain.ts';

/** A path of keys from the root: `['duties', 'ibm-code-engine', 'IOM-01-C1', 'status']`. */
export type YamlEdit =
  | {
      /** Puts the value in the place of what is there, or adds it; parents that are missing or empty are made. */
      readonly kind: 'set';
      readonly path: readonly string[];
      readonly value: YamlValue;
    }
  | {
      /** Takes the key away with its value; nothing happens where there is no such key. */
      readonly kind: 'remove';
      readonly path: readonly string[];
      /** A comment that comes to stand in its place; within brackets, on a line of its own above them. One line, without `#`. */
      readonly note?: string;
    };

export type YamlValue = string | readonly string[] | { readonly [key: string]: YamlValue };

/** A value to be written; the keys of a mapping in the order in which they were given. */
export type Value = string | readonly string[] | ReadonlyMap<string, Value>;

/** `exact` says that keys which are not named vanish; else they stay as they are. */
export type KeysWish = {
  readonly kind: 'keys';
  readonly exact: boolean;
  readonly keys: Map<string, Wish>;
};
export type Wish =
  | { readonly kind: 'value'; readonly value: string | readonly string[] }
  | { readonly kind: 'gone'; readonly note: string | null }
  | KeysWish;

/** The wishes of all edits on `data`, what the file holds now. Throws a `bug` failure where a path runs through a text or a list. */
export const wishOf = (data: Plain, edits: readonly YamlEdit[]): KeysWish => {
  const root: KeysWish = { kind: 'keys', exact: false, keys: new Map() };
  if (edits.length > 0 && data !== undefined && !isMapping(data)) throw through([], 0);
  for (const edit of edits) enter(root, data, edit);
  return root;
};

const enter = (root: KeysWish, data: Plain, edit: YamlEdit): void => {
  const last = edit.path.at(-1);
  if (last === undefined)
    throw new Failure('bug', 'An edit of a YAML file names no key.', 'Please report this.');
  let wish = root;
  let here: Here = data;
  for (const [depth, step] of edit.path.slice(0, -1).entries()) {
    const next = descend(wish, step, below(wish, here, step), edit, depth);
    if (next === null) return;
    here = below(wish, here, step);
    wish = next;
  }
  if (edit.kind === 'set') wish.keys.set(last, wishFor(edit.value));
  else if (below(wish, here, last) === MISSING) wish.keys.delete(last);
  else wish.keys.set(last, { kind: 'gone', note: edit.note ?? null });
};

const MISSING = Symbol('no such key');
type Here = Plain | typeof MISSING;

/** What the file has under a key; nothing where an earlier edit has put something of its own above. */
const below = (wish: KeysWish, here: Here, step: string): Here =>
  !wish.exact && here !== MISSING && isMapping(here) && Object.hasOwn(here, step) ? here[step] : MISSING;

const descend = (
  wish: KeysWish,
  step: string,
  there: Here,
  edit: YamlEdit,
  depth: number,
): KeysWish | null => {
  const known = wish.keys.get(step);
  if (known?.kind === 'keys') return known;
  const plain = there === MISSING || known?.kind === 'gone' ? undefined : there;
  if (known?.kind === 'value' || (plain !== undefined && !isMapping(plain))) throw through(edit.path, depth);
  if (edit.kind === 'remove' && plain === undefined) return null;
  // A parent that is made stays, whatever becomes of what it was made for.
  const made = there === MISSING || known?.kind === 'gone';
  const fresh: KeysWish = { kind: 'keys', exact: made, keys: new Map() };
  wish.keys.set(step, fresh);
  return fresh;
};

const through = (path: readonly string[], depth: number): Failure =>
  new Failure(
    'bug',
    path.length === 0
      ? 'A YAML file to be edited holds no mapping.'
      : `The path ${printPath(path)} runs through a text or a list at ${printPath(path.slice(0, depth + 1))}.`,
    'Please report this.',
  );

const wishFor = (value: YamlValue): Wish =>
  isText(value) || isList(value)
    ? { kind: 'value', value }
    : {
        kind: 'keys',
        exact: true,
        keys: new Map(Object.entries(value).map(([key, member]) => [key, wishFor(member)])),
      };

/** True when something stands there afterwards, even if nothing stood there before. */
export const isLive = (wish: Wish): boolean =>
  wish.kind === 'value' || (wish.kind === 'keys' && (wish.exact || [...wish.keys.values()].some(isLive)));

/** The value of a wish where nothing stood before. */
export const newValue = (wish: KeysWish): ReadonlyMap<string, Value> =>
  new Map(
    [...wish.keys].flatMap(([key, member]): readonly (readonly [string, Value])[] => {
      if (member.kind === 'gone' || !isLive(member)) return [];
      return [[key, member.kind === 'value' ? member.value : newValue(member)]];
    }),
  );

export const isText = (value: YamlValue | Value): value is string => typeof value === 'string';
export const isList = (value: YamlValue | Value): value is readonly string[] => Array.isArray(value);
