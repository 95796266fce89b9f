// What is found wrong with a file only after it was read, when it is held against others: shown where it stands all the same.
import type { Diagnostic } from '../problem.ts';
import type { Path } from './plain.ts';
import type { PlacedReading, SourceFile } from './reading.ts';
import { aboutFile, type Trouble } from './source-text.ts';

/** An error at the value that `path` leads to; about the file as a whole where nothing stands there. */
export const errorAtPath = (
  { name }: Pick<SourceFile, 'name'>,
  { placeOf }: Pick<PlacedReading<unknown>, 'placeOf'>,
  path: Path,
  trouble: Trouble,
): Diagnostic => ({ ...aboutFile(name, trouble), ...placeOf(path) });
