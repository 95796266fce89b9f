// A shelf without a disk: files as text by path, the bundled ones among them.
import { posix } from 'node:path';
import { sha256 } from '../../src/codec/digest.ts';
import type { Facts } from '../../src/model/facts.ts';
import type { Shelf } from '../../src/pipeline/shelf.ts';
import type { SourceFile } from '../../src/read/reading.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bundled models are the files whose path begins with `bundled/`; the bundled policy is `bundled/default.policy.yaml`. */
export const memoryShelf = (files: Readonly<Record<string, string>>): Shelf => {
  const beside = (file: string, name: string): string => posix.join(posix.dirname(file), name);
  const source = (path: string): SourceFile | null => {
    const text = files[path];
    return text === undefined ? null : { name: path, bytes: bytesOf(text) };
  };
  const list = (folder: string): string[] =>
    Object.keys(files)
      .filter((path) => posix.dirname(path) === folder)
      .map((path) => posix.basename(path))
      .sort();
  const factOf = (text: string | undefined): Facts['evidence'][string] =>
    text === undefined
      ? { present: false }
      : { present: true, size: bytesOf(text).length, sha256: sha256(text) };
  const need = (path: string): SourceFile => {
    const file = source(path);
    if (file === null) throw new Error(`the test has no ${path}`);
    return file;
  };
  return {
    read: async (path) => source(path),
    list: async (folder) => list(folder),
    beside,
    facts: async (path, named) => ({
      format: 'countersign/facts@1',
      evidence: Object.fromEntries(
        Object.entries(named).map(([id, file]) => [id, factOf(files[beside(path, file)])]),
      ),
    }),
    bundledModels: async () =>
      list('bundled')
        .filter((name) => name.endsWith('.model.yaml'))
        .map((name) => need(`bundled/${name}`)),
    bundledPolicy: async () => need('bundled/default.policy.yaml'),
  };
};
