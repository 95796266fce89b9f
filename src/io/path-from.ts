// Paths as files name one another.
import { dirname, relative, sep } from 'node:path';

/** The path of `target` as a file at `file` would name it, with `/`. */
export const pathFrom = (file: string, target: string): string =>
  relative(dirname(file), target).split(sep).join('/');
