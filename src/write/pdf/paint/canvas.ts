// The page being painted: operators in order, the marked content that is open, and the state that is set.

import type { ImageSource } from '../../../model/document.ts';
import type { Leaf } from '../boxes/structure.ts';
import type { Face } from '../fonts/face.ts';
import type { Typefaces } from '../fonts/typeface.ts';
import { writeImage } from './image-object.ts';
import { num } from './operators.ts';
import type { PdfFile, PdfFont } from './pdf-file.ts';
import { type Box, beginMark, type Tags } from './tags.ts';
import { closeMarked, newTextState, openMarked, type TextState, takeOperators } from './text-objects.ts';

export type Canvas = {
  readonly file: PdfFile;
  readonly tags: Tags;
  readonly typefaces: Typefaces;
  readonly fonts: Map<Face, PdfFont>;
  readonly images: Map<ImageSource, { readonly name: string; readonly id: number }>;
  readonly operators: string[];
  readonly text: TextState;
  /** What marked content is open: a leaf's, an artifact's, or none. */
  open: Leaf | 'artifact' | null;
  /** Last value set for each kind of state, so that it is not set again. */
  readonly state: Map<string, unknown>;
};

export const newCanvas = (file: PdfFile, tags: Tags, typefaces: Typefaces): Canvas => ({
  file,
  tags,
  typefaces,
  fonts: new Map(),
  images: new Map(),
  operators: [],
  text: newTextState(),
  open: null,
  state: new Map(),
});

/** What follows belongs to this leaf; null makes it an artifact, and so does an element that stands nowhere: white space. */
export function mark(canvas: Canvas, leaf: Leaf | null, artifact = '/Artifact BMC'): void {
  const tagged =
    leaf === null || (leaf.owner.parent === null && leaf.owner.role !== 'Document') ? null : leaf;
  const wanted = tagged ?? 'artifact';
  if (canvas.open === wanted) return;
  closeMark(canvas);
  openMarked(canvas, tagged === null ? artifact : beginMark(canvas.tags, tagged));
  canvas.open = wanted;
}

export function closeMark(canvas: Canvas): void {
  if (canvas.open !== null) closeMarked(canvas);
  canvas.open = null;
}

/** Pushes an operator unless the state already has this value. */
export function setState(canvas: Canvas, kind: string, operator: string): void {
  if (canvas.state.get(kind) === operator) return;
  canvas.state.set(kind, operator);
  canvas.operators.push(operator);
}

/** Writes the operators so far as a content stream, in which y runs downwards from the page's top; gives its number. */
export function writeContent(canvas: Canvas, height: number): number {
  const { store } = canvas.file;
  const id = store.newId();
  const text = `q 1 0 0 -1 0 ${num(height)} cm\n${takeOperators(canvas).join('\n')}\nQ`;
  store.putStream(id, {}, Buffer.from(text, 'latin1'));
  canvas.state.clear();
  return id;
}

/** The face's font in this file. */
export function fontOn(canvas: Canvas, face: Face): PdfFont {
  const known = canvas.fonts.get(face);
  if (known !== undefined) return known;
  const font = canvas.file.openFont(face);
  canvas.fonts.set(face, font);
  return font;
}

/** The name that content streams call an image by; the first use writes it. */
export function imageOn(canvas: Canvas, source: ImageSource): string {
  const { images, file } = canvas;
  const known = images.get(source) ?? { name: `I${images.size + 1}`, id: writeImage(file.store, source) };
  images.set(source, known);
  return known.name;
}

/** A rectangle on the page, in points from its top left corner. */
export type Place = {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A place of the page in PDF's own coordinates, which run upwards. */
export function boxOn(height: number, { x, top, width, height: own }: Place): Box {
  return [x, height - top - own, x + width, height - top];
}

/** Remembers where a figure stands. */
export function noteBox(canvas: Canvas, place: Place & { readonly leaf: Leaf | null }): void {
  const { page, boxes } = canvas.tags;
  if (place.leaf !== null && page !== null) boxes.set(place.leaf.owner, boxOn(page.height, place));
}
