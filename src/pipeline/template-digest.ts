// One digest for a whole template, so that a report can say what it was rendered with.
import { canonicalJson } from '../codec/canonical-json.ts';
import { sha256 } from '../codec/digest.ts';
import type { TemplateFiles } from '../document/files.ts';
import type { Digest } from '../model/scalar.ts';

/** Fonts are megabytes: many packs are drawn with the files that were read once. */
const known = new WeakMap<TemplateFiles['files'], Digest>();

/** SHA-256 over the canonical JSON of every file's digest by its path. */
export const templateDigest = ({ files }: Pick<TemplateFiles, 'files'>): Digest => {
  const digest = known.get(files) ?? digestOf(files);
  known.set(files, digest);
  return digest;
};

const digestOf = (files: TemplateFiles['files']): Digest =>
  sha256(
    canonicalJson(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, sha256(bytes)]))),
  );
