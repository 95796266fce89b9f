// Which final packs lie in a folder of editions: `v1`, `v2` …, each with a manifest, or it is no pack.
import { join } from 'node:path';
import { sha256 } from '../codec/digest.ts';
import type { FinalPack } from '../pack/edition.ts';
import { MANIFEST } from '../pack/names.ts';
import { listNames, readWhole } from './files.ts';

/** By version, upwards; `manifest` is the digest of the manifest's bytes. */
export const listFinalPacks = async (series: string): Promise<readonly FinalPack[]> => {
  const found: FinalPack[] = [];
  for (const name of await listNames(series)) {
    const version = /^v([1-9]\d{0,5})$/.exec(name)?.[1];
    const bytes = version === undefined ? null : await readWhole(join(series, name, MANIFEST));
    if (bytes !== null) found.push({ version: Number(version), manifest: sha256(bytes) });
  }
  return found.sort((a, b) => a.version - b.version);
};
