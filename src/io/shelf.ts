// The disk as the pipeline's shelf: where an attestation and what it draws in are found.
import { dirname, isAbsolute, join } from 'node:path';
import type { Shelf } from '../pipeline/shelf.ts';
import type { SourceFile } from '../read/reading.ts';
import { bundledPath, readBundled } from './bundled.ts';
import { gatherFacts } from './evidence.ts';
import { listNames, readWhole } from './files.ts';

/** Files are named by the path they were asked for. What comes with the program is read once: it does not change while it runs. */
export const diskShelf = (): Shelf => ({
  read: async (path) => {
    const bytes = await readWhole(path);
    return bytes === null ? null : { name: path, bytes };
  },
  list: listNames,
  beside: (file, name) => (isAbsolute(name) ? name : join(dirname(file), name)),
  facts: (path, files) => gatherFacts(dirname(path), files),
  bundledModels: once(async () => {
    const names = (await listNames(bundledPath('data', 'models'))).filter((name) =>
      name.endsWith('.model.yaml'),
    );
    return Promise.all(names.map((name) => bundledFile('models', name)));
  }),
  bundledPolicy: once(() => bundledFile('policies', 'default.policy.yaml')),
});

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  const kept: { made: Promise<T> | null } = { made: null };
  return () => {
    kept.made ??= make();
    return kept.made;
  };
};

const bundledFile = async (folder: string, name: string): Promise<SourceFile> => ({
  name,
  bytes: await readBundled('data', folder, name),
});
