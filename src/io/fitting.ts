// Does a folder's manifest fit what lies there? It is the commit mark: a folder without a fitting one is no pack.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../codec/digest.ts';
import { parseJson } from '../codec/json.ts';
import { pathTrouble } from '../codec/member-path.ts';
import { type Manifest, manifest } from '../model/manifest.ts';
import { rollupManifest } from '../model/rollup-manifest.ts';
import type { Digest } from '../model/scalar.ts';
import { ENVELOPE, MANIFEST } from '../pack/names.ts';
import { ifThere } from './disk-trouble.ts';
import { listTree, readWhole } from './files.ts';

/** A manifest on disk, of a pack or of a roll-up; `digest` is of its bytes as they stand. */
type ManifestThere = { readonly manifest: Pick<Manifest, 'period' | 'members'>; readonly digest: Digest };

const schema = manifest.or(rollupManifest);

/** The manifest of a pack's folder; null where there is none, or one that was torn while it was written or copied: there is no pack then. */
export const manifestIn = async (folder: string): Promise<ManifestThere | null> => {
  const name = join(folder, MANIFEST);
  const bytes = await readWhole(name);
  if (bytes === null) return null;
  const json = parseJson(name, bytes);
  const parsed = schema.safeParse(json.kind === 'value' ? json.value : null);
  return parsed.success ? { manifest: parsed.data, digest: sha256(bytes) } : null;
};

/** Why the folder is no whole pack, as far as names and sizes tell, as the rest of a sentence that begins with it; null when they tell nothing. Reads only the manifest. */
export const lackOf = async (folder: string): Promise<string | null> => {
  const there = await manifestIn(folder);
  if (there === null) return 'has no manifest.json that can be read';
  for (const { path, size } of there.manifest.members) {
    if (pathTrouble(path) !== null) return 'has a manifest that lists a path outside it';
    const about = await ifThere(() => stat(join(folder, path)));
    if (about === null) return `lacks ${path}, which its manifest lists`;
    if (about.size !== size) return `has ${path} with ${about.size} bytes, where its manifest lists ${size}`;
  }
  return null;
};

/** True when the manifest lists what lies there, all of it and nothing else, by size and digest. Reads everything. */
export const fits = async (folder: string): Promise<boolean> => {
  if ((await lackOf(folder)) !== null) return false;
  const listed = (await manifestIn(folder))?.manifest.members ?? [];
  const paths = new Set([MANIFEST, ENVELOPE, ...listed.map(({ path }) => path)]);
  if (!((await listTree(folder)) ?? []).every(({ path }) => paths.has(path))) return false;
  for (const member of listed) {
    const bytes = await readWhole(join(folder, member.path), member.size);
    if (bytes === null || sha256(bytes) !== member.sha256) return false;
  }
  return true;
};

export const isFile = async (path: string): Promise<boolean> =>
  (await ifThere(() => stat(path)))?.isFile() ?? false;
