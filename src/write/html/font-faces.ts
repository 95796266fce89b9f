// `@font-face` rules with the fonts inside them: only the faces that some text of the document comes out at.

import type { FontFace, Style } from '../../model/document.ts';
import { coverageOf } from './coverage.ts';
import { families, number, quoted } from './css-text.ts';
import { base64 } from './drawing.ts';

type Wanted = Pick<Style, 'fontFamily' | 'fontWeight' | 'fontStyle'>;

/** What texts ask of fonts: their characters, by the family, weight and style they are set in. */
export type Lettering = {
  readonly note: (style: Wanted, text: string) => void;
  readonly all: () => Iterable<Asked>;
};
type Asked = { readonly wanted: Wanted; readonly characters: Set<number> };

export const makeLettering = (): Lettering => {
  const byKey = new Map<string, Asked>();
  const byStyle = new Map<Wanted, Asked>();
  const askedOf = (style: Wanted): Asked => {
    const key = `${style.fontFamily.join('|')} ${style.fontWeight} ${style.fontStyle}`;
    const asked = byKey.get(key) ?? { wanted: style, characters: new Set() };
    byKey.set(key, asked);
    byStyle.set(style, asked);
    return asked;
  };
  return {
    note: (style, text) => {
      const { characters } = byStyle.get(style) ?? askedOf(style);
      for (const character of text) characters.add(character.codePointAt(0) ?? 0);
    },
    all: () => byKey.values(),
  };
};

/** The rules, in the document's order, and the families that are asked after a style's own for what those lack. */
export const fontCss = (fonts: readonly FontFace[], lettering: Lettering): string => {
  const used = new Set<FontFace>();
  const more = new Set<string>();
  for (const { wanted, characters } of lettering.all()) {
    if (characters.size === 0) continue;
    const own = facesFor(fonts, wanted, wanted.fontFamily);
    for (const face of own) used.add(face);
    for (const face of fallbacks(fonts, wanted, missingIn(own, characters))) {
      used.add(face);
      more.add(face.family);
    }
  }
  const order = [...new Set(fonts.map(({ family }) => family))].filter((family) => more.has(family));
  const rules = fonts.filter((font) => used.has(font)).map(rule);
  return `${rules.join('')}:root{--more:${order.length === 0 ? 'sans-serif' : families(order)}}\n`;
};

/** What never shows by itself needs no glyph. */
const UNSEEN = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

const missingIn = (faces: readonly FontFace[], characters: ReadonlySet<number>): readonly number[] =>
  [...characters].filter(
    (one) => !faces.some(({ data }) => coverageOf(data)(one)) && !UNSEEN.test(String.fromCodePoint(one)),
  );

/** Character by character the first family of the document that has it. */
const fallbacks = (
  fonts: readonly FontFace[],
  wanted: Wanted,
  missing: readonly number[],
): readonly FontFace[] => {
  const names = [...new Set(fonts.map(({ family }) => family))];
  const faces = missing.length === 0 ? [] : facesFor(fonts, wanted, names);
  return missing.flatMap((one) => faces.find(({ data }) => coverageOf(data)(one)) ?? []);
};

/** The nearest face of every family named. */
const facesFor = (
  fonts: readonly FontFace[],
  wanted: Wanted,
  names: readonly string[],
): readonly FontFace[] =>
  names.flatMap(
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
