// The header of a JPEG, after its segments have been gone through to the end of the last scan (ITU T.81, annex B).
import { broken, type PictureFault, type Pixels, pictureFault, sizeFault } from './fault.ts';

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

type Segment = { readonly marker: number; readonly data: Uint8Array };
const SCAN = 0xda;
const END = 0xd9;
/** All frames there are; of these a PDF can hold the first three: baseline, extended and progressive (ISO 32000-1, 7.4.8). */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const LAST_OF_PDF = 0xc2;

export const readJpeg = (bytes: Uint8Array): Pixels | PictureFault => {
  const segments = segmentsOf(bytes);
  if (segments === null) return broken('it ends too early');
  const frame = segments.find(({ marker }) => FRAMES.includes(marker));
  if (frame === undefined || frame.data.length < 6) return broken('it has no header');
  if (!segments.some(({ marker }) => marker === SCAN)) return broken('it has no pixels');
  const view = new DataView(frame.data.buffer, frame.data.byteOffset);
  const [height, width, colors] = [view.getUint16(1), view.getUint16(3), frame.data[5] ?? 0];
  const fault = kindFault(frame.marker, frame.data[0] ?? 0, colors) ?? sizeFault(width, height);
  if (fault !== null) return fault;
  if (segments.some(isTurned))
    return pictureFault('The picture is stored turned or mirrored.', 'Save it upright.');
  return { kind: 'pixels', width, height };
};

const kindFault = (marker: number, depth: number, colors: number): PictureFault | null => {
  if (colors === 4)
    return pictureFault('The picture is in CMYK, the colours of a press.', 'Save it in RGB, or as a PNG.');
  if (colors !== 1 && colors !== 3) return broken(`it has ${colors} colours`);
  if (marker <= LAST_OF_PDF && depth === 8) return null;
  return pictureFault(
    'The picture is a JPEG of a kind that programs for PDF do not read.',
    'Save it as an ordinary JPEG, or as a PNG.',
  );
};

/** Null when the file ends before its last marker. */
const segmentsOf = (bytes: Uint8Array): readonly Segment[] | null => {
  const segments: Segment[] = [];
  for (let at = 2; bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === END) return segments;
    if (marker === 0xff) {
      at += 1; // any number of these may fill the room before a marker
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    segments.push({ marker, data: bytes.subarray(at + 4, end) });
    at = marker === SCAN ? endOfScan(bytes, end) : end;
  }
  return null;
};

/** Pixels run up to the next marker; a 0xff among them has a nought or a restart behind it. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const stays = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!stays) return at;
  }
  return bytes.length;
};

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/** Cameras store what they saw and say in Exif how to turn it (CIPA DC-008, 4.6.4); 1 is upright. */
const isTurned = ({ marker, data }: Segment): boolean => {
  if (marker !== 0xe1 || !EXIF.every((byte, index) => data[index] === byte) || data.length < 16) return false;
  const view = new DataView(data.buffer, data.byteOffset + 6, data.length - 6);
  const little = view.getUint8(0) === 0x49;
  const directory = view.getUint32(4, little);
  const count = directory + 2 > view.byteLength ? 0 : view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) return false;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little) > 1;
  }
  return false;
};
