// The keys that a schema knows at a path, for "did you mean".
import { z } from 'zod';
import type { Path } from './plain.ts';

/** Sorted by where the schema names them; empty where any key may stand. */
export const keysAt = (schema: z.ZodType, path: Path): readonly string[] => {
  const reached = path.reduce<readonly unknown[]>(
    (types, step) => types.flatMap(variants).flatMap((type) => inside(type, step)),
    [schema],
  );
  return reached
    .flatMap(variants)
    .flatMap((type) => (type instanceof z.ZodObject ? Object.keys(type.shape) : []));
};

/** Looks through optional and defaulted types and into each member of a union. */
const variants = (type: unknown): readonly unknown[] => {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault) return variants(type.unwrap());
  return type instanceof z.ZodUnion ? type.options.flatMap(variants) : [type];
};

const inside = (type: unknown, step: string | number): readonly unknown[] => {
  if (type instanceof z.ZodObject) return Object.hasOwn(type.shape, step) ? [type.shape[step]] : [];
  if (type instanceof z.ZodRecord) return [type.valueType];
  return type instanceof z.ZodArray ? [type.element] : [];
};
