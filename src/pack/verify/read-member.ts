// Reads a JSON member under guard and types it; the trouble comes back as one sentence.
import type { z } from 'zod';
import { parseJson } from '../../codec/json.ts';

export type ReadMember<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'unreadable'; readonly sentence: string };

/** `path` is for the sentence only. */
export const readMember = <T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>): ReadMember<T> => {
  const parsed = parseJson(path, bytes);
  if (parsed.kind === 'refused') {
    const [first] = parsed.diagnostics;
    const line = first?.place == null ? '' : ` (line ${first.place.line}, column ${first.place.column})`;
    return {
      kind: 'unreadable',
      sentence: `${path} cannot be read: ${first?.code}. ${first?.sentence}${line}`,
    };
  }
  const typed = schema.safeParse(parsed.value);
  if (typed.success) return { kind: 'value', value: typed.data };
  const [issue] = typed.error.issues;
  const where = (issue?.path ?? []).map(String).join(' › ') || 'the top';
  return {
    kind: 'unreadable',
    sentence: `${path} has not the shape of its format, at ${where}: ${issue?.message}.`,
  };
};
