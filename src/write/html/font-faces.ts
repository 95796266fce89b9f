// `@font-face` rules with the fonts inside them: only the faces that some style of the document comes out at.

import type { FontFace, Style } from '../../model/document.ts';
import { number, quoted } from './css-text.ts';
import { base64 } from './drawing.ts';

type Wanted = Pick<Style, 'fontFamily' | 'fontWeight' | 'fontStyle'>;

/** In the document's order, each once. */
export const fontFaces = (fonts: readonly FontFace[], wanted: Iterable<Wanted>): string => {
  const used = new Set<FontFace>();
  const known = new Set<string>();
  for (const one of wanted) {
    const key = `${one.fontFamily.join('|')} ${one.fontWeight} ${one.fontStyle}`;
    if (!known.has(key)) for (const face of facesFor(fonts, one)) used.add(face);
    known.add(key);
  }
  return fonts
    .filter((font) => used.has(font))
    .map(rule)
    .join('');
};

/** The nearest face of every family that a style names. */
const facesFor = (fonts: readonly FontFace[], wanted: Wanted): readonly FontFace[] =>
  wanted.fontFamily.flatMap(
    (family) =>
      fonts
        .filter((font) => font.family.toLowerCase() === family.toLowerCase())
        .sort((a, b) => distance(a, wanted) - distance(b, wanted))[0] ?? [],
  );

/** CSS Fonts 4, 5.2, as the browser will choose again among what it is given: style first, then weight, lighter below 400, bolder above 500. */
const distance = (font: FontFace, wanted: Wanted): number => {
  const style = font.style === wanted.fontStyle ? 0 : 10_000;
  const step = font.weight - wanted.fontWeight;
  const wrongWay =
    wanted.fontWeight < 400 ? step > 0 : wanted.fontWeight > 500 ? step < 0 : step < 0 || font.weight > 500;
  return style + Math.abs(step) + (wrongWay && step !== 0 ? 1_000 : 0);
};

const rule = ({ family, weight, style, data }: FontFace): string => {
  const { mime, format } = kindOf(data);
  return `@font-face{font-family:${quoted(family)};font-weight:${number(weight)};font-style:${style};src:url(data:${mime};base64,${base64(data)}) format("${format}")}\n`;
};

const KINDS: Readonly<Record<string, { readonly mime: string; readonly format: string }>> = {
  OTTO: { mime: 'font/otf', format: 'opentype' },
  wOFF: { mime: 'font/woff', format: 'woff' },
  wOF2: { mime: 'font/woff2', format: 'woff2' },
};

/** A font says in its first four bytes what it is. */
const kindOf = (data: Uint8Array): { readonly mime: string; readonly format: string } =>
  KINDS[String.fromCharCode(...data.subarray(0, 4))] ?? { mime: 'font/ttf', format: 'truetype' };
