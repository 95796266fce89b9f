// JSON with keys in code unit order, close or laid out: one text for one value. Records of a list mostly have the same keys in the same
// order, so what stands before their values is kept from one to the next: sorting and quoting keys would be half of the work.
import { Failure } from '../problem.ts';

/** What stands at the begin of a line, what each level adds to it, and what stands between key and value. */
export type Spacing = { readonly line: string; readonly indent: string; readonly colon: string };

/** The keys of a record as they came; and in order, each with all that stands before its value. */
type Shape = {
  readonly keys: readonly string[];
  readonly members: readonly { readonly key: string; readonly head: string }[];
};

type Level = { readonly outer: string; readonly inner: string; shape: Shape };

type Writing = { readonly spacing: Spacing; readonly levels: Level[] };

/** Throws a `bug` failure on what JSON cannot hold: undefined, functions, NaN, lone surrogates. */
export const jsonText = (value: unknown, spacing: Spacing): string =>
  textOf({ spacing, levels: [] }, value, 0);

const textOf = (writing: Writing, value: unknown, depth: number): string => {
  if (Array.isArray(value)) return listText(writing, value, depth);
  return isRecord(value) ? recordText(writing, value, depth) : scalarText(value);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const scalarText = (value: unknown): string => {
  if (!isScalar(value))
    throw new Failure('bug', `Canonical JSON cannot hold ${String(value)}.`, 'Please report this.');
  return JSON.stringify(value);
};

const isScalar = (value: unknown): boolean =>
  value === null ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.isWellFormed());

const listText = (writing: Writing, list: readonly unknown[], depth: number): string => {
  if (list.length === 0) return '[]';
  const { outer, inner } = levelAt(writing, depth);
  const between = `,${inner}`;
  let text = `[${inner}`;
  for (let index = 0; index < list.length; index += 1)
    text += (index === 0 ? '' : between) + textOf(writing, list[index], depth + 1);
  return `${text}${outer}]`;
};

const recordText = (writing: Writing, record: Readonly<Record<string, unknown>>, depth: number): string => {
  const level = levelAt(writing, depth);
  const { members } = shapeOf(writing.spacing, level, Object.keys(record));
  if (members.length === 0) return '{}';
  let text = '';
  for (const { key, head } of members) text += head + textOf(writing, record[key], depth + 1);
  return `${text}${level.outer}}`;
};

const NO_SHAPE: Shape = { keys: [], members: [] };

const levelAt = ({ spacing, levels }: Writing, depth: number): Level => {
  const known = levels[depth];
  if (known !== undefined) return known;
  const outer = spacing.line + spacing.indent.repeat(depth);
  const level = { outer, inner: outer + spacing.indent, shape: NO_SHAPE };
  levels[depth] = level;
  return level;
};

/** The last one of the level where it fits. */
const shapeOf = ({ colon }: Spacing, level: Level, keys: readonly string[]): Shape => {
  if (isSame(keys, level.shape.keys)) return level.shape;
  const members = keys.toSorted().map((key, index) => ({
    key,
    head: `${index === 0 ? '{' : ','}${level.inner}${scalarText(key)}${colon}`,
  }));
  level.shape = { keys, members };
  return level.shape;
};

const isSame = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
};
