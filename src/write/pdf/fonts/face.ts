// One font face: its fontkit font, its metrics, and the words it has shaped so far.
// Shaping is the dearest part of making a PDF, so faces and their words live as long as the font's bytes do.

import * as fontkit from 'fontkit';
import type { FontFace } from '../../../model/document.ts';
import { Failure } from '../../../problem.ts';
import type { Word } from './word.ts';

/** `ascent`, `descent` (positive, below the baseline) and `xHeight` in ems. */
export type Face = {
  readonly source: FontFace;
  readonly font: fontkit.Font;
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
  /** Words by their text, shaped left to right with all features: what nearly every text is. */
  readonly words: Map<string, Word>;
  /** Words shaped in another manner, by manner and text. */
  readonly others: Map<string, Word>;
};

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
    others: new Map(),
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
