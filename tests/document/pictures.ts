// Small pictures for tests, made here so that any part of them can be broken.
import { crc32, deflateSync } from 'node:zlib';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const uint32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

export const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([bytesOf(type), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
};

type Kind = { readonly color?: number; readonly depth?: number; readonly interlace?: number };
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

const header = (width: number, height: number, { color = 6, depth = 8, interlace = 0 }: Kind): Uint8Array =>
  chunk('IHDR', Buffer.concat([uint32(width), uint32(height), Uint8Array.of(depth, color, 0, 0, interlace)]));

/** A PNG; `pixels` is what its IDAT unpacks to, all noughts unless given, and `extra` stands before it. */
export const png = (
  width: number,
  height: number,
  kind: Kind = {},
  { pixels, extra = [] }: { readonly pixels?: Uint8Array; readonly extra?: readonly Uint8Array[] } = {},
): Uint8Array => {
  const row = 1 + Math.ceil((width * (SAMPLES[kind.color ?? 6] ?? 1) * (kind.depth ?? 8)) / 8);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    header(width, height, kind),
    ...extra,
    chunk('IDAT', deflateSync(pixels ?? new Uint8Array(row * height))),
    chunk('IEND', new Uint8Array()),
  ]);
};

/** A grey JPEG of 3 by 2 pixels, baseline. */
export const JPEG: Uint8Array = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////wAALCAACAAMBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z',
  'base64',
);

/** The JPEG with bytes replaced from where `find` stands. */
export const patched = (find: readonly number[], change: readonly number[]): Uint8Array => {
  const bytes = Uint8Array.from(JPEG);
  bytes.set(change, Buffer.from(bytes).indexOf(Uint8Array.from(find)));
  return bytes;
};

/** The JPEG with Exif that says how it is to be turned. */
export const turned = (orientation: number, little: boolean): Uint8Array => {
  const exif = new Uint8Array(32);
  const view = new DataView(exif.buffer);
  exif.set(bytesOf('Exif\0\0'));
  exif.set(bytesOf(little ? 'II' : 'MM'), 6);
  view.setUint16(8, 42, little);
  view.setUint32(10, 8, little);
  view.setUint16(14, 1, little);
  view.setUint16(16, 0x0112, little);
  view.setUint16(18, 3, little);
  view.setUint32(20, 1, little);
  view.setUint16(24, orientation, little);
  return Buffer.concat([JPEG.subarray(0, 2), Uint8Array.of(0xff, 0xe1, 0, 34), exif, JPEG.subarray(2)]);
};
