// A zip's central directory: what the file says of its entries, before a byte of them is unpacked. PKWARE APPNOTE 6.3, sections 4.3 and 4.4.
import { ZipRefused } from './zip-refused.ts';

export type ListedEntry = {
  readonly path: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly offset: number;
  /** Unix file type and permissions; 0 where the maker was no Unix. */
  readonly mode: number;
};
export type Directory = { readonly start: number; readonly entries: readonly ListedEntry[] };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
const UTF8_NAME = 0x0800;

/** Reads the directory; `most` is the number of entries beyond which it is refused unread. */
export const readDirectory = (bytes: Uint8Array, most: number): Directory => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  checkWhole(view, end, count, start);
  if (count > most)
    throw new ZipRefused('zip-too-many', null, `has ${count} entries; at most ${most} are read`);
  if (start + size !== end)
    throw new ZipRefused('zip-invalid', null, 'has a directory that does not end where it says');
  return { start, entries: readEntries(bytes, view, { start, end, count }) };
};

const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  const begun = view.byteLength >= 4 && view.getUint32(0, true) === 0x04034b50;
  throw begun
    ? new ZipRefused(
        'zip-truncated',
        null,
        'breaks off: it begins like a zip and has no directory at its end',
      )
    : new ZipRefused('zip-invalid', null, 'is no zip file');
};

const checkWhole = (view: DataView, end: number, count: number, start: number): void => {
  const split = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0;
  if (split || view.getUint16(end + 8, true) !== count)
    throw new ZipRefused('zip-unsupported', null, 'is one part of several');
  if (count === 0xffff || start === 0xffffffff)
    throw new ZipRefused('zip-unsupported', null, 'is in the Zip64 format');
};

const readEntries = (
  bytes: Uint8Array,
  view: DataView,
  { start, end, count }: { readonly start: number; readonly end: number; readonly count: number },
): readonly ListedEntry[] => {
  const entries: ListedEntry[] = [];
  let at = start;
  while (entries.length < count) {
    if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) throw broken();
    const next =
      at +
      ENTRY_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > end) throw broken();
    entries.push(readEntry(bytes, view, at));
    at = next;
  }
  if (at !== end) throw broken();
  return entries;
};

const broken = (): ZipRefused => new ZipRefused('zip-invalid', null, 'has a broken directory');

const readEntry = (bytes: Uint8Array, view: DataView, at: number): ListedEntry => {
  const flags = view.getUint16(at + 8, true);
  const madeBy = view.getUint8(at + 5);
  return {
    path: readName(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + view.getUint16(at + 28, true)), flags),
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    mode: madeBy === 3 || madeBy === 19 ? view.getUint16(at + 40, true) : 0,
  };
};

/** Names are UTF-8 when their flag says so and ASCII otherwise; older code pages are refused, because they would be guesses. */
const readName = (name: Uint8Array, flags: number): string => {
  if ((flags & UTF8_NAME) === 0 && name.some((byte) => byte > 0x7f)) {
    throw new ZipRefused('zip-unsupported', null, 'has a name in an unknown character set');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch (error) {
    if (error instanceof TypeError) throw new ZipRefused('zip-invalid', null, 'has a name that is not UTF-8');
    throw error;
  }
};
