// A YAML file of ours, read: text, tree, format line, types, then what only this kind of file has to have.
import type { z } from 'zod';
import type { Diagnostic } from '../problem.ts';
import { type Path, type Plain, quoted, valueAt } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import {
  diagnosticAt,
  excerptAt,
  inOrder,
  isSourceText,
  placeAt,
  type SourceText,
  type Span,
  sourceText,
  type Trouble,
} from './source-text.ts';
import { onePerPath, type Problem, typed } from './typing.ts';
import { type Spot, yamlTree } from './yaml-tree.ts';

/** `check` looks at the untyped data, so that its problems come together with those of the types. */
export type YamlFormat<T> = {
  readonly format: string;
  readonly schema: z.ZodType<T>;
  readonly check?: (data: Plain) => readonly Problem[];
};

/** Written by people: 8 MB is some hundred thousand lines, and parsing needs a hundred times that in memory. */
const MEGABYTES = 8;

/** Reads a file of the given format; every diagnostic of the file at once, never a throw. */
export const readYaml = <T>(file: SourceFile, format: YamlFormat<T>): PlacedReading<T> => {
  const source = sourceText(file, MEGABYTES);
  if (!isSourceText(source)) return { value: null, diagnostics: [source], placeOf: () => null };
  const tree = yamlTree(source);
  const { value, problems } = tree.broken ? { value: null, problems: [] } : judge(format, tree.data);
  const told = problems.map((problem) =>
    diagnosticAt(source, spanFor(tree.root, problem), problemTrouble(problem)),
  );
  const diagnostics = inOrder([...tree.diagnostics, ...unlessRefused(told, tree.diagnostics)]);
  return {
    value: diagnostics.length === 0 ? value : null,
    diagnostics,
    placeOf: placesIn(source, tree.root),
  };
};

/** What the tree has refused is not told again as missing or wrong. */
const unlessRefused = (
  told: readonly Diagnostic[],
  refused: readonly Diagnostic[],
): readonly Diagnostic[] => {
  const key = ({ place }: Diagnostic): string => `${place?.line}:${place?.column}`;
  const taken = new Set(refused.map(key));
  return told.filter((one) => !taken.has(key(one)));
};

const judge = <T>(
  format: YamlFormat<T>,
  data: Plain,
): { readonly value: T | null; readonly problems: readonly Problem[] } => {
  const foreign = foreignFormat(format.format, valueAt(data, ['format']));
  if (foreign !== null) return { value: null, problems: [foreign] };
  const { value, problems } = typed(format.schema, data);
  return { value, problems: onePerPath([...problems, ...(format.check?.(data) ?? [])]) };
};

const foreignFormat = (expected: string, found: Plain): Problem | null => {
  if (found === expected) return null;
  const sentence =
    found === undefined
      ? 'The file does not say what it is.'
      : `The file says it is ${quoted(found)}, not \`${expected}\`.`;
  const hint =
    found === undefined
      ? `Begin it with \`format: ${expected}\`.`
      : `Give the file that begins with \`format: ${expected}\`.`;
  return { code: 'format-unknown', path: ['format'], at: 'value', sentence, hint };
};

const problemTrouble = ({ code, sentence, hint }: Problem): Trouble => ({ code, sentence, hint });

/** The nearest spot that exists: what is missing is shown at what should hold it. */
const spanFor = (root: Spot, { path, at, code }: Problem): Span | null => {
  const { spot, whole } = reach(root, path);
  if (spot === root)
    return root.value.end > root.value.start ? { start: root.value.start, end: root.value.start + 1 } : null;
  return spot.key !== null && (at === 'key' || !whole || code === 'key-missing') ? spot.key : spot.value;
};

const reach = (root: Spot, path: Path): { readonly spot: Spot; readonly whole: boolean } => {
  let spot = root;
  for (const step of path) {
    const next = spot.below.get(step);
    if (next === undefined) return { spot, whole: false };
    spot = next;
  }
  return { spot, whole: true };
};

/** A value's own place when it is a text, its key's when more hangs below it. */
const placesIn =
  (source: SourceText, root: Spot): PlacedReading<unknown>['placeOf'] =>
  (path) => {
    const { spot, whole } = reach(root, path);
    if (!whole) return null;
    const place = placeAt(source, !spot.leaf && spot.key !== null ? spot.key : spot.value);
    return { place, excerpt: excerptAt(source, place) };
  };
