// Opens font faces, and refuses what cannot be embedded.
// Shaping is the dearest part of making a PDF, so faces and their words live as long as the font's bytes do.

import * as fontkit from 'fontkit';
import type { FontFace } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';
import type { Face, Word } from './face.ts';
import { newMemory } from './memory.ts';
import { outlinesOf } from './sfnt.ts';

/**
 * Words kept per face and generation. A language says most things with a few thousand words; ids and days, which come once, must
 * not fill a process.
 */
const WORDS_KEPT = 4_000;

const opened = new WeakMap<Uint8Array, Map<string, Face>>();

/** Opens a face, or gives back the one opened from the same bytes before. Failure 'template-invalid' if it is no font. */
export function openFace(source: FontFace): Face {
  const name = nameOf(source);
  const known = opened.get(source.data) ?? new Map<string, Face>();
  opened.set(source.data, known);
  const face = known.get(name) ?? faceFrom(source, name);
  known.set(name, face);
  return face;
}

/** How a face is named in messages. */
export const nameOf = (source: FontFace): string => `${source.family} ${source.weight} ${source.style}`;

function faceFrom(source: FontFace, name: string): Face {
  const font = readFont(source.data, source, name);
  return attempt(name, () => {
    const em = font.unitsPerEm;
    // fontkit reads a table when it is first asked for; what every document asks for is tried here.
    font.hasGlyphForCodePoint(0x20);
    const face: Face = {
      source,
      font,
      em,
      ascent: font.ascent / em,
      descent: -font.descent / em,
      xHeight: (font.xHeight || font.ascent / 2) / em,
      covered: new Map(),
      words: newMemory<Word>(WORDS_KEPT),
      others: newMemory<Word>(WORDS_KEPT),
    };
    const numbers = [
      face.ascent,
      face.descent,
      face.xHeight,
      font.underlinePosition,
      font.underlineThickness,
    ];
    if (!numbers.every(Number.isFinite)) throw unreadable(name, 'It does not say how tall its letters are.');
    return face;
  });
}

function readFont(data: Uint8Array, source: FontFace, name: string): fontkit.Font {
  const kept = outlinesOf(data);
  if (kept === null) throw unreadable(name, 'It is neither a TrueType nor an OpenType font.');
  if (kept === 'cut') throw unreadable(name, 'It is cut off.');
  if (kept === 'none') throw unreadable(name, 'It has no outlines that can be put into a file.');
  const font = attempt(name, () => fontkit.create(padded(data)));
  if ('fonts' in font) throw unreadable(name, 'It is a collection of fonts.');
  const weight = font.variationAxes.wght?.default;
  if (weight !== undefined && weight !== source.weight)
    throw unreadable(
      name,
      `It is a variable font of weight ${weight}, and only that weight can be taken from it.`,
    );
  return font;
}

/** Does what may stumble over a broken font. Failure 'template-invalid' that names the font. */
export function attempt<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof Failure ? cause : unreadable(name, 'It is damaged.', cause);
  }
}

const unreadable = (name: string, why: string, cause?: unknown): Failure =>
  new Failure(
    'template-invalid',
    `The font ${name} cannot be used. ${why}`,
    'Give a TrueType (.ttf) or OpenType (.otf) font file, one for each weight and style.',
    { cause },
  );

/** fontkit reads the header of a glyph that has no outline; at the very end of the file there must be something to read. */
function padded(data: Uint8Array): Buffer {
  const longer = Buffer.alloc(data.byteLength + 16);
  longer.set(data);
  return longer;
}
