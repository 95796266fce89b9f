// The disk as the pipeline's shelf: where an attestation and what it draws in are found.
import { dirname, isAbsolute, join } from 'node:path';
import type { Shelf } from '../pipeline/shelf.ts';
import { Failure } from '../problem.ts';
import { bundledPath } from './bundled.ts';
import { gatherFacts } from './evidence.ts';
import { listNames, readWhole } from './files.ts';

type SourceFile = NonNullable<Awaited<ReturnType<Shelf['read']>>>;

/** Files are named by the path they were asked for. */
export const diskShelf = (): Shelf => ({
  read: async (path) => {
    const bytes = await readWhole(path);
    return bytes === null ? null : { name: path, bytes };
  },
  list: listNames,
  beside: (file, name) => (isAbsolute(name) ? name : join(dirname(file), name)),
  facts: (path, files) => gatherFacts(dirname(path), files),
  bundledModels: async () => {
    const names = (await listNames(bundledPath('data', 'models'))).filter((name) =>
      name.endsWith('.model.yaml'),
    );
    return Promise.all(names.map((name) => readBundled('models', name)));
  },
  bundledPolicy: () => readBundled('policies', 'default.policy.yaml'),
});

const readBundled = async (folder: string, name: string): Promise<SourceFile> => {
  const bytes = await readWhole(bundledPath('data', folder, name));
  if (bytes === null)
    throw new Failure('bug', `The bundled file ${folder}/${name} is missing.`, 'Install the program again.');
  return { name, bytes };
};
