// The body of a document: its children are made one after the other, as often as they are asked for, and none is kept.
import type { Body, DocumentNode, SourcePlace } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import { attributeOf, type MarkupNode, spotOf } from '../parse/tree.ts';
import type { Rendered } from '../render/rendered.ts';
import type { Spot } from '../source-text.ts';
import { type Cascade, makeCascade } from '../style/cascade.ts';
import type { Sheet } from '../style/sheet.ts';
import { newCounters } from './counters.ts';
import { type Builder, checkStyles, documentNode, generatedNode } from './document-nodes.ts';
import { newDrawings } from './drawings.ts';
import { lintPictures, type Pictures } from './images.ts';
import { lintTables } from './interactive-tables.ts';
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
  const look: Look = (child) => {
    links.see(child);
    if (child.kind !== 'element') return;
    lintPictures(child, pictures, tell);
    lintTables(child, tell);
  };
  links.see(page.body);
  const kept = rendered.html.length <= MOST_KEPT ? [...bodyNodes(page, cascade, source, look)] : null;
  if (kept === null) checkNodes(page, cascade, source, look);
  links.finish(tell);
  const children = kept ?? { [Symbol.iterator]: () => again(source) };
  const body: Body = {
    kind: 'element',
    tag: page.body.tag,
    id: attributeOf(page.body, 'id'),
    style: page.own.computed.style,
    attributes: page.body.shape.written,
    children,
    at: place(spotOf(page.body)),
  };
  return { page, body };
};

/** The nodes of a body that was checked. */
function* again(source: BodySource): Generator<DocumentNode> {
  const cascade = makeCascade(source.sheet, () => undefined);
  const page = openPage(source.rendered, cascade, null);
  if (page !== null) yield* bodyNodes(page, cascade, source, () => undefined);
}

const builderOf = ({ root, own }: OpenPage, cascade: Cascade, { pictures, place }: BodySource): Builder => {
  const counters = newCounters();
  counters.enter(root.computed.counters);
  counters.enter(own.computed.counters);
  return { cascade, rem: root.computed.rem, pictures, place, counters, drawings: newDrawings() };
};

type Look = (child: MarkupNode) => void;

/** Looks for faults alone. */
const checkNodes = (page: OpenPage, cascade: Cascade, source: BodySource, look: Look): void => {
  const builder = builderOf(page, cascade, source);
  for (const child of page.nodes) {
    look(child);
    checkStyles(child, page.own, builder);
  }
};

function* bodyNodes(
  page: OpenPage,
  cascade: Cascade,
  source: BodySource,
  look: Look,
): Generator<DocumentNode> {
  const { body, own } = page;
  const builder = builderOf(page, cascade, source);
  const before = generatedNode(body, 'before', own, builder);
  if (before !== null) yield before;
  const next = nextNode(page, builder, look);
  for (let node = next(); node !== undefined; node = next()) if (node !== null) yield node;
  const after = generatedNode(body, 'after', own, builder);
  if (after !== null) yield after;
}

/** Gives one node after the other, undefined at the end. The markup is gone by the time that its node is worked on. */
const nextNode = ({ nodes, own }: OpenPage, builder: Builder, look: Look) => {
  const from = nodes[Symbol.iterator]();
  return (): DocumentNode | null | undefined => {
    const step = from.next();
    if (step.done === true) return undefined;
    look(step.value);
    return documentNode(step.value, own, builder);
  };
};
