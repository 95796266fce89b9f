// What a process remembers from one document to the next, and no more of it than there is room for.

export type Memory<Value> = {
  readonly get: (text: string) => Value | undefined;
  /** Remembers a value, and gives it back. */
  readonly keep: (text: string, value: Value) => Value;
};

/**
 * A memory of two generations with room for `most` values each. When the young one is full it becomes the old one, and that is
 * dropped: what is asked for again moves over, while what came once is gone after a while.
 */
export function newMemory<Value>(most: number): Memory<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const keep = (text: string, value: Value): Value => {
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
  const get = (text: string): Value | undefined => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const before = old.get(text);
    return before === undefined ? undefined : keep(text, before);
  };
  return { get, keep };
}
