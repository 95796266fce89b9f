// Pictures as image XObjects: one for each source, however often it is shown.

import type { ImageSource } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';
import type { ObjectStore } from './object-store.ts';
import { refTo } from './object-text.ts';
import { type ImageObject, pngObject } from './png-image.ts';

/** Writes the image; gives its object number. Failure 'template-invalid' when it is none that a PDF can hold. */
export function writeImage(store: ObjectStore, source: ImageSource): number {
  const image = source.format === 'png' ? pngObject(source.data) : jpegObject(source.data);
  if (image === null)
    throw new Failure(
      'template-invalid',
      `The picture ${source.name} cannot be put into a PDF.`,
      'Save it as a PNG without interlacing or as a JPEG in RGB or grey.',
    );
  const { data, bytes, alpha } = image;
  const [id, mask] = [store.newId(), alpha === null ? null : store.newId()];
  if (alpha !== null && mask !== null) writeRaw(store, mask, alpha.data, alpha.bytes);
  writeRaw(store, id, { ...data, SMask: mask === null ? undefined : refTo(mask) }, bytes);
  return id;
}

const writeRaw = (store: ObjectStore, id: number, data: object, bytes: Uint8Array): void =>
  store.putStream(id, { Type: 'XObject', Subtype: 'Image', ...data }, bytes, true);

/** Markers of frames: baseline, extended and progressive. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const COLORS: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB' };

/** A JPEG goes into the file as it is. Null when it has four colours: CMYK has no place beside an sRGB output intent. */
function jpegObject(data: Uint8Array): ImageObject | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 2; at + 10 <= data.length && data[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (!FRAMES.has(data[at + 1] ?? 0)) continue;
    const ColorSpace = COLORS[data[at + 9] ?? 0];
    if (ColorSpace === undefined) return null;
    const [Height, Width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    const entries = { Width, Height, BitsPerComponent: data[at + 4], ColorSpace, Filter: 'DCTDecode' };
    return { data: entries, bytes: data, alpha: null };
  }
  return null;
}
