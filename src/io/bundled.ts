// Where the files that come with the program lie, whether it runs from its sources or as published.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../problem.ts';
import { readWhole } from './files.ts';

/** The folder of package.json: the nearest one above this file. */
const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Failure('bug', 'The program does not find its own files.', 'Install it again.');
    folder = above;
  }
  return folder;
};

/** Absolute path of a file or folder of the package: `bundledPath('data', 'models')`. */
export const bundledPath = (...parts: readonly string[]): string => join(packageRoot(), ...parts);

/** The bytes of one of them, which is there or the program is not whole. */
export const readBundled = async (...parts: readonly string[]): Promise<Uint8Array> => {
  const bytes = await readWhole(bundledPath(...parts));
  if (bytes === null)
    throw new Failure('bug', `The bundled file ${parts.join('/')} is missing.`, 'Install the program again.');
  return bytes;
};
