// Writes a pack's folder whole or not at all. The manifest is written last, so that a folder with a fitting one is a whole pack
// even where the folder itself cannot be put in place in one step.
import { dirname, join } from 'node:path';
import { sha256 } from '../codec/digest.ts';
import { pathTrouble } from '../codec/member-path.ts';
import type { Member } from '../pack/member.ts';
import { MANIFEST } from '../pack/names.ts';
import { Failure } from '../problem.ts';
import { clearTheWay } from './clear-the-way.ts';
import { DISK, type Disk, type Placing } from './disk.ts';
import { onDisk } from './disk-trouble.ts';
import { damaged } from './final-packs.ts';
import { lackOf, manifestIn } from './fitting.ts';
import { withTemporary } from './leftovers.ts';
import { makeFolder } from './make-folder.ts';
import { type Moved, moveDraft, moveFinal } from './move-pack.ts';
import { putPack } from './put-pack.ts';

/** `rename` is `atomic` unless said otherwise. */
export type PackPlacing = { readonly final: boolean; readonly rename?: Placing };

/** `there`: this very pack, byte for byte of its manifest, was there already or another run put it there meanwhile. */
export type Written = 'written' | 'there';

/**
 * Writes members, the manifest among them, into the folder `target`. A draft takes the place of an older draft; a folder that already
 * holds a final pack is never replaced. Throws `pack-final` when that is another pack or one that is damaged, `output-exists` for a folder
 * that holds something else, or `disk`; then what was there before is there still, but for a draft that was being replaced in place.
 */
export const writePack = (
  target: string,
  members: readonly Member[],
  { final, rename = 'atomic' }: PackPlacing,
  disk: Disk = DISK,
): Promise<Written> =>
  onDisk('write', target, async () => {
    checkMembers(members);
    await makeFolder(dirname(target), disk);
    await clearTheWay(target, final, disk);
    if (final && (await manifestIn(target)) !== null) return whatIsThere(target, members);
    const moved = rename === 'none' ? 'refused' : await writeBeside(target, members, final, disk);
    const placed = moved === 'refused' ? await putPack(target, members, final, disk) : moved;
    if (placed === 'taken') return whatIsThere(target, members);
    await disk.sync(dirname(target));
    return 'written';
  });

const checkMembers = (members: readonly Member[]): void => {
  for (const { path } of members) {
    const trouble = pathTrouble(path);
    if (trouble !== null)
      throw new Failure('bug', `The member ${JSON.stringify(path)} ${trouble}.`, 'Please report this.');
  }
  if (!members.some(({ path }) => path === MANIFEST)) {
    throw new Failure('bug', 'A pack without a manifest was to be written.', 'Please report this.');
  }
};

const writeBeside = (
  target: string,
  members: readonly Member[],
  final: boolean,
  disk: Disk,
): Promise<Moved> =>
  withTemporary(target, disk, async (beside) => {
    await writeMembers(beside, members, disk);
    return final ? moveFinal(beside, target, disk) : moveDraft(beside, target, disk);
  });

const writeMembers = async (folder: string, members: readonly Member[], disk: Disk): Promise<void> => {
  await disk.makeFolder(folder);
  const folders = new Set(members.map(({ path }) => dirname(join(folder, path))));
  for (const one of folders) await makeFolder(one, disk);
  const write = ({ path, bytes }: Member): Promise<void> => disk.writeNew(join(folder, path), bytes);
  await Promise.all(members.filter(({ path }) => path !== MANIFEST).map(write));
  for (const one of folders) await disk.sync(one);
  for (const member of members.filter(({ path }) => path === MANIFEST)) await write(member);
  await disk.sync(folder);
};

/** A final pack is in the place: this one, when another run was at the same work, or one that stays. */
const whatIsThere = async (target: string, members: readonly Member[]): Promise<Written> => {
  const lack = await lackOf(target);
  if (lack !== null) throw damaged(target, lack);
  const ours = members.find(({ path }) => path === MANIFEST)?.bytes ?? new Uint8Array();
  if ((await manifestIn(target))?.digest === sha256(ours)) return 'there';
  throw new Failure(
    'pack-final',
    `${target} is final and is never overwritten.`,
    'Use --amend "REASON" to make the next version.',
  );
};
