// What kind of font a file holds, read from its table directory (OpenType 1.9, "Organization of an OpenType font").

const TRUE_TYPE = 0x00010000;
const APPLE = 0x74727565;
const OPEN_TYPE = 0x4f54544f;
const RECORD = 16;
const HEADER = 12;

/**
 * Outlines that can be embedded: TrueType's or those of CFF 1. `cut`: a table lies outside of the file. Null when the bytes
 * are no such font file at all.
 */
export function outlinesOf(data: Uint8Array): 'glyf' | 'CFF ' | 'none' | 'cut' | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.byteLength < HEADER) return null;
  if (![TRUE_TYPE, APPLE, OPEN_TYPE].includes(view.getUint32(0))) return null;
  const count = view.getUint16(4);
  if (HEADER + count * RECORD > view.byteLength) return 'cut';
  const starts = Array.from({ length: count }, (_, index) => HEADER + index * RECORD);
  if (starts.some((at) => view.getUint32(at + 8) + view.getUint32(at + 12) > view.byteLength)) return 'cut';
  const tags = starts.map((at) => tagAt(data, at));
  return tags.includes('glyf') ? 'glyf' : tags.includes('CFF ') ? 'CFF ' : 'none';
}

/** The tables of a font that `outlinesOf` has found whole, by their tags. */
export function tablesOf(data: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const tables = new Map<string, Buffer>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const at = HEADER + index * RECORD;
    const start = bytes.readUInt32BE(at + 8);
    tables.set(tagAt(bytes, at), bytes.subarray(start, start + bytes.readUInt32BE(at + 12)));
  }
  return tables;
}

const tagAt = (data: Uint8Array, offset: number): string =>
  String.fromCharCode(...data.subarray(offset, offset + 4));
