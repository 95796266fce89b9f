// Draft or final, and which version: a final pack is never replaced, only superseded by one that names it.
import type { Edition } from '../model/report.ts';
import type { Digest } from '../model/scalar.ts';
import { Failure } from '../problem.ts';

/** A final pack that is already there, by the digest of its manifest's bytes. */
export type FinalPack = { readonly version: number; readonly manifest: Digest };

/** `complete`: every approval that the policy asks for is in. `amend`: why a final pack is to be superseded; null when it is not. */
export type EditionAsked = {
  readonly complete: boolean;
  readonly finals: readonly FinalPack[];
  readonly amend: string | null;
};

/**
 * The edition to build: a draft until the approvals are complete, then version 1, then what `amend` asks for.
 * Throws `pack-final` when a final pack is there and nobody asks to amend it, `usage` when there is none to amend.
 */
export const nextEdition = ({ complete, finals, amend }: EditionAsked): Edition => {
  const last = finals.toSorted((a, b) => a.version - b.version).at(-1) ?? null;
  const supersedes = amend === null ? null : superseding(last, amend);
  if (!complete) return { state: 'draft', version: null, supersedes };
  if (last !== null && supersedes === null) throw finalThere(last);
  return { state: 'final', version: (last?.version ?? 0) + 1, supersedes };
};

const superseding = (last: FinalPack | null, reason: string): NonNullable<Edition['supersedes']> => {
  if (last === null) {
    throw new Failure('usage', 'There is no final pack to amend.', 'Build without --amend first.');
  }
  if (reason.trim() === '')
    throw new Failure('usage', 'The reason to amend is empty.', 'Say why: --amend "REASON".');
  return { version: last.version, manifest: last.manifest, reason };
};

const finalThere = ({ version }: FinalPack): Failure =>
  new Failure(
    'pack-final',
    `Version ${version} of this pack is final and is never overwritten.`,
    `Use --amend "REASON" to make version ${version + 1}, which names version ${version}.`,
  );
