// What a template sees of data: own properties of plain JSON, nothing inherited, nothing callable.

/** How a value is called in a message. */
export const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a record';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'true or false';
  return 'nothing';
};

/** The names that can be looked up in a value. */
export const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];

/** An own property, an index of a list, or a list's `length`; undefined when there is none. */
export const ownValue = (value: unknown, name: string): unknown => {
  if (Array.isArray(value))
    return name === 'length' ? value.length : /^(0|[1-9]\d*)$/.test(name) ? value[Number(name)] : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
};

/** What `if`, `unless`, `and`, `or` and `not` take for false: null, false, 0, the empty text and the empty list. */
export const isFalse = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  value === 0 ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);
