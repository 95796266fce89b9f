// Reads a zip from outside. Everything is hostile: sizes are checked as declared and again as unpacked, paths before anything is unpacked.
import { crc32, inflateRawSync } from 'node:zlib';
import { Failure } from '../problem.ts';
import { pathKey, pathTrouble } from './member-path.ts';
import { type Directory, type ListedEntry, readDirectory } from './zip-directory.ts';
import { ZipRefused } from './zip-refused.ts';

/** Bytes, but for `entries` and for `ratio`: how many times larger than packed an entry over a megabyte may be. */
export type ZipLimits = {
  readonly entries: number;
  readonly entrySize: number;
  readonly totalSize: number;
  readonly ratio: number;
};
const MEGABYTE = 1024 * 1024;
export const ZIP_LIMITS: ZipLimits = {
  entries: 10_000,
  entrySize: 512 * MEGABYTE,
  totalSize: 2048 * MEGABYTE,
  ratio: 250,
};

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x2041;
const FILE_TYPE = 0xf000;
const REGULAR = 0x8000;
const FOLDER = 0x4000;

/** A zip whose directory has been checked as a whole, and of which nothing is unpacked yet. */
export type OpenZip = {
  /** Bytes that each entry unpacks to, by path; folders have no entry. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The bytes of an entry, unpacked and checked; null where there is none. Throws ZipRefused. */
  readonly read: (path: string) => Uint8Array | null;
};

/** For readers that want few of the entries, one at a time. Throws ZipRefused, which such a reader puts into its own words. */
export const openZip = (bytes: Uint8Array, limits: ZipLimits): OpenZip => {
  const directory = readDirectory(bytes, limits.entries);
  const files = directory.entries.filter((entry) => !isFolder(entry));
  checkListed(files, limits);
  const spans = new Map(files.map((entry) => [entry.path, locate(bytes, directory, entry)]));
  checkOverlap([...spans.values()]);
  return {
    sizes: new Map(files.map(({ path, size }) => [path, size])),
    read: (path) => {
      const span = spans.get(path);
      return span === undefined ? null : unpack(bytes, span);
    },
  };
};

/**
 * The entries of a zip by path; folders have no entry. Throws Failure `pack-unreadable` with one diagnostic, whose code is one of
 * the `zip-…` ones and whose file is the entry, or `name` where the zip as a whole is refused.
 */
export const readZip = (
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
  name = 'zip',
): ReadonlyMap<string, Uint8Array> => {
  try {
    const zip = openZip(bytes, limits);
    return new Map([...zip.sizes.keys()].map((path) => [path, zip.read(path) ?? new Uint8Array()]));
  } catch (error) {
    throw error instanceof ZipRefused ? refusal(error, name) : error;
  }
};

type Span = {
  readonly entry: ListedEntry;
  readonly header: number;
  readonly from: number;
  readonly to: number;
};

const refusal = ({ code, entry, why }: ZipRefused, name: string): Failure => {
  const sentence =
    entry === null ? `The file ${why}.` : `The entry ${JSON.stringify(entry.slice(0, 200))} ${why}.`;
  const hint = 'Ask for the pack again, or unpack it with a tool you trust and verify the folder.';
  const diagnostic = {
    code,
    severity: 'error',
    file: entry ?? name,
    place: null,
    excerpt: null,
    sentence,
    hint,
  } as const;
  return new Failure('pack-unreadable', `${name} was not read. ${sentence}`, hint, {
    diagnostics: [diagnostic],
  });
};

const isFolder = ({ path, size, mode }: ListedEntry): boolean => {
  if (!path.endsWith('/')) return false;
  const trouble = pathTrouble(path.slice(0, -1));
  if (trouble !== null) throw new ZipRefused('zip-path', path, `${trouble}`);
  if (size !== 0) throw new ZipRefused('zip-invalid', path, 'is a folder with content');
  if (mode !== 0 && (mode & FILE_TYPE) !== FOLDER)
    throw new ZipRefused('zip-link', path, 'is neither a file nor a folder');
  return true;
};

const checkListed = (files: readonly ListedEntry[], limits: ZipLimits): void => {
  const seen = new Set<string>();
  let total = 0;
  for (const entry of files) {
    checkEntry(entry, limits);
    total += entry.size;
    if (total > limits.totalSize) {
      throw new ZipRefused('zip-too-large', null, `unpacks to more than ${limits.totalSize} bytes`);
    }
    if (seen.has(pathKey(entry.path))) {
      throw new ZipRefused('zip-duplicate', entry.path, 'is there twice, as some systems see it');
    }
    seen.add(pathKey(entry.path));
  }
  checkFoldersAreNotFiles(files, seen);
};

