// Whether a pack on disk is still what its manifest says: every member with its size and SHA-256, and nothing beside them.
import { sha256 } from '../../codec/digest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Digest } from '../../model/scalar.ts';
import { ENVELOPE, MANIFEST } from '../../pack/index.ts';
import { readManifest } from '../../read/index.ts';
import type { Witness } from './witness.ts';

/** `none`: no manifest there, so no pack. `damaged`: `why` is a clause with the member's path. */
export type PackThere =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'whole'; readonly manifest: Digest; readonly envelope: Digest | null };

export const packThere = (witness: Witness, folder: string): PackThere => {
  const name = `${folder}/${MANIFEST}`;
  const bytes = witness.bytes(name);
  if (bytes === null) return { kind: 'none' };
  const manifest = bytes === 'unreadable' ? null : readManifest({ name, bytes }).value;
  if (manifest === null || bytes === 'unreadable') return damaged(`${MANIFEST} cannot be read`);
  const trouble = memberTrouble(witness, folder, manifest);
  if (trouble !== null) return damaged(trouble);
  const envelope = witness.measure(`${folder}/${ENVELOPE}`);
  if (envelope === 'unreadable') return damaged(`${ENVELOPE} cannot be read`);
  return { kind: 'whole', manifest: sha256(bytes), envelope: envelope?.sha256 ?? null };
};

const damaged = (why: string): PackThere => ({ kind: 'damaged', why });

const memberTrouble = (witness: Witness, folder: string, { members }: Manifest): string | null => {
  for (const { path, size, sha256: digest } of members) {
    const found = witness.measure(`${folder}/${path}`);
    if (found === null) return `${path} is missing`;
    if (found === 'unreadable') return `${path} cannot be read`;
    if (found.size !== size || found.sha256 !== digest) return `${path} is not the file that was written`;
  }
  const listed = new Set([MANIFEST, ENVELOPE, ...members.map(({ path }) => path)]);
  const there = witness.below(folder);
  if (there === 'unreadable') return 'its folders cannot be listed';
  const foreign = there.find((path) => !listed.has(path));
  return foreign === undefined ? null : `${foreign} is none of its files`;
};
