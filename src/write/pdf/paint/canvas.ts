// The page being painted: operators in order, the marked content that is open, and the state that is set.

import type { Leaf } from '../boxes/structure.ts';
import type { Face } from '../fonts/face.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import type { PdfFile, PdfFont } from './pdf-file.ts';
import { beginMark, type Tags } from './tags.ts';

export type Canvas = {
  readonly file: PdfFile;
  readonly tags: Tags;
  readonly typefaces: Typefaces;
  readonly fonts: Map<Face, PdfFont>;
  readonly operators: string[];
  /** What marked content is open: a leaf's, an artifact's, or none. */
  open: Leaf | 'artifact' | null;
  /** Last value set for each kind of state, so that it is not set again. */
  readonly state: Map<string, string>;
};

export const newCanvas = (file: PdfFile, tags: Tags, typefaces: Typefaces): Canvas => ({
  file,
  tags,
  typefaces,
  fonts: new Map(),
  operators: [],
  open: null,
  state: new Map(),
});

/** What follows belongs to this leaf; null makes it an artifact. */
export function mark(canvas: Canvas, leaf: Leaf | null, artifact = '/Artifact BMC'): void {
  const wanted = leaf ?? 'artifact';
  if (canvas.open === wanted) return;
  closeMark(canvas);
  canvas.operators.push(leaf === null ? artifact : beginMark(canvas.tags, leaf));
  canvas.open = wanted;
}

export function closeMark(canvas: Canvas): void {
  if (canvas.open !== null) canvas.operators.push('EMC');
  canvas.open = null;
}

/** Pushes an operator unless the state already has this value. */
export function setState(canvas: Canvas, kind: string, operator: string): void {
  if (canvas.state.get(kind) === operator) return;
  canvas.state.set(kind, operator);
  canvas.operators.push(operator);
}

/** Hands the operators so far to the page. */
export function flush(canvas: Canvas): void {
  if (canvas.operators.length > 0) canvas.file.addContent(canvas.operators.join('\n'));
  canvas.operators.length = 0;
}

/** The face's font in this file, listed among the page's resources. */
export function fontOn(canvas: Canvas, face: Face): PdfFont {
  const { file, fonts } = canvas;
  const font = fonts.get(face) ?? openFont(file, face, fonts.size);
  fonts.set(face, font);
  file.page.fonts[font.id] ??= font.ref();
  return font;
}

function openFont(file: PdfFile, face: Face, count: number): PdfFont {
  // pdfkit takes an opened fontkit font; its types know only of files and bytes.
  const source: unknown = face.font;
  file.font(source as PDFKit.Mixins.PDFFontSource, `face-${count}`);
  return file._font;
}
