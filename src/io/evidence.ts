// Facts on evidence files, gathered without keeping the files in memory; and their bytes, held against the facts once more when they are copied.
import { createHash } from 'node:crypto';
import { sha256 } from '../codec/digest.ts';
import type { Fact, Facts } from '../model/facts.ts';
import { Failure } from '../problem.ts';
import { readWhole, resolveInside, withFile } from './files.ts';

/** Bytes; the largest file that goes into a pack. A larger one is kept by reference. */
const LARGEST_EVIDENCE = 512 * 1024 * 1024;

/**
 * Facts on files given by evidence id, with paths relative to `folder`. A file that is not there is a fact; one that lies outside the
 * folder or is no regular file throws `input-invalid`, one that cannot be read throws `disk`.
 */
export const gatherFacts = async (
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<Facts> => {
  const entries: (readonly [string, Fact])[] = [];
  // One after the other: a thousand open files are more than some systems allow.
  for (const [id, file] of Object.entries(files)) entries.push([id, await gatherFact(folder, file)]);
  return { format: 'countersign/facts@1', evidence: Object.fromEntries(entries) };
};

const gatherFact = async (folder: string, file: string): Promise<Fact> => {
  const path = await resolveInside(folder, file);
  const fact =
    path === null
      ? null
      : await withFile(path, async (handle) => measure(handle.createReadStream({ autoClose: false })));
  return fact ?? { present: false };
};

const measure = async (stream: AsyncIterable<Uint8Array>): Promise<Fact> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { present: true, size, sha256: `sha256:${hash.digest('hex')}` };
};

/**
 * The bytes of an evidence file that a fact speaks of. Throws `disk` when the file is no longer the one that was measured: a pack must
 * not carry a file that its facts deny.
 */
export const readEvidence = async (
  folder: string,
  file: string,
  fact: Extract<Fact, { present: true }>,
): Promise<Uint8Array> => {
  const path = await resolveInside(folder, file);
  const bytes = path === null ? null : await readWhole(path, LARGEST_EVIDENCE);
  if (bytes !== null && bytes.length === fact.size && sha256(bytes) === fact.sha256) return bytes;
  throw new Failure(
    'disk',
    `The evidence file ${file} changed while the pack was being built.`,
    'Run again when nobody writes to it.',
  );
};
