// A loop repeats its mistake once a round: the same diagnostic at the same place is told once.
import type { Diagnostic } from '../problem.ts';

/** More than anybody mends in one go. */
const MOST = 200;

/** Adds a diagnostic to `diagnostics` unless it is there already. */
export const once = (diagnostics: Diagnostic[]): ((diagnostic: Diagnostic) => void) => {
  const told = new Set<string>();
  return (diagnostic) => {
    const { file, place, code, sentence } = diagnostic;
    const key = [file, place?.line, place?.column, code, sentence].join('\n');
    if (!told.has(key) && diagnostics.length < MOST) diagnostics.push(diagnostic);
    told.add(key);
  };
};
