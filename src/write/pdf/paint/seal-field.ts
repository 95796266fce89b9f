// Signature fields (ISO 32000-1, 12.7.4.5): empty ones, and the one that this very file is sealed in, which has its signature
// already, without the signed bytes. They stand by themselves in the file, where they are found without unpacking anything.

import type { SealPlace } from '../../../model/document.ts';
import type { PlacedField } from '../pages/placed.ts';
import { boxOn, type Canvas } from './canvas.ts';
import type { ObjectStore } from './object-store.ts';
import { objectText, type PdfRef, pdfText, refTo } from './object-text.ts';
import { num, strokeColor } from './operators.ts';
import type { OpenPage } from './page-tree.ts';
import { roundedRectangle } from './rounded.ts';
import { paintLabel, paintLines } from './seal-text.ts';
import { tagAnnotation } from './tags.ts';
import { newTextState } from './text-objects.ts';

/** Shown, printed, and not to be moved. */
const FLAGS = 4 + 128;

export type FieldAbout = {
  readonly page: OpenPage;
  /** What content streams name. */
  readonly resources: PdfRef;
  /** The seal that this field is to hold; null leaves it empty. */
  readonly filled: SealPlace | null;
};

/** Writes the field and what it looks like. */
export function paintField(canvas: Canvas, field: PlacedField, about: FieldAbout): PdfRef {
  const { page, filled } = about;
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
    AP: { N: refTo(writeAppearance(canvas, field, about)) },
    V: filled === null ? undefined : refTo(writeSignature(store, filled)),
  };
  store.putPlain(id, objectText(data));
  return refTo(id);
}

/** PAdES (ETSI EN 319 142-1, 6.3). Whether a time stamp belongs to it is a word of our own, as ISO 32000-1, annex E, lets us add. */
export function writeSignature(store: ObjectStore, seal: SealPlace): number {
  const id = store.newId();
  const data = {
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    M: new Date(seal.at),
    Name: pdfText(seal.name),
    Reason: pdfText(seal.reason),
    CSGN_Timestamp: seal.timestamped,
  };
  store.putSignature(id, data, seal.reserve);
  return id;
}

/** A frame, and text in it unless the element shows something itself. The form's y runs upwards. */
function writeAppearance(canvas: Canvas, field: PlacedField, { resources, filled }: FieldAbout): number {
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
  paintFrame(own, field, filled === null ? '[3 2] 0 d' : '[] 0 d');
  if (filled === null) paintLabel(own, field);
  else paintLines(own, field, filled.lines);
  own.operators.push('Q');
  const data = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: resources };
  store.putStream(id, data, Buffer.from(own.operators.join('\n'), 'latin1'));
  return id;
}

const LINE = 0.5;

/** Dashed is a place that is still empty. An element with a border of its own has its frame already. */
function paintFrame(canvas: Canvas, { seal, width, height }: PlacedField, dashes: string): void {
  const style = seal.ink?.style;
  if (style === undefined || Object.values(style.border).some((edge) => edge.width > 0)) return;
  const frame = { x: LINE / 2, top: LINE / 2, width: width - LINE, height: height - LINE };
  const radius = Math.max(0, style.borderRadius - LINE / 2);
  canvas.operators.push(`${strokeColor(style.color)} ${LINE} w ${dashes}`);
  canvas.operators.push(`${roundedRectangle(frame, { upper: radius, lower: radius })} S`);
}
