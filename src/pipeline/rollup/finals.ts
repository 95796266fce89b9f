// Which final roll-ups lie in a folder of editions, and of which period the draft there is.
import { sha256 } from '../../codec/digest.ts';
import type { RollupManifest } from '../../model/rollup-manifest.ts';
import type { Digest } from '../../model/scalar.ts';
import { ENVELOPE, type FinalPack, MANIFEST } from '../../pack/index.ts';
import { readRollupManifest } from '../../read/index.ts';
import { mustRead } from '../must-read.ts';
import type { PackShelf } from './pack-shelf.ts';

export type FinalRollup = FinalPack & {
  readonly rollupId: Digest;
  readonly period: string;
  readonly sealed: boolean;
};

/** By version, upwards. Throws `input-invalid` where the folder holds something else under such a name. */
export const finalRollups = async (shelf: PackShelf, folder: string): Promise<readonly FinalRollup[]> => {
  const found: FinalRollup[] = [];
  for (const name of await shelf.folders(folder)) {
    const version = /^v([1-9]\d{0,5})$/.exec(name)?.[1];
    const place = shelf.at(folder, name);
    const read = version === undefined ? null : await manifestAt(shelf, place);
    if (read === null) continue;
    const sealed = (await shelf.size(shelf.at(place, ENVELOPE))) !== null;
    const { 'rollup-id': rollupId, period } = read.manifest;
    found.push({ version: Number(version), manifest: read.digest, rollupId, period, sealed });
  }
  return found.sort((a, b) => a.version - b.version);
};

/** Null when there is no draft. */
export const draftRollupPeriod = async (shelf: PackShelf, folder: string): Promise<string | null> =>
  (await manifestAt(shelf, shelf.at(folder, 'draft')))?.manifest.period ?? null;

const manifestAt = async (
  shelf: PackShelf,
  place: string,
): Promise<{ readonly manifest: RollupManifest; readonly digest: Digest } | null> => {
  const name = shelf.at(place, MANIFEST);
  const bytes = await shelf.read(name);
  if (bytes === null) return null;
  return { manifest: mustRead(readRollupManifest({ name, bytes })), digest: sha256(bytes) };
};
