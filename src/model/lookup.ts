// Looking something up by an id that people chose: `constructor` is a valid id and must not find what every object has.

/** The record's own entry under `key`, or null. */
export const lookup = <T>(record: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(record, key) ? (record[key] ?? null) : null;

/** Entries in the order of their keys' UTF-16 code units, so that no result hangs on how a file was written. */
export const sortedEntries = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(([a], [b]) => byCodeUnits(a, b));

/** Compares by UTF-16 code units; no locale has a say. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each value once, in the order of code units. */
export const sortedUnique = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].sort(byCodeUnits);
