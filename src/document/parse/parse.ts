// Rendered HTML to the strict tree: each element must be known, closed in order, and stand where the subset lets it.
// The body's children come one after the other, so that a long report never stands in memory as a whole.
import type { Diagnostic } from '../../problem.ts';
import type { Rendered } from '../render/rendered.ts';
import { errorAt } from '../source-text.ts';
import { type ElementRow, holdsText } from './elements.ts';
import * as faults from './faults.ts';
import { type Piece, scan } from './scan.ts';
import type { ReadTag } from './shape.ts';
import type { MarkupElement, MarkupNode, Shape } from './tree.ts';
import { type Uniques, uniques } from './uniques.ts';

type Growing = Omit<MarkupElement, 'last' | 'children'> & { last: boolean; children: MarkupNode[] };
type Open = {
  readonly row: ElementRow;
  readonly element: Growing;
  elements: number;
  lastElement: Growing | null;
};
type State = {
  readonly rendered: Rendered;
  /** Null when the markup is known to be without fault. */
  readonly report: ((diagnostic: Diagnostic) => void) | null;
  readonly stack: Open[];
  readonly uniques: Uniques;
  root: MarkupElement | null;
  body: Open | null;
  /** Children of the body that are complete, and known to be the last of its elements or not. */
  readonly ready: MarkupNode[];
  /** Tags open inside an element that is not known: its content is not judged. */
  readonly skipped: string[];
};

export type Markup = {
  /** `<html>` with all that is in it but the body's children; null when there is none. Complete when `nodes` is at its end. */
  readonly root: () => MarkupElement | null;
  /** Known from the first of `nodes` on. */
  readonly body: () => MarkupElement | null;
  /** The body's children, in order, each with all that is in it. */
  readonly nodes: Generator<MarkupNode, void>;
};

/** Parses one rendered template. What is wrong goes to `report`; null leaves out the search for faults. */
export const parseMarkup = (
  rendered: Rendered,
  report: ((diagnostic: Diagnostic) => void) | null,
): Markup => {
  const state: State = {
    rendered,
    report,
    stack: [],
    uniques: uniques(),
    root: null,
    body: null,
    ready: [],
    skipped: [],
  };
  return { root: () => state.root, body: () => state.body?.element ?? null, nodes: nodesOf(state) };
};

function* nodesOf(state: State): Generator<MarkupNode, void> {
  const next = scan(state.rendered.html);
  for (let piece = next(); piece !== null; piece = next()) {
    take(piece, state);
    while (state.ready.length > 0) yield nextOf(state.ready);
  }
  for (const { row, element } of state.stack)
    complain(state, element.offset, row.tag.length, faults.unclosedFault(row.tag));
  if (state.root === null) complain(state, 0, 1, faults.NO_ROOT);
  release(state);
  while (state.ready.length > 0) yield nextOf(state.ready);
}

/** Takes a node out, so that nobody holds it but who works on it. */
const nextOf = (ready: MarkupNode[]): MarkupNode => {
  const node = ready.shift();
  if (node === undefined) throw new RangeError('nothing is ready');
  return node;
};

/** What the body holds so far is complete. */
const release = (state: State): void => {
  if (state.body === null) return;
  state.ready.push(...state.body.element.children);
  state.body.element.children = [];
};

const complain = (state: State, offset: number, length: number, fault: faults.Fault | null): void => {
  if (fault === null || state.report === null) return;
  state.report(errorAt(state.rendered.spotAt(offset, length), fault.code, fault.sentence, fault.hint));
};

const take = (piece: Piece, state: State): void => {
  if (piece.kind === 'open') takeOpen(piece.tag, piece.offset, state);
  else if (piece.kind === 'close') takeClose(piece.tag, piece.offset, state);
  else if (piece.kind === 'text') takeText(piece.text, piece.offset, state);
  else if (!isHarmless(piece.what, piece.text))
    complain(state, piece.offset, piece.text.length, faults.NEITHER);
};

const isHarmless = (what: string, text: string): boolean =>
  what === 'comment' || (what === 'doctype' && /^!?doctype html$/i.test(text));

