// No import outside the table: every specifier is resolved to a module of src/ or to a package, and either must be allowed.
import { posix } from 'node:path';
import type { Fault, Import, Module } from './module.ts';
import { type Layer, layerOf, within } from './table.ts';

/** The path under src/ that a relative specifier means. */
export const resolve = (from: Module, specifier: string): string =>
  posix.join(posix.dirname(from.path), specifier);

export const layering = (modules: readonly Module[]): readonly Fault[] => {
  const known = new Set(modules.map(({ path }) => path));
  return modules.flatMap((module) => {
    const layer = layerOf(module.path);
    if (layer === null)
      return [{ rule: 'layer', path: module.path, line: 1, what: 'belongs to no layer of the table' }];
    return module.imports.flatMap((one) => faultOf(module, layer, one, known));
  });
};

const faultOf = (
  module: Module,
  layer: Layer,
  { specifier, line }: Import,
  known: ReadonlySet<string>,
): readonly Fault[] => {
  const fault = (rule: string, what: string): readonly Fault[] => [{ rule, path: module.path, line, what }];
  if (specifier === null) return fault('import', 'imports what only the running program knows');
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return allowsPackage(layer, name) ? [] : fault('package', `${layer.path} may not use ${name}`);
  }
  const target = resolve(module, specifier);
  if (!known.has(target)) return fault('import', `${specifier} is no module of src/`);
  return allowsModule(layer, target) ? [] : fault('layer', `${layer.path} may not import ${target}`);
};

const allowsModule = (layer: Layer, target: string): boolean =>
  layerOf(target) === layer || layer.imports.some((allowed) => within(target, allowed));

const allowsPackage = (layer: Layer, name: string): boolean =>
  layer.packages.includes(name) || (name.startsWith('node:') && layer.packages.includes('node:*'));

/** `node:fs/promises` is `node:fs`, `@scope/name/part` is `@scope/name`, `yaml/util` is `yaml`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
