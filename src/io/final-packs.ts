// Which final packs lie in a folder of editions: `v1`, `v2` …, each with a manifest that fits, or it is no pack.
import { join } from 'node:path';
import type { FinalPack } from '../pack/edition.ts';
import { MANIFEST } from '../pack/names.ts';
import { Failure } from '../problem.ts';
import { listNames } from './files.ts';
import { isFile, lackOf, manifestIn } from './fitting.ts';
import { tracesOf } from './leftovers.ts';
import { lacksItsEnvelope } from './settle.ts';

/**
 * By version, upwards; `manifest` is the digest of the manifest's bytes. Names and sizes of members are held against the manifest, not
 * their bytes. A pack that a run is putting there, or was when it was killed, is none yet; one that lacks a member for no such reason is
 * damaged: throws `pack-final`.
 */
export const listFinalPacks = async (series: string): Promise<readonly FinalPack[]> => {
  const found: FinalPack[] = [];
  for (const name of await listNames(series)) {
    const version = /^v([1-9]\d{0,5})$/.exec(name)?.[1];
    if (version === undefined || !(await isWhole(join(series, name)))) continue;
    const there = await manifestIn(join(series, name));
    if (there !== null) found.push({ version: Number(version), manifest: there.digest });
  }
  return found.sort((a, b) => a.version - b.version);
};

const isWhole = async (folder: string): Promise<boolean> => {
  if (!(await isFile(join(folder, MANIFEST)))) return false;
  const traces = await tracesOf(folder);
  const lack = await lackOf(folder);
  if (lack === null) return !(await lacksItsEnvelope(folder, traces));
  // A run that has ended between the two looks has put there what was lacking, and taken its traces away.
  if (traces.length === 0 && (await lackOf(folder)) !== null) throw damaged(folder, lack);
  return traces.length === 0;
};

/** `lack` says what is wrong with it, as the rest of a sentence that begins with it. */
export const damaged = (folder: string, lack: string): Failure =>
  new Failure(
    'pack-final',
    `${folder} is damaged and stays as it is: it ${lack}.`,
    'Put a copy of the pack in its place, or move it away to build that version anew.',
  );
