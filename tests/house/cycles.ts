// No circular imports: a ring of modules has no first one to read, and its order of evaluation is an accident.
import { resolve } from './layering.ts';
import type { Fault, Module } from './module.ts';

export const cycles = (modules: readonly Module[]): readonly Fault[] => {
  const graph = new Map(modules.map((module) => [module.path, targetsOf(module)]));
  const done = new Set<string>();
  const faults: Fault[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      const ring = [...trail.slice(trail.indexOf(path)), path];
      faults.push({ rule: 'cycle', path, line: 1, what: ring.join(' -> ') });
    } else if (!done.has(path)) {
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const { path } of modules) visit(path, []);
  return faults;
};

const targetsOf = (module: Module): readonly string[] =>
  module.imports.flatMap(({ specifier }) => (specifier?.startsWith('.') ? [resolve(module, specifier)] : []));
