// What no box can tell: links and page numbers whose place does not exist, and text in drawings that no font has.
// Looked for while the body's children go by, so that they need not stay.

import type { Body, DocumentNode, DrawingNode, SourcePlace } from '../../model/document.ts';
import { drawingInk } from './boxes/drawing-text.ts';
import { checkSeal, type SealCheck } from './check-seals.ts';
import type { Typefaces } from './fonts/typeface.ts';
import { shaped } from './lines/shaped.ts';
import { noteTrouble, type Troubles } from './troubles.ts';

/** Where each `#id` is pointed to, each place of a template once. */
export type Wants = Map<string, Map<string, SourcePlace | null>>;

export const newWants = (): Wants => new Map();

/** The body, whose children are looked through as they are taken out. Characters missing in drawings are noted at once. */
export function noteWants(body: Body, wants: Wants, typefaces: Typefaces, troubles: Troubles): Body {
  function* watched(): Generator<DocumentNode> {
    const check = { wants, typefaces, troubles, names: new Set<string>() };
    for (const child of body.children) {
      visit(child, body.at, false, check);
      yield child;
    }
  }
  return { ...body, children: { [Symbol.iterator]: watched } };
}

/** `repeated`: in what comes again on every page. */
function visit(
  node: DocumentNode,
  at: SourcePlace | null,
  repeated: boolean,
  check: SealCheck & { readonly wants: Wants },
): void {
  if (node.kind === 'text' || node.style.display === 'none') return;
  const here = node.at ?? at;
  for (const id of wantedIds(node)) want(check.wants, id, here);
  if (node.kind === 'drawing') checkDrawing(node, here, check.typefaces, check.troubles);
  if (node.kind !== 'element') return;
  checkSeal(node, here, repeated, check);
  const again = repeated || node.style.display === 'table-header-group';
  for (const child of node.children) visit(child, here, again, check);
}

function want(wants: Wants, id: string, at: SourcePlace | null): void {
  const key = at === null ? '' : `${at.line}:${at.column} ${at.template}`;
  const places = wants.get(id) ?? new Map<string, SourcePlace | null>();
  wants.set(id, places.set(key, at));
}

function checkDrawing(
  node: DrawingNode,
  at: SourcePlace | null,
  typefaces: Typefaces,
  troubles: Troubles,
): void {
  for (const shape of node.shapes) {
    if (shape.kind === 'text') shaped(shape.text, drawingInk(node, shape, typefaces), at, { troubles });
  }
}

function wantedIds(node: DocumentNode): readonly string[] {
  if (node.kind === 'element') {
    const href = node.attributes.href;
    return href?.startsWith('#') === true ? [href.slice(1)] : [];
  }
  return node.kind === 'generated'
    ? node.content.flatMap((part) => (part.kind === 'target-page' ? [part.id] : []))
    : [];
}

/** Notes each wanted id that is on no page. */
export function checkWants(wants: Wants, targets: ReadonlyMap<string, number>, troubles: Troubles): void {
  for (const [id, places] of wants)
    if (!targets.has(id)) for (const at of places.values()) noteMissing(id, at, troubles);
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
