// A picture file of the template, read by what its bytes are and not by what it is called.
import type { ImageSource, Shape } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import { sourceText } from '../source-text.ts';
import { readSvg } from '../svg/read-svg.ts';
import { type PictureFault, type Pixels, pictureFault } from './fault.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { isPng, readPng } from './png.ts';

/** Sizes in points. */
export type Picture =
  | {
      readonly kind: 'image';
      readonly width: number;
      readonly height: number;
      readonly source: ImageSource;
    }
  | {
      readonly kind: 'drawing';
      readonly width: number;
      readonly height: number;
      readonly viewBox: readonly [number, number, number, number];
      readonly shapes: readonly Shape[];
    };

/** `diagnostics` point into the file itself; a fault is told where the picture was asked for. */
export type ReadPicture =
  | Picture
  | PictureFault
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** CSS counts 96 pixels to an inch, which has 72 points. */
const POINTS_PER_PIXEL = 0.75;

export const readPicture = (name: string, data: Uint8Array): ReadPicture => {
  if (isPng(data)) return imageOf(name, 'png', data, readPng(data));
  if (isJpeg(data)) return imageOf(name, 'jpeg', data, readJpeg(data));
  const text = textOf(data);
  if (text === null || !/^\s*</.test(text))
    return pictureFault(`\`${name}\` is neither PNG nor JPEG nor SVG.`, 'Save the picture as one of them.');
  return readSvg(sourceText(name, text));
};

const imageOf = (
  name: string,
  format: ImageSource['format'],
  data: Uint8Array,
  read: Pixels | PictureFault,
): Picture | PictureFault => {
  if (read.kind === 'fault') return read;
  const [width, height] = [read.width * POINTS_PER_PIXEL, read.height * POINTS_PER_PIXEL];
  return { kind: 'image', width, height, source: { name, format, data } };
};

/** Null for what is no UTF-8. */
const textOf = (data: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};
