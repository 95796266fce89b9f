// The header of a PNG, after all of the file has been gone through: a picture that is broken anywhere is refused before anything is
// drawn, and so are the kinds that would come out other than they look.
import { crc32, inflateSync } from 'node:zlib';
import { broken, type PictureFault, type Pixels, pictureFault, sizeFault } from './fault.ts';

type Chunk = { readonly type: string; readonly data: Uint8Array };
type Header = {
  readonly kind: 'header';
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly color: number;
};

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte);

export const readPng = (bytes: Uint8Array): Pixels | PictureFault => {
  const chunks = chunksOf(bytes);
  if ('kind' in chunks) return chunks;
  const header = headerOf(chunks);
  if (header.kind === 'fault') return header;
  const { width, height } = header;
  const fault = sizeFault(width, height) ?? colorFault(header, chunks) ?? pixelsFault(header, chunks);
  return fault ?? { kind: 'pixels', width, height };
};

const chunksOf = (bytes: Uint8Array): readonly Chunk[] | PictureFault => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; chunks.at(-1)?.type !== 'IEND'; ) {
    const end = at + 12 > bytes.length ? bytes.length : at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) return broken('it ends too early');
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end))
      return broken('a checksum in it is wrong');
    chunks.push({ type, data: bytes.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
};

const PALETTE = 3;
/** Bit depths by colour type, and samples of a pixel: ISO/IEC 15948, 11.2.2. */
const KINDS: Readonly<Record<number, { readonly depths: readonly number[]; readonly samples: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], samples: 1 },
  2: { depths: [8, 16], samples: 3 },
  [PALETTE]: { depths: [1, 2, 4, 8], samples: 1 },
  4: { depths: [8, 16], samples: 2 },
  6: { depths: [8, 16], samples: 4 },
};

const headerOf = ([first]: readonly Chunk[]): Header | PictureFault => {
  if (first?.type !== 'IHDR' || first.data.length !== 13) return broken('it does not begin with a header');
  const view = new DataView(first.data.buffer, first.data.byteOffset);
  const [depth = 0, color = 0, compression, filter, interlace] = first.data.subarray(8);
  const { depths = [], samples = 0 } = KINDS[color] ?? {};
  if (!depths.includes(depth) || compression !== 0 || filter !== 0)
    return broken('its header says what no PNG is');
  if (interlace !== 0) return pictureFault('The picture is interlaced.', 'Save it without interlacing.');
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  return { kind: 'header', width, height, bits: samples * depth, color };
};

const colorFault = ({ color }: Header, chunks: readonly Chunk[]): PictureFault | null => {
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data.length ?? 0;
  if (color === PALETTE && (palette === 0 || palette % 3 !== 0 || palette > 768))
    return broken('it has no palette');
  if (!chunks.some(({ type }) => type === 'tRNS')) return null;
  return pictureFault(
    'The picture marks one colour, or colours of its palette, as transparent.',
    'Save it with an alpha channel: as a PNG of 24 bits and alpha.',
  );
};

/** The pixels must be exactly as many as the header says: unpacking stops where there is more. */
const pixelsFault = (header: Header, chunks: readonly Chunk[]): PictureFault | null => {
  const row = 1 + Math.ceil((header.width * header.bits) / 8);
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])));
  const pixels = unpack(packed, row * header.height);
  if (pixels?.length !== row * header.height) return broken('it has not the pixels that its header tells of');
  for (let at = 0; at < pixels.length; at += row)
    if ((pixels[at] ?? 0) > 4) return broken('a row of its pixels is written in no way there is');
  return null;
};

/** Null for what is packed wrongly, or unpacks to more than `length`: both are errors of zlib, which have a code. */
const unpack = (packed: Uint8Array, length: number): Uint8Array | null => {
  try {
    return inflateSync(packed, { maxOutputLength: length });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
};
