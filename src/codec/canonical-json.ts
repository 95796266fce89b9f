// Canonical JSON (RFC 8785): one text for one value, so that a digest over it means the value and not its spelling.
// ECMAScript's own number and string forms are the ones RFC 8785 asks for; what is left is the order of keys.
import { jsonText } from './json-text.ts';

/** Keys sorted by UTF-16 code units, no white space. Throws a `bug` failure on what JSON cannot hold: undefined, functions, NaN, lone surrogates. */
export const canonicalJson = (value: unknown): string =>
  jsonText(value, { line: '', indent: '', colon: ':' });
