// Takes the members of a pack from a folder or a zip file, within limits.
import { basename, join } from 'node:path';
import { pathTrouble } from '../codec/member-path.ts';
import { readZip, ZIP_LIMITS, type ZipLimits } from '../codec/zip.ts';
import type { Members } from '../pack/member.ts';
import { MANIFEST } from '../pack/names.ts';
import { Failure } from '../problem.ts';
import { listTree, readWhole, type TreeEntry } from './files.ts';

/** What there is to verify: a whole pack, or a report that comes alone. */
export type PackSource =
  | { readonly kind: 'pack'; readonly members: Members }
  | { readonly kind: 'pdf'; readonly name: string; readonly bytes: Uint8Array };

/**
 * A folder or zip with its members by path, or a PDF. A zip may hold the pack at its top or inside one folder, as tools make them.
 * Throws `input-missing` when there is nothing, `pack-unreadable` when it is refused, `disk` when it cannot be read.
 */
export const readPack = async (path: string, limits: ZipLimits = ZIP_LIMITS): Promise<PackSource> => {
  const tree = await listTree(path, limits.entries);
  if (tree !== null) return { kind: 'pack', members: await readFolder(path, tree, limits) };
  const bytes = await readWhole(path, limits.totalSize);
  if (bytes === null) throw new Failure('input-missing', `There is no pack ${path}.`, 'Check the path.');
  const name = basename(path);
  if (beginsAsPdf(bytes)) return { kind: 'pdf', name, bytes };
  return { kind: 'pack', members: unwrap(readZip(bytes, limits, name)) };
};

const beginsAsPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

const readFolder = async (
  folder: string,
  tree: readonly TreeEntry[],
  limits: ZipLimits,
): Promise<Members> => {
  const members = new Map<string, Uint8Array>();
  let total = 0;
  for (const { path, kind } of tree) {
    const trouble = kind === 'file' ? pathTrouble(path) : 'is a link or a device, not a file';
    if (trouble !== null) throw refused(folder, `${JSON.stringify(path)} ${trouble}`);
    const bytes = await readWhole(join(folder, path), limits.entrySize);
    if (bytes === null) throw refused(folder, `${path} vanished while the pack was being read`);
    total += bytes.length;
    if (total > limits.totalSize) throw refused(folder, `it holds more than ${limits.totalSize} bytes`);
    members.set(path, bytes);
  }
  return members;
};

const refused = (path: string, why: string): Failure =>
  new Failure('pack-unreadable', `${path} was not read: ${why}.`, 'Ask for the pack again.');

/** Where everything lies in one folder with a manifest at its top, that folder is the pack. */
const unwrap = (entries: Members): Members => {
  const tops = new Set([...entries.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)));
  const [top = ''] = tops;
  if (tops.size !== 1 || top === '' || !entries.has(`${top}${MANIFEST}`)) return entries;
  return new Map([...entries].map(([path, bytes]) => [path.slice(top.length), bytes]));
};
