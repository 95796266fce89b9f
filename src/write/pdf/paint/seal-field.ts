// Signature fields (ISO 32000-1, 12.7.4.5): empty ones, to be signed by an incremental update that sets /V. The objects that such
// an update writes anew stand by themselves in the file, where they are found without unpacking anything.

import { shapeText } from '../fonts/typeface.ts';
import type { PlacedField } from '../pages/placed.ts';
import { boxOn, type Canvas } from './canvas.ts';
import { objectText, type PdfRef, pdfText, refTo } from './object-text.ts';
import { num, strokeColor } from './operators.ts';
import type { OpenPage } from './page-tree.ts';
import { paintRun } from './paint-text.ts';
import { roundedRectangle } from './rounded.ts';
import { tagAnnotation } from './tags.ts';
import { newTextState } from './text-objects.ts';

/** Shown, printed, and not to be moved. */
const FLAGS = 4 + 128;

/** Writes the field and what it looks like; `resources` is what content streams name. */
export function paintField(canvas: Canvas, field: PlacedField, page: OpenPage, resources: PdfRef): PdfRef {
  const { store } = canvas.file;
  const id = store.newId();
  page.annotations.push(id);
  const { name, label, structure } = field.seal;
  const data = {
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: pdfText(name),
    TU: pdfText(label),
    Rect: boxOn(page.height, field),
    F: FLAGS,
    P: refTo(page.id),
    StructParent: tagAnnotation(canvas.tags, structure, id),
    AP: { N: refTo(writeAppearance(canvas, field, resources)) },
  };
  store.putPlain(id, objectText(data));
  return refTo(id);
}

/** A frame, and the label in it unless the element shows something itself. The form's y runs upwards. */
function writeAppearance(canvas: Canvas, field: PlacedField, resources: PdfRef): number {
  const { store } = canvas.file;
  const { width, height } = field;
  const id = store.newId();
  const own: Canvas = {
    ...canvas,
    operators: [`q 1 0 0 -1 0 ${num(height)} cm`],
    text: newTextState(),
    open: null,
    state: new Map(),
  };
  paintFrame(own, field);
  paintLabel(own, field);
  own.operators.push('Q');
  const data = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: resources };
  store.putStream(id, data, Buffer.from(own.operators.join('\n'), 'latin1'));
  return id;
}

const LINE = 0.5;

/** Dashed: a place that is still empty. An element with a border of its own has its frame already. */
function paintFrame(canvas: Canvas, { seal, width, height }: PlacedField): void {
  const style = seal.ink?.style;
  if (style === undefined || Object.values(style.border).some((edge) => edge.width > 0)) return;
  const frame = { x: LINE / 2, top: LINE / 2, width: width - LINE, height: height - LINE };
  const radius = Math.max(0, style.borderRadius - LINE / 2);
  canvas.operators.push(`${strokeColor(style.color)} ${LINE} w [3 2] 0 d`);
  canvas.operators.push(`${roundedRectangle(frame, { upper: radius, lower: radius })} S`);
}

/** On one line at the upper left, inside the element's padding. */
function paintLabel(canvas: Canvas, { seal }: PlacedField): void {
  const { ink, label } = seal;
  if (ink === null) return;
  const { style, typeface } = ink;
  const half = (style.lineHeight - style.fontSize) / 2;
  const baseline = Math.max(style.padding.top, 3) + half + typeface.faces[0].ascent * style.fontSize;
  let x = Math.max(style.padding.left, 3);
  for (const word of shapeText(typeface, label) ?? []) {
    paintRun(canvas, { ink, words: [{ word, x }] }, baseline);
    x += word.width * style.fontSize;
  }
}
