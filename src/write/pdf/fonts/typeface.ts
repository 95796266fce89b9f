// Chooses faces: the family list, weight and style of an element become an ordered list of faces,
// and a text is cut into words of the first face that has each character.

import type { FontFace, Style } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';
import { type Face, openFace, shapeWord, type Word } from './face.ts';

/** Faces in the order they are asked for a character. */
export type Typeface = {
  readonly faces: readonly [Face, ...Face[]];
  readonly parts: Map<string, readonly Word[] | null>;
};

type Wanted = Pick<Style, 'fontFamily' | 'fontWeight' | 'fontStyle'>;
export type Typefaces = { readonly choose: (wanted: Wanted) => Typeface };

/** Builds the chooser for a document's fonts. Failure 'template-invalid' when there are none. */
export function typefacesOf(fonts: readonly FontFace[]): Typefaces {
  if (fonts.length === 0) {
    throw new Failure(
      'template-invalid',
      'The document brings no font.',
      'Add an @font-face rule to the theme.',
    );
  }
  const known = new Map<string, Typeface>();
  const choose = (wanted: Wanted): Typeface => {
    const key = `${wanted.fontFamily.join('|')} ${wanted.fontWeight} ${wanted.fontStyle}`;
    const typeface = known.get(key) ?? { faces: facesFor(fonts, wanted), parts: new Map() };
    known.set(key, typeface);
    return typeface;
  };
  return { choose };
}

function facesFor(fonts: readonly FontFace[], wanted: Wanted): [Face, ...Face[]] {
  const families = [
    ...new Set([...wanted.fontFamily.map(lower), ...fonts.map((font) => lower(font.family))]),
  ];
  const faces = families.flatMap((family) => {
    const nearest = fonts
      .filter((font) => lower(font.family) === family)
      .sort((a, b) => distance(a, wanted) - distance(b, wanted))[0];
    return nearest === undefined ? [] : [openFace(nearest)];
  });
  const [first, ...rest] = faces;
  if (first === undefined)
    throw new Failure('bug', 'No face was found among the fonts.', 'Please report this.');
  return [first, ...rest];
}

const lower = (family: string): string => family.toLowerCase();

/** CSS Fonts 4, 5.2: the style first, then the weight, looking lighter below 400 and bolder above 500. */
function distance(font: FontFace, wanted: Wanted): number {
  const style = font.style === wanted.fontStyle ? 0 : 10_000;
  const step = font.weight - wanted.fontWeight;
  const wrongWay =
    wanted.fontWeight < 400 ? step > 0 : wanted.fontWeight > 500 ? step < 0 : step < 0 || font.weight > 500;
  return style + Math.abs(step) + (wrongWay && step !== 0 ? 1_000 : 0);
}

/** Shaped words of `text`, one or more per face; null when a character is in no face (see `missingIn`). */
export function shapeText(typeface: Typeface, text: string, ligatures = true): readonly Word[] | null {
  const key = ligatures ? text : `\u0000${text}`;
  const known = typeface.parts.get(key);
  if (known !== undefined) return known;
  if (typeface.parts.size > 50_000) typeface.parts.clear();
  const words = cut(typeface, text)?.map(([face, part]) => shapeWord(face, part, ligatures)) ?? null;
  typeface.parts.set(key, words);
  return words;
}

function cut(typeface: Typeface, text: string): [Face, string][] | null {
  const parts: [Face, string][] = [];
  for (const character of text) {
    const last = parts.at(-1);
    const face = isInvisible(character)
      ? (last?.[0] ?? typeface.faces[0])
      : faceWith(typeface, character, last?.[0]);
    if (face === undefined) return null;
    const shown = isInvisible(character) && !hasGlyph(face, character) ? '' : character;
    if (last !== undefined && last[0] === face) last[1] += shown;
    else parts.push([face, shown]);
  }
  return parts;
}

/** A mark stays in the face of its letter when that face has it, so that the two are shaped together. */
function faceWith(typeface: Typeface, character: string, current: Face | undefined): Face | undefined {
  if (current !== undefined && /^\p{M}$/u.test(character) && hasGlyph(current, character)) return current;
  return typeface.faces.find((face) => hasGlyph(face, character));
}

const hasGlyph = (face: Face, character: string): boolean =>
  face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

/** Characters that never show by themselves (Unicode's default ignorables that people paste). */
const INVISIBLE = /^(?:[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u034f|[\ufe00-\ufe0f])$/;
const isInvisible = (character: string): boolean => INVISIBLE.test(character);

/** The characters of `text` that no face has, each once. */
export function missingIn(typeface: Typeface, text: string): readonly string[] {
  const missing = [...text].filter(
    (character) => !isInvisible(character) && faceWith(typeface, character, undefined) === undefined,
  );
  return [...new Set(missing)];
}
