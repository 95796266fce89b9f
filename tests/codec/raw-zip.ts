// Makes zip files field by field, so that tests can lie in any of them. Independent of the library that the program writes with.
import { crc32, deflateRawSync } from 'node:zlib';

export type RawEntry = {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array;
  /** What the directory says, where it is not the truth. */
  readonly says?: {
    readonly size?: number;
    readonly packedSize?: number;
    readonly crc?: number;
    readonly offset?: number;
    readonly flags?: number;
    readonly method?: number;
    readonly mode?: number;
    readonly localName?: string;
  };
  readonly deflate?: boolean;
};

const encode = (name: string | Uint8Array): Uint8Array =>
  typeof name === 'string' ? new TextEncoder().encode(name) : name;

/** 2 and 4 stand for the width of a number in bytes, little-endian. */
const pack = (...fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields)
    at = width === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
};

const UTF8 = 0x0800;

export const rawZip = (
  entries: readonly RawEntry[],
  end: { readonly count?: number; readonly before?: Uint8Array } = {},
): Uint8Array => {
  const local: Uint8Array[] = [end.before ?? new Uint8Array()];
  const central: Uint8Array[] = [];
  const length = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);
  for (const { name, data = new Uint8Array(), says = {}, deflate = false } of entries) {
    const offset = says.offset ?? length(local);
    const packed = deflate ? deflateRawSync(data) : data;
    const flags = says.flags ?? UTF8;
    const method = says.method ?? (deflate ? 8 : 0);
    const sizes = [
      [4, says.crc ?? crc32(data)],
      [4, says.packedSize ?? packed.length],
      [4, says.size ?? data.length],
    ] as const;
    const bytes = encode(name);
    const localName = encode(says.localName ?? name);
    local.push(
      pack(
        [4, 0x04034b50],
        [2, 20],
        [2, flags],
        [2, method],
        [2, 0],
        [2, 33],
        ...sizes,
        [2, localName.length],
        [2, 0],
      ),
      localName,
      packed,
    );
    central.push(
      pack(
        [4, 0x02014b50],
        [2, 0x0314],
        [2, 20],
        [2, flags],
        [2, method],
        [2, 0],
        [2, 33],
        ...sizes,
        [2, bytes.length],
        [2, 0],
        [2, 0],
      ),
      pack([2, 0], [2, 0], [2, 0], [2, says.mode ?? 0o100644], [4, offset]),
      bytes,
    );
  }
  const count = end.count ?? entries.length;
  const tail = pack(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length(central)],
    [4, length(local)],
    [2, 0],
  );
  return Buffer.concat([...local, ...central, tail]);
};
