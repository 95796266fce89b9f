// From a reading to its value, or to the one failure that tells all that is wrong.
import { type Diagnostic, Failure } from '../problem.ts';
import type { Reading } from '../read/reading.ts';

/** The failure for files that cannot be used. */
export const invalid = (diagnostics: readonly Diagnostic[]): Failure => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const files = [...new Set(errors.map(({ file }) => file))];
  return new Failure(
    'input-invalid',
    `${errors.length === 1 ? 'One mistake' : `${errors.length} mistakes`} in ${files.join(', ')}.`,
    'Correct what is marked above; nothing was written.',
    { diagnostics },
  );
};

/** The value of a reading; throws `input-invalid` when there is none. */
export const mustRead = <T>(reading: Reading<T>): T => {
  if (reading.value === null) throw invalid(reading.diagnostics);
  return reading.value;
};
