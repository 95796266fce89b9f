// A JSON file of ours, read: parsed under guard, then typed. Machines write these, so problems of type name their path and no line.
import type { z } from 'zod';
import { parseJson } from '../codec/json.ts';
import type { Diagnostic } from '../problem.ts';
import { isMapping, type Plain, quoted } from './plain.ts';
import type { Reading, SourceFile } from './reading.ts';
import { aboutFile } from './source-text.ts';
import { typed } from './typing.ts';

export type JsonFormat<T> = { readonly format: string; readonly schema: z.ZodType<T> };

/** Reads a file of the given format; every diagnostic at once, never a throw. */
export const readJson = <T>(file: SourceFile, format: JsonFormat<T>): Reading<T> => {
  const parsed = parseJson(file.name, file.bytes);
  if (parsed.kind === 'refused') return { value: null, diagnostics: parsed.diagnostics.map(onOneLine) };
  const data = plain(parsed.value);
  const found = isMapping(data) && Object.hasOwn(data, 'format') ? data.format : undefined;
  if (found !== format.format)
    return { value: null, diagnostics: [foreign(file.name, format.format, found)] };
  const { value, problems } = typed(format.schema, data);
  return {
    value,
    diagnostics: problems.map(({ code, sentence, hint }) => aboutFile(file.name, { code, sentence, hint })),
  };
};

/** A token that runs over line ends is underlined up to the first. */
const onOneLine = (one: Diagnostic): Diagnostic => {
  if (one.place === null || one.excerpt === null) return one;
  const room = Math.max(1, one.excerpt.length - one.place.column + 1);
  return { ...one, place: { ...one.place, length: Math.min(one.place.length, room) } };
};

/** What JSON.parse gives is plain data, whatever its declared type says. */
const plain = (value: unknown): Plain => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return scalar ? value : null;
};

const foreign = (file: string, expected: string, found: Plain): Diagnostic =>
  aboutFile(file, {
    code: 'format-unknown',
    sentence:
      found === undefined
        ? 'The file does not say what it is.'
        : `The file says it is ${quoted(found)}, not \`${expected}\`.`,
    hint: `Give the file that has \`"format": "${expected}"\`.`,
  });
