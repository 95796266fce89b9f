// What no box can tell: links and page numbers whose place does not exist, and text in drawings that no font has.

import type { Body, Document, DocumentNode, DrawingNode, SourcePlace } from '../../model/document.ts';
import { drawingInk } from './boxes/drawing-text.ts';
import type { Typefaces } from './fonts/typeface.ts';
import { NOTHING_KNOWN } from './lines/dynamic.ts';
import { shaped } from './lines/segments.ts';
import { noteTrouble, type Troubles } from './troubles.ts';

/** Notes each `#id` that a link or a page number points to and that is on no page, and characters missing in drawings. */
export function checkDocument(
  document: Document,
  targets: ReadonlyMap<string, number>,
  typefaces: Typefaces,
  troubles: Troubles,
): void {
  const visit = (node: DocumentNode | Body, at: SourcePlace | null): void => {
    if (node.kind === 'text' || node.style.display === 'none') return;
    const here = node.at ?? at;
    for (const id of wantedIds(node)) {
      if (!targets.has(id)) noteMissing(id, here, troubles);
    }
    if (node.kind === 'drawing') checkDrawing(node, here, typefaces, troubles);
    if (node.kind === 'element') for (const child of node.children) visit(child, here);
  };
  visit(document.body, null);
}

function checkDrawing(
  node: DrawingNode,
  at: SourcePlace | null,
  typefaces: Typefaces,
  troubles: Troubles,
): void {
  for (const shape of node.shapes) {
    if (shape.kind === 'text')
      shaped(shape.text, drawingInk(node, shape, typefaces), at, { known: NOTHING_KNOWN, troubles });
  }
}

function wantedIds(node: DocumentNode | Body): readonly string[] {
  if (node.kind === 'element') {
    const href = node.attributes.href;
    return href?.startsWith('#') === true ? [href.slice(1)] : [];
  }
  return node.kind === 'generated'
    ? node.content.flatMap((part) => (part.kind === 'target-page' ? [part.id] : []))
    : [];
}

function noteMissing(id: string, at: SourcePlace | null, troubles: Troubles): void {
  noteTrouble(
    troubles,
    'link-target-missing',
    at,
    `The link target “#${id}” is on no page of the document.`,
    `Give an element that is shown the id “${id}”, or take the link out.`,
  );
}
