// Chooses faces: the family list, weight and style of an element become an ordered list of faces,
// and a text is cut into words of the first face that has each character.

import type { FontFace, Style } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';
import { cutByFace } from './coverage.ts';
import type { Face, Word } from './face.ts';
import { openFace } from './open-face.ts';
import { type Manner, PLAIN, plainWord, shapeWord } from './word.ts';

/** Faces in the order they are asked for a character. */
export type Typeface = {
  readonly faces: readonly [Face, ...Face[]];
  /** Texts that were shaped before; the first face knows itself which words are its own. */
  readonly parts: Map<string, readonly Word[] | null>;
};

/** Texts kept per typeface; beyond it the memory is dropped and fills anew. */
const PARTS_KEPT = 8_000;

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
  // Many elements share a style, and it never changes.
  const chosen = new WeakMap<Wanted, Typeface>();
  const choose = (wanted: Wanted): Typeface => {
    const before = chosen.get(wanted);
    if (before !== undefined) return before;
    const key = `${wanted.fontFamily.join('|')} ${wanted.fontWeight} ${wanted.fontStyle}`;
    const typeface = known.get(key) ?? { faces: facesFor(fonts, wanted), parts: new Map() };
    known.set(key, typeface);
    chosen.set(wanted, typeface);
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
export function shapeText(typeface: Typeface, text: string, manner: Manner = PLAIN): readonly Word[] | null {
  const plain =
    manner.rtl || manner.apart ? null : (knownWord(typeface, text) ?? plainWord(typeface.faces[0], text));
  if (plain !== null) return [plain];
  const key = `${manner.rtl ? 'r' : 'l'}${manner.apart ? 'a' : 'j'}${text}`;
  const known = typeface.parts.get(key);
  if (known !== undefined) return known;
  const parts = cutByFace(typeface.faces, text);
  const words = parts?.map((part) => shapeWord(part.face, part.text, manner)) ?? null;
  if (words?.length === 1 && words[0] === knownWord(typeface, text)) return words;
  if (typeface.parts.size > PARTS_KEPT) typeface.parts.clear();
  typeface.parts.set(key, words);
  return words;
}

/** The word when the first face has shaped it before, left to right with all features: what nearly every text is. */
export const knownWord = (typeface: Typeface, text: string): Word | undefined =>
  typeface.faces[0].words.get(text);
