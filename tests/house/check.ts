// All rules of the house over a set of sources, on disk or made up by a test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cycles } from './cycles.ts';
import { layering } from './layering.ts';
import { type Fault, type Module, parseModule, type Source } from './module.ts';
import { shape, wording } from './style.ts';
import { surroundings } from './surroundings.ts';

/** Every file below a folder whose name ends so, by its path from there. */
export const sourcesIn = (folder: string, ending: string): readonly Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ending) && !path.includes('node_modules/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** What was read comes back with the faults, so that a checker which reads nothing cannot look like one which finds nothing. */
export const check = (
  sources: readonly Source[],
): { readonly modules: readonly Module[]; readonly faults: readonly Fault[] } => {
  const modules = sources.map(parseModule);
  return {
    modules,
    faults: [layering, cycles, surroundings, shape, wording].flatMap((rule) => rule(modules)),
  };
};

export const printed = (faults: readonly Fault[]): readonly string[] =>
  faults.map(({ rule, path, line, what }) => `${path}:${line} ${rule}: ${what}`);
