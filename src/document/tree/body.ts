// The body of a document: its children are made one after the other, as often as they are asked for, and none is kept.
import type { Body, DocumentNode, SourcePlace } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, type MarkupNode } from '../parse/tree.ts';
import type { Rendered } from '../render/rendered.ts';
import type { Spot } from '../source-text.ts';
import { type Cascade, makeCascade } from '../style/cascade.ts';
import type { Sheet } from '../style/sheet.ts';
import { newCounters } from './counters.ts';
import { documentNode, generatedNode } from './document-nodes.ts';
import { newDrawings } from './drawings.ts';
import { lintPictures, type Pictures } from './images.ts';
import { checkLinks } from './links.ts';
import { type OpenPage, openPage } from './open-page.ts';

type Tell = (diagnostic: Diagnostic) => void;
export type BodySource = {
  readonly rendered: Rendered;
  readonly sheet: Sheet;
  readonly pictures: Pictures;
  readonly place: (spot: Spot) => SourcePlace;
};
export type CheckedBody = { readonly page: OpenPage; readonly body: Body };

/** Up to so many characters of markup the nodes are kept: making them again takes longer than they are worth. */
const MOST_KEPT = 524_288;

/** Goes through all of the body once and tells what is wrong with it; null when there is none. */
export const checkBody = (source: BodySource, tell: Tell): CheckedBody | null => {
  const { rendered, sheet, pictures, place } = source;
  const cascade = makeCascade(sheet, tell);
  const page = openPage(rendered, cascade, tell);
  if (page === null) return null;
  const links = checkLinks();
  const look = (child: MarkupNode): void => {
    links.see(child);
    if (child.kind === 'element') lintPictures(child, pictures, tell);
  };
  links.see(page.body);
  const kept: DocumentNode[] = [];
  const keep = rendered.html.length <= MOST_KEPT;
  // Nobody asks where nodes stand that are not kept.
  const asked = keep ? source : { ...source, place: nowhere };
  for (const node of bodyNodes(page, cascade, asked, look)) if (keep) kept.push(node);
  links.finish(tell);
  const children = keep ? kept : { [Symbol.iterator]: () => again(source) };
  const body: Body = {
    kind: 'element',
    tag: page.body.tag,
    id: attributeOf(page.body, 'id'),
    style: page.own.computed.style,
    attributes: page.body.shape.written,
    children,
    at: place(page.body.spot),
  };
  return { page, body };
};

const NOWHERE: SourcePlace = { template: '', line: 0, column: 0 };
const nowhere = (): SourcePlace => NOWHERE;

/** The nodes of a body that was checked. */
function* again(source: BodySource): Generator<DocumentNode> {
  const cascade = makeCascade(source.sheet, () => undefined);
  const page = openPage(source.rendered, cascade, null);
  if (page !== null) yield* bodyNodes(page, cascade, source, () => undefined);
}

function* bodyNodes(
  { body, root, own, nodes }: OpenPage,
  cascade: Cascade,
  { pictures, place }: BodySource,
  look: (child: MarkupNode) => void,
): Generator<DocumentNode> {
  const counters = newCounters();
  counters.enter(root.computed.counters);
  counters.enter(own.computed.counters);
  const builder = { cascade, rem: root.computed.rem, pictures, place, counters, drawings: newDrawings() };
  const before = generatedNode(body, 'before', own, builder);
  if (before !== null) yield before;
  for (const child of nodes) {
    look(child);
    const node = documentNode(child, own, builder);
    if (node !== null) yield node;
  }
  const after = generatedNode(body, 'after', own, builder);
  if (after !== null) yield after;
}
