// Looks whether files are still what they were: their digests, without waiting between one file and the next, because hundreds of
// teams are looked at before the first is built.
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { sha256 } from '../codec/digest.ts';
import type { Fact, Facts } from '../model/facts.ts';
import type { Measured, Unreadable, Witness } from '../pipeline/team/witness.ts';
import { systemCode } from './disk-trouble.ts';

/** Bytes read in one go. */
const CHUNK = 1024 * 1024;

/** The disk as it is now. */
export const diskWitness = (): Witness => {
  const room = Buffer.allocUnsafe(CHUNK);
  const measureHere = (path: string): Measured | null => measure(path, room);
  return {
    measure: (path) => orUnreadable(() => measureHere(path)),
    bytes: (path) => orUnreadable(() => bytesOf(path, room)),
    names: (folder) => orUnreadable(() => readdirSync(folder).sort()) ?? [],
    below: (folder) => orUnreadable(() => filesBelow(folder)) ?? [],
    facts: (attestation, files) => orUnreadable(() => factsOf(dirname(attestation), files, measureHere)),
  };
};

/** Null where there is nothing. Any other trouble is an answer too, unlike all that were ever recorded: building then says what it is. */
const orUnreadable = <T>(look: () => T): T | null | Unreadable => {
  try {
    return look();
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'unreadable';
  }
};

const withOpen = <T>(path: string, use: (file: number, size: number) => T): T => {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const about = fstatSync(file);
    // Only regular files have a content that stays; the error is the one that reading a folder gives.
    if (!about.isFile())
      throw Object.assign(new Error(`${path} is no file`), { code: 'EISDIR', syscall: 'read' });
    return use(file, about.size);
  } finally {
    closeSync(file);
  }
};

/** What fits into the room is digested in one step, which is twice as fast for small files. */
const measure = (path: string, room: Buffer): Measured =>
  withOpen(path, (file, size) => {
    const filled = size < CHUNK ? fill(file, room) : CHUNK;
    return filled < CHUNK
      ? { size: filled, sha256: sha256(room.subarray(0, filled)) }
      : measureByParts(file, room);
  });

const measureByParts = (file: number, room: Buffer): Measured => {
  const hash = createHash('sha256');
  let size = 0;
  for (let count = 1; count > 0; size += count) {
    count = readSync(file, room, 0, CHUNK, size);
    hash.update(room.subarray(0, count));
  }
  return { size, sha256: `sha256:${hash.digest('hex')}` };
};

/** Reads until the file ends or the room is full; gives back how many bytes there are. */
const fill = (file: number, room: Buffer): number => {
  let filled = 0;
  for (let count = 1; count > 0 && filled < room.length; filled += count)
    count = readSync(file, room, filled, room.length - filled, null);
  return filled;
};

const bytesOf = (path: string, room: Buffer): Uint8Array =>
  withOpen(path, (file, size) => {
    const target = size < CHUNK ? room : Buffer.allocUnsafe(size + 1);
    return Uint8Array.from(target.subarray(0, fill(file, target)));
  });

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(folder, entry.name)).map((name) => `${entry.name}/${name}`)
        : [entry.name],
    )
    .sort();

/** By the rules of `gatherFacts`: a file that lies outside the folder is unreadable here and refused there. */
const factsOf = (
  folder: string,
  files: Readonly<Record<string, string>>,
  look: (path: string) => Measured | null,
): Facts | Unreadable => {
  const names = Object.entries(files);
  const home = names.length === 0 ? '' : realpathSync.native(folder === '' ? '.' : folder);
  const evidence: Record<string, Fact> = {};
  for (const [id, name] of names) {
    const fact = orUnreadable(() => factOf(home, name, look)) ?? { present: false };
    if (fact === 'unreadable') return fact;
    evidence[id] = fact;
  }
  return { format: 'countersign/facts@1', evidence };
};

const factOf = (
  home: string,
  name: string,
  look: (path: string) => Measured | null,
): Fact | Unreadable | null => {
  const inside = (path: string): boolean => path.startsWith(home.endsWith(sep) ? home : `${home}${sep}`);
  const joined = join(home, name);
  if (!inside(joined)) return 'unreadable';
  const target = realpathSync.native(joined);
  if (!inside(target)) return 'unreadable';
  const measured = look(target);
  return measured === null ? null : { present: true, ...measured };
};
