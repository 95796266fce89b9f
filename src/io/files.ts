// Reads files and folders: only regular files, only up to a limit, in an order that is the same everywhere.
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type DiagnosticCode, Failure } from '../problem.ts';
import { ifThere, onDisk } from './disk-trouble.ts';

/** Bytes; larger files than this are read by nobody, but for evidence and packs, which have limits of their own. */
const LARGEST_INPUT = 64 * 1024 * 1024;

/** The bytes of a regular file; null when there is none. Throws `input-invalid` when it is too large or no file, `disk` when it cannot be read. */
export const readWhole = (path: string, largest: number = LARGEST_INPUT): Promise<Uint8Array | null> =>
  withFile(path, async (file, size) => {
    if (size > largest) throw tooLarge(path, size, largest);
    const bytes = new Uint8Array(await file.readFile());
    // The file may have grown since it was measured.
    if (bytes.length > largest) throw tooLarge(path, bytes.length, largest);
    return bytes;
  });

/** Opens a regular file for `use` and closes it; null when there is none. A pipe or a device is refused before a byte is waited for. */
export const withFile = <T>(
  path: string,
  use: (file: FileHandle, size: number) => Promise<T>,
): Promise<T | null> =>
  onDisk('read', path, () =>
    ifThere(async () => {
      const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const about = await file.stat();
        if (!about.isFile()) throw refused(path, 'value-invalid', 'is not a regular file', 'Name a file.');
        return await use(file, about.size);
      } finally {
        await file.close();
      }
    }),
  );

/** `link`: a symbolic link, whatever it points at; `other`: a pipe, a socket or a device. */
export type TreeEntry = { readonly path: string; readonly kind: 'file' | 'link' | 'other' };

/** What lies in a folder and the folders below it, by paths with `/`, in code unit order; null when there is no such folder. Links are not followed. */
export const listTree = (folder: string, most = 20_000): Promise<readonly TreeEntry[] | null> =>
  onDisk('list', folder, () =>
    ifThere(async () => {
      const entries: TreeEntry[] = [];
      await walk(folder, '', entries, most);
      return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    }),
  );

const walk = async (folder: string, prefix: string, into: TreeEntry[], most: number): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) await walk(join(folder, entry.name), `${path}/`, into, most);
    else into.push({ path, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' });
    if (into.length > most)
      throw refused(folder, 'file-too-large', `holds more than ${most} files`, 'Name the right folder.');
  }
};

/** Names in a folder in code unit order; none when there is no such folder. */
export const listNames = async (folder: string): Promise<readonly string[]> =>
  (await onDisk('list', folder, () => ifThere(() => readdir(folder))))?.sort() ?? [];

/**
 * The true path of `name` inside `folder`; null when there is no such file. Throws `input-invalid` when it lies outside, be it by
 * `..`, by an absolute path or by a link.
 */
export const resolveInside = (folder: string, name: string): Promise<string | null> =>
  onDisk('resolve', join(folder, name), () =>
    ifThere(async () => {
      const home = await realpath(folder);
      const joined = join(home, name);
      if (!isInside(home, joined)) throw escapes(folder, name);
      const target = await realpath(joined);
      if (!isInside(home, target)) throw escapes(folder, name);
      return target;
    }),
  );

const isInside = (home: string, path: string): boolean =>
  path.startsWith(home.endsWith(sep) ? home : `${home}${sep}`);

const escapes = (folder: string, name: string): Failure =>
  refused(
    join(folder, name),
    'path-leaves-folder',
    'leads out of the folder it has to lie in',
    'Copy the file into the folder.',
  );

const tooLarge = (path: string, size: number, largest: number): Failure =>
  refused(
    path,
    'file-too-large',
    `has ${size} bytes; at most ${largest} are read`,
    'Check that this is the right file.',
  );

const refused = (path: string, code: DiagnosticCode, why: string, hint: string): Failure => {
  const sentence = `${path} ${why}.`;
  const diagnostic = {
    code,
    severity: 'error',
    file: path,
    place: null,
    excerpt: null,
    sentence,
    hint,
  } as const;
  return new Failure('input-invalid', sentence, hint, { diagnostics: [diagnostic] });
};