/** `a` and `a/b` cannot both be files. */
const checkFoldersAreNotFiles = (files: readonly ListedEntry[], keys: ReadonlySet<string>): void => {
  for (const { path } of files) {
    const parts = path.split('/').slice(0, -1);
    const clash = parts.some((_, index) => keys.has(pathKey(parts.slice(0, index + 1).join('/'))));
    if (clash) throw new ZipRefused('zip-duplicate', path, 'lies in a folder that is also a file');
  }
};

const checkEntry = (
  { path, flags, method, size, packedSize, mode }: ListedEntry,
  limits: ZipLimits,
): void => {
  const refuse = (code: ZipRefused['code'], why: string): never => {
    throw new ZipRefused(code, path, why);
  };
  const trouble = pathTrouble(path);
  if (trouble !== null) refuse('zip-path', `${trouble}`);
  if ((mode & FILE_TYPE) !== 0 && (mode & FILE_TYPE) !== REGULAR)
    refuse('zip-link', 'is a link or a device, not a file');
  if ((flags & ENCRYPTED) !== 0) refuse('zip-encrypted', 'is encrypted');
  if (method !== STORED && method !== DEFLATED)
    refuse('zip-unsupported', `is packed by an unknown method (${method})`);
  if (size === 0xffffffff || packedSize === 0xffffffff) refuse('zip-unsupported', 'is in the Zip64 format');
  if (size > limits.entrySize)
    refuse('zip-too-large', `unpacks to ${size} bytes; at most ${limits.entrySize} are read`);
  if (size > MEGABYTE && size > packedSize * limits.ratio) {
    refuse('zip-ratio', `unpacks to more than ${limits.ratio} times its packed size`);
  }
};

/** Finds an entry's data and holds its local header against the directory: two readers must not see two files. */
const locate = (bytes: Uint8Array, { start }: Directory, entry: ListedEntry): Span => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = entry.offset;
  if (header + LOCAL_SIZE > start) throw new ZipRefused('zip-truncated', entry.path, 'lies outside the file');
  const nameEnd = header + LOCAL_SIZE + view.getUint16(header + 26, true);
  const from = nameEnd + view.getUint16(header + 28, true);
  const to = from + entry.packedSize;
  if (view.getUint32(header, true) !== LOCAL)
    throw new ZipRefused('zip-invalid', entry.path, 'has no header of its own');
  if (to > start) throw new ZipRefused('zip-truncated', entry.path, 'reaches beyond the end of the file');
  const local = new TextDecoder().decode(bytes.subarray(header + LOCAL_SIZE, nameEnd));
  const same = local === entry.path && view.getUint16(header + 8, true) === entry.method;
  if (!same)
    throw new ZipRefused('zip-invalid', entry.path, 'is called or packed otherwise in its own header');
  return { entry, header, from, to };
};

const checkOverlap = (spans: readonly Span[]): void => {
  let end = 0;
  for (const { entry, header, to } of spans.toSorted((a, b) => a.header - b.header)) {
    if (header < end) throw new ZipRefused('zip-overlap', entry.path, 'shares bytes with another entry');
    end = to;
  }
};

const unpack = (bytes: Uint8Array, { entry, from, to }: Span): Uint8Array => {
  const packed = bytes.subarray(from, to);
  const data = plain(entry.method === STORED ? packed : inflate(packed, entry));
  if (data.length !== entry.size)
    throw new ZipRefused('zip-invalid', entry.path, 'is not as long as the directory says');
  if (crc32(data) !== entry.crc) throw new ZipRefused('zip-invalid', entry.path, 'fails its checksum');
  return data;
};

/** The same bytes, seen as nothing but bytes: Node's own kind of array compares and prints otherwise. */
const plain = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const inflate = (packed: Uint8Array, { path, size }: ListedEntry): Uint8Array => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    if (error instanceof RangeError)
      throw new ZipRefused('zip-too-large', path, 'unpacks to more than the directory says');
    if (!(error instanceof Error && 'errno' in error)) throw error;
    throw new ZipRefused('zip-invalid', path, 'cannot be unpacked');
  }
};
