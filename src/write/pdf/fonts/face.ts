// One font face: its fontkit font, its metrics, and the words it has measured so far.
// Shaping is the dearest part of making a PDF, so faces and their words live as long as the font's bytes do.

import * as fontkit from 'fontkit';
import type { FontFace } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';

/** Distances in thousandths of the font size. `natural` is the font's own width, `advance` what shaping made of it. */
export type Glyph = {
  readonly id: number;
  readonly advance: number;
  readonly natural: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly codePoints: readonly number[];
};

/** A shaped piece of text in one face; `width` in ems. */
export type Word = {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  readonly glyphs: readonly Glyph[];
};

/** `ascent`, `descent` (positive, below the baseline) and `xHeight` in ems. */
export type Face = {
  readonly source: FontFace;
  readonly font: fontkit.Font;
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
  readonly words: Map<string, Word>;
};

/** Words kept per face; beyond it the memory is dropped and fills anew. */
const WORDS_KEPT = 50_000;

const opened = new WeakMap<Uint8Array, Map<string, Face>>();

/** Opens a face, or gives back the one opened from the same bytes before. Failure 'template-invalid' if it is no font. */
export function openFace(source: FontFace): Face {
  const name = `${source.family} ${source.weight} ${source.style}`;
  const known = opened.get(source.data) ?? new Map<string, Face>();
  opened.set(source.data, known);
  const face = known.get(name) ?? faceFrom(source, name);
  known.set(name, face);
  return face;
}

function faceFrom(source: FontFace, name: string): Face {
  const font = readFont(source.data, name);
  const em = font.unitsPerEm;
  return {
    source,
    font,
    ascent: font.ascent / em,
    descent: -font.descent / em,
    xHeight: (font.xHeight || font.ascent / 2) / em,
    words: new Map(),
  };
}

function readFont(data: Uint8Array, name: string): fontkit.Font {
  const refused = (cause?: unknown) =>
    new Failure(
      'template-invalid',
      `The font ${name} cannot be read.`,
      'Give a TrueType or OpenType font file.',
      { cause },
    );
  try {
    const font = fontkit.create(padded(data));
    if ('fonts' in font) throw refused();
    return font;
  } catch (cause) {
    throw cause instanceof Failure ? cause : refused(cause);
  }
}

/** fontkit reads the header of a glyph that has no outline; at the very end of the file there must be something to read. */
function padded(data: Uint8Array): Buffer {
  const longer = Buffer.alloc(data.byteLength + 16);
  longer.set(data);
  return longer;
}

/** Shapes `text`, which the face must cover; without ligatures where letters are to stand apart. */
export function shapeWord(face: Face, text: string, ligatures = true): Word {
  const key = ligatures ? text : `\u0000${text}`;
  const known = face.words.get(key);
  if (known !== undefined) return known;
  if (face.words.size >= WORDS_KEPT) face.words.clear();
  const word = shape(face, text, ligatures);
  face.words.set(key, word);
  return word;
}

function shape(face: Face, text: string, ligatures: boolean): Word {
  const run = face.font.layout(text, ligatures ? undefined : { liga: false, clig: false, dlig: false });
  const scale = 1000 / face.font.unitsPerEm;
  const glyphs = run.glyphs.map((glyph, index): Glyph => {
    const position = run.positions[index];
    return {
      id: glyph.id,
      advance: (position?.xAdvance ?? glyph.advanceWidth) * scale,
      natural: glyph.advanceWidth * scale,
      offsetX: (position?.xOffset ?? 0) * scale,
      offsetY: (position?.yOffset ?? 0) * scale,
      codePoints: glyph.codePoints,
    };
  });
  const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) / 1000;
  return { text, face, width, glyphs };
}
