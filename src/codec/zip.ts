// Zip files whose bytes depend on their entries alone. Packed by zlib, as streams of PDFs are: JavaScript takes five times as long for it.
import { crc32, deflateRawSync } from 'node:zlib';
import { Failure } from '../problem.ts';
import { pathKey, pathTrouble } from './member-path.ts';

export { readZip, ZIP_LIMITS, type ZipLimits } from './zip-read.ts';

export type ZipEntry = { readonly path: string; readonly data: Uint8Array };

/** `quick` takes a tenth less time and hardly more room. */
const LEVELS = { full: 6, quick: 5 } as const;
type ZipEffort = keyof typeof LEVELS;

/**
 * Writes entries in code unit order of their paths, each with the time 1980-01-01 00:00 and packed with one effort.
 * Throws a `bug` failure on a path that `readZip` would refuse, and on two entries that are one file on some system.
 */
export const writeZip = (entries: readonly ZipEntry[], effort: ZipEffort = 'full'): Uint8Array => {
  checkPaths(entries);
  const parts: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let offset = 0;
  for (const { path, data } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = new TextEncoder().encode(path);
    const packed = deflateRawSync(data, { level: LEVELS[effort] });
    const about = aboutOf(name, path, packed, data);
    parts.push(numbers([LOCAL, 4], [VERSION, 2], ...about), name, packed);
    listed.push(numbers([LISTED, 4], [VERSION, 2], [VERSION, 2], ...about, ...UNSAID, [offset, 4]), name);
    offset += LOCAL_SIZE + name.length + packed.length;
  }
  return Buffer.concat([...parts, ...listed, endOf(entries.length, lengthOf(listed), offset)]);
};

// The structures of PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16, as numbers and how many bytes each takes.
type Numbers = readonly (readonly [value: number, bytes: 2 | 4])[];

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const LISTED = 0x02014b50;
const END = 0x06054b50;
/** What is needed to unpack deflated entries. */
const VERSION = 20;
const UTF8_NAME = 0x0800;
const DEFLATED = 8;
const MIDNIGHT = 0;
/** The earliest day a zip can hold. */
const DAY = (1 << 5) | 1;
/** Comment, disk, and attributes inside and outside. */
const UNSAID: Numbers = [
  [0, 2],
  [0, 2],
  [0, 2],
  [0, 4],
];

const aboutOf = (name: Uint8Array, path: string, packed: Uint8Array, data: Uint8Array): Numbers => [
  [name.length === path.length ? 0 : UTF8_NAME, 2],
  [DEFLATED, 2],
  [MIDNIGHT, 2],
  [DAY, 2],
  [crc32(data), 4],
  [packed.length, 4],
  [data.length, 4],
  [name.length, 2],
  [0, 2],
];

const endOf = (count: number, size: number, start: number): Uint8Array =>
  numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [start, 4], [0, 2]);

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** Little-endian. A number that does not fit is an error: no zip of ours is as large. */
const numbers = (...fields: Numbers): Uint8Array => {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

const checkPaths = (entries: readonly ZipEntry[]): void => {
  const seen = new Set<string>();
  for (const { path } of entries) {
    const trouble = pathTrouble(path);
    if (trouble !== null) throw bug(path, trouble);
    if (seen.has(pathKey(path))) throw bug(path, 'is there twice');
    seen.add(pathKey(path));
  }
};

const bug = (path: string, trouble: string): Failure =>
  new Failure('bug', `The zip entry ${JSON.stringify(path)} ${trouble}.`, 'Please report this.');