const takeOpen = (read: ReadTag, offset: number, state: State): void => {
  const { row, closed } = read;
  const { tag } = read.shape;
  if (state.skipped.length > 0 || row === null || state.stack.length >= faults.DEEPEST) {
    if (state.skipped.length === 0)
      complain(
        state,
        offset,
        tag.length,
        row === null ? (read.faults[0]?.fault ?? null) : faults.depthFault(tag),
      );
    if (!closed) state.skipped.push(tag);
    return;
  }
  const parent = state.stack.at(-1) ?? null;
  if (state.report !== null) judge(read, row, offset, parent, state);
  if (parent !== null && parent === state.body) release(state);
  const open = openElement(read.shape, row, offset, parent, state);
  if (parent === null) state.root ??= open.element;
  else addTo(parent, open.element);
  if (tag === 'body' && parent?.element === state.root) state.body ??= open;
  if (!closed) state.stack.push(open);
};

const judge = (tag: ReadTag, row: ElementRow, offset: number, parent: Open | null, state: State): void => {
  const { length } = row.tag;
  const rows = row.tag === 'a' ? state.stack.map((open) => open.row) : parent === null ? [] : [parent.row];
  complain(state, offset, length, faults.placeFault(row, rows, state.root !== null));
  complain(state, offset, length, faults.orderFault(row.tag, parent?.lastElement?.tag ?? null));
  for (const { fault, offset: from, length: of } of tag.faults) complain(state, offset + from, of, fault);
  for (const { fault, attribute } of state.uniques(tag.shape))
    complain(state, offset + attribute.offset, attribute.length, fault);
};

const addTo = (parent: Open, element: Growing): void => {
  append(parent.element, element);
  parent.elements += 1;
  if (parent.lastElement !== null) parent.lastElement.last = false;
  parent.lastElement = element;
};

/** A list that begins with its first member has room for no other, and most elements hold one text. */
const append = (parent: Growing, child: MarkupNode): void => {
  if (parent.children.length === 0) parent.children = [child];
  else parent.children.push(child);
};

const openElement = (
  shape: Shape,
  row: ElementRow,
  offset: number,
  parent: Open | null,
  { rendered }: State,
): Open => {
  const element: Growing = {
    kind: 'element',
    tag: shape.tag,
    shape,
    attributes: shape.attributes,
    classes: shape.classes,
    children: [],
    parent: parent?.element ?? null,
    index: parent?.elements ?? 0,
    last: true,
    offset,
    spotAt: rendered.spotAt,
  };
  return { row, element, elements: 0, lastElement: null };
};

const takeClose = (tag: string, offset: number, state: State): void => {
  const last = state.stack.at(-1);
  if (last !== undefined && last.row.tag === tag && last !== state.body && state.skipped.length === 0)
    state.stack.pop();
  else closeOdd(tag, offset, state);
};

/** The body ends, or what is not open, or more than the last element. */
const closeOdd = (tag: string, offset: number, state: State): void => {
  const skipped = state.skipped.lastIndexOf(tag);
  if (skipped >= 0) {
    state.skipped.length = skipped;
    return;
  }
  const depth = state.stack.findLastIndex((open) => open.row.tag === tag);
  if (depth < 0) {
    complain(state, offset, tag.length, faults.strayCloseFault(tag));
    return;
  }
  // An unknown element that is never closed ends with the known one around it.
  state.skipped.length = 0;
  const closed = state.stack.splice(depth);
  if (state.body !== null && closed.includes(state.body)) release(state);
  for (const open of closed.slice(1).toReversed())
    complain(state, offset, tag.length, faults.crossedFault(tag, open.row.tag));
};

const takeText = (text: string, offset: number, state: State): void => {
  if (state.skipped.length > 0) return;
  const parent = state.stack.at(-1);
  if (parent !== undefined && holdsText(parent.row)) {
    append(parent.element, { kind: 'text', text, offset, spotAt: state.rendered.spotAt });
    return;
  }
  const start = text.search(/[^ \t\r\n\f]/);
  if (start >= 0) complain(state, offset + start, text.trim().length, faults.strayTextFault(parent?.row));
};
