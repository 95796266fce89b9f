// A PNG as image XObjects (ISO 32000-1, 8.9.5). Pixels without alpha go into the file as they are packed; with alpha, colours
// and alpha are taken apart. Colours are taken for sRGB, as the output intent says.

import { deflateSync, inflateSync } from 'node:zlib';

/** Entries and bytes of an image, already packed by the filter that the entries name, and its alpha likewise. */
export type ImageObject = {
  readonly data: object;
  readonly bytes: Uint8Array;
  readonly alpha: { readonly data: object; readonly bytes: Uint8Array } | null;
};

type Png = {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly color: number;
  readonly palette: Uint8Array;
  readonly packed: Uint8Array;
};

/** Samples of a pixel by PNG's colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const WITH_ALPHA: ReadonlySet<number> = new Set([4, 6]);

/** Null for what is no PNG, or one of the kinds that are refused when a template is read: interlaced ones. */
export function pngObject(data: Uint8Array): ImageObject | null {
  const png = readChunks(data);
  if (png === null) return null;
  return WITH_ALPHA.has(png.color) ? withAlpha(png) : asPacked(png);
}

function readChunks(data: Uint8Array): Png | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const packed: Uint8Array[] = [];
  let palette = new Uint8Array();
  for (let at = 8; at + 12 <= data.length; ) {
    const size = view.getUint32(at);
    const type = String.fromCharCode(...data.subarray(at + 4, at + 8));
    const body = data.subarray(at + 8, at + 8 + size);
    if (type === 'IDAT') packed.push(body);
    if (type === 'PLTE') palette = Uint8Array.from(body);
    at += size + 12;
  }
  const [bits, color, interlaced] = [data[24], data[25], data[28]];
  if (data.length < 33 || bits === undefined || color === undefined || interlaced !== 0) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return SAMPLES[color] === undefined
    ? null
    : { width, height, bits, color, palette, packed: Buffer.concat(packed) };
}

function asPacked({ width, height, bits, color, palette, packed }: Png): ImageObject {
  const parameters = { Predictor: 15, Colors: SAMPLES[color], BitsPerComponent: bits, Columns: width };
  const indexed = ['Indexed', 'DeviceRGB', palette.length / 3 - 1, palette];
  return {
    data: {
      Width: width,
      Height: height,
      BitsPerComponent: bits,
      ColorSpace: color === 3 ? indexed : color === 2 ? 'DeviceRGB' : 'DeviceGray',
      Filter: 'FlateDecode',
      DecodeParms: parameters,
    },
    bytes: packed,
    alpha: null,
  };
}

function withAlpha(png: Png): ImageObject {
  const { width, height, bits, color } = png;
  const samples = SAMPLES[color] ?? 1;
  const wide = bits / 8;
  const pixels = unfiltered(inflateSync(png.packed), height, width * samples * wide, samples * wide);
  const solid = (samples - 1) * wide;
  const colors = new Uint8Array(width * height * solid);
  const alpha = new Uint8Array(width * height * wide);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = pixel * samples * wide;
    colors.set(pixels.subarray(from, from + solid), pixel * solid);
    alpha.set(pixels.subarray(from + solid, from + solid + wide), pixel * wide);
  }
  const size = { Width: width, Height: height, BitsPerComponent: bits, Filter: 'FlateDecode' };
  return {
    data: { ...size, ColorSpace: samples === 4 ? 'DeviceRGB' : 'DeviceGray' },
    bytes: deflateSync(colors),
    alpha: { data: { ...size, ColorSpace: 'DeviceGray' }, bytes: deflateSync(alpha) },
  };
}

/** Takes the filters back by which rows were made easier to pack (ISO/IEC 15948, 9). */
function unfiltered(rows: Uint8Array, height: number, width: number, pixel: number): Uint8Array {
  const plain = new Uint8Array(height * width);
  for (let row = 0; row < height; row += 1) {
    const filter = rows[row * (width + 1)] ?? 0;
    const at = row * width;
    for (let column = 0; column < width; column += 1) {
      const left = column >= pixel ? (plain[at + column - pixel] ?? 0) : 0;
      const up = row > 0 ? (plain[at + column - width] ?? 0) : 0;
      const corner = row > 0 && column >= pixel ? (plain[at + column - width - pixel] ?? 0) : 0;
      const stored = rows[row * (width + 1) + 1 + column] ?? 0;
      plain[at + column] = stored + predicted(filter, left, up, corner);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? nearest(left, up, corner) : 0;
}

/** Paeth's choice. */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
