// Writes a pack straight into its place, where folders cannot be renamed: without a manifest while anything is missing, the manifest last.
import { dirname, join } from 'node:path';
import type { Member } from '../pack/member.ts';
import { ENVELOPE, MANIFEST } from '../pack/names.ts';
import { Failure } from '../problem.ts';
import { underClaim } from './claim.ts';
import type { Disk } from './disk.ts';
import { onDiskInPlace } from './disk-trouble.ts';
import { listTree } from './files.ts';
import { fits, lackOf } from './fitting.ts';
import { makeFolder } from './make-folder.ts';
import { clearUnfitting } from './settle.ts';

/** `taken`: a final pack stands there already. What fails in the middle leaves nothing there: an older draft too is gone by then. */
export const putPack = (
  target: string,
  members: readonly Member[],
  final: boolean,
  disk: Disk,
): Promise<'placed' | 'taken'> =>
  underClaim(target, disk, async () => {
    if (final && (await lackOf(target)) === null) return 'taken';
    const [put] = await Promise.allSettled([onDiskInPlace(target, () => putMembers(target, members, disk))]);
    if (put.status === 'fulfilled') return 'placed';
    // What cannot be cleared now stays under the claim, and the next run clears it.
    if (!(await fits(target))) await Promise.allSettled([clearUnfitting(target, disk)]);
    throw put.reason;
  });

const putMembers = async (target: string, members: readonly Member[], disk: Disk): Promise<void> => {
  await makeFolder(target, disk);
  for (const mark of [MANIFEST, ENVELOPE]) await disk.remove(join(target, mark));
  await disk.sync(target);
  await removeOthers(target, members, disk);
  const folders = new Set(members.map(({ path }) => dirname(join(target, path))));
  for (const folder of folders) await makeFolder(folder, disk);
  const write = ({ path, bytes }: Member): Promise<void> => disk.writeOver(join(target, path), bytes);
  await Promise.all(members.filter(({ path }) => path !== MANIFEST).map(write));
  for (const folder of folders) await disk.sync(folder);
  for (const member of members.filter(({ path }) => path === MANIFEST)) await write(member);
  await disk.sync(target);
  if (!(await fits(target))) throw changed(target);
};

/** What the new pack does not have, and whatever is no file: a link would be written through. */
const removeOthers = async (target: string, members: readonly Member[], disk: Disk): Promise<void> => {
  const kept = new Set(members.map(({ path }) => path));
  const folders = new Set(members.flatMap(({ path }) => foldersOf(path)));
  for (const { path, kind } of (await listTree(target)) ?? []) {
    if (kind === 'file' && kept.has(path)) continue;
    const highest = [...foldersOf(path), path].find((one) => !folders.has(one)) ?? path;
    await disk.remove(join(target, kind === 'file' ? highest : path));
  }
};

/** `a/b/c` lies in `a` and `a/b`. */
const foldersOf = (path: string): readonly string[] =>
  path.split('/').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('/')]));

const changed = (target: string): Failure =>
  new Failure(
    'disk',
    `${target} does not hold what was just written there.`,
    'Check that nothing else writes there and that the disk is sound, and run again.',
  );
