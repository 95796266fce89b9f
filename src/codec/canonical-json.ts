// Canonical JSON (RFC 8785): one text for one value, so that a digest over it means the value and not its spelling.
// ECMAScript's own number and string forms are the ones RFC 8785 asks for; what is left is the order of keys.
import { Failure } from '../problem.ts';

/** Keys sorted by UTF-16 code units, no white space. Throws a `bug` failure on what JSON cannot hold: undefined, functions, NaN, lone surrogates. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${members(value).join(',')}}`;
  if (!isScalar(value))
    throw new Failure('bug', `Canonical JSON cannot hold ${String(value)}.`, 'Please report this.');
  return JSON.stringify(value);
};

const members = (value: object): readonly string[] =>
  Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);

const isScalar = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.isWellFormed());
