// The file being written. Objects are ours, and so are TrueType programs; all else of fonts, and the colour profile, is pdfkit's. What we use of
// its inside is named here and nowhere else, which is why its version is pinned.

import PDFDocument from 'pdfkit';
import { Failure } from '../../../problem.ts';
import type { Face } from '../fonts/face.ts';
import { attempt, nameOf } from '../fonts/open-face.ts';
import { outlinesOf } from '../fonts/sfnt.ts';
import { fontProgram } from './font-program.ts';
import { newObjectStore, type ObjectStore } from './object-store.ts';
import { objectText, type PdfRef } from './object-text.ts';

/** pdfkit's font with a subset: glyphs are added as they are used. */
export type PdfFont = {
  readonly id: string;
  /** `glyphs`: the font's glyph for each of the subset's. */
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number; encode: () => Uint8Array };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  /** The font's dictionary, which is written with the subset. */
  readonly ref: () => PdfRef;
};

export type PdfFile = {
  readonly store: ObjectStore;
  /** A face's font in this file. */
  readonly openFont: (face: Face) => PdfFont;
  /** Writes the fonts with the glyphs that were used. */
  readonly endFonts: () => void;
  /** Writes the output intent: colours are sRGB. */
  readonly outputIntents: () => readonly PdfRef[];
};

/** A reference of pdfkit: an object with what was written to it, if it is a stream. */
type Reference = PdfRef & {
  readonly data: Record<string, unknown>;
  readonly buffer: readonly Uint8Array[];
  readonly compress: boolean;
};
type Inside = {
  ref: (data?: object) => Reference;
  font(source: unknown, name: string): void;
  readonly _font: PdfFont;
  readonly _fontFamilies: Readonly<Record<string, { finalize(): void }>>;
  endSubset(): void;
  readonly _root: { readonly data: { readonly OutputIntents?: readonly PdfRef[] } };
};

export function openPdf(): PdfFile {
  const store = newObjectStore();
  const options: Record<string, unknown> = { autoFirstPage: false, font: null, subset: 'PDF/A-3a' };
  const inside: object = new PDFDocument(options);
  if (!isKnown(inside))
    throw new Failure('bug', 'The PDF writer is not the version it was made for.', 'Please report this.');
  const make = inside.ref;
  inside.ref = (data) => {
    const reference = make.call(inside, data);
    return Object.assign(reference, { id: store.newId(), finalize: () => end(store, reference) });
  };
  return {
    store,
    openFont: (face) => openFont(inside, face),
    endFonts: () => {
      for (const font of Object.values(inside._fontFamilies)) font.finalize();
    },
    outputIntents: () => {
      inside.endSubset();
      return inside._root.data.OutputIntents ?? [];
    },
  };
}

const isKnown = (inside: object): inside is Inside =>
  ['ref', 'font', '_fontFamilies', 'endSubset', '_root'].every((name) => name in inside);

/** pdfkit takes an opened fontkit font; a name of its own keeps it from being taken for another. */
function openFont(inside: Inside, face: Face): PdfFont {
  inside.font(face.font, `face-${Object.keys(inside._fontFamilies).length}`);
  // Only a font that has been referred to is written.
  inside._font.ref();
  const { subset } = inside._font;
  const { source } = face;
  // fontkit takes every glyph apart and puts it together again, to the same bytes.
  if (outlinesOf(source.data) === 'glyf')
    subset.encode = () => attempt(nameOf(source), () => fontProgram(source.data, subset));
  return inside._font;
}

function end(store: ObjectStore, reference: Reference): void {
  const { id, data, buffer, compress } = reference;
  const bytes = Buffer.concat(buffer);
  if (buffer.length === 0) store.put(id, objectText(data));
  else store.putStream(id, { ...data, ...lengthOfFont(bytes) }, bytes, !compress);
}

/** A TrueType program tells its length unpacked too (ISO 32000-1, 9.9); pdfkit leaves it out. */
const lengthOfFont = (bytes: Buffer): object =>
  bytes.length > 4 && [0x00010000, 0x74727565].includes(bytes.readUInt32BE(0))
    ? { Length1: bytes.length }
    : {};
