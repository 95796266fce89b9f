// Tokens to the strict tree: each element must be known, closed in order, and stand where the subset lets it.
import type { Diagnostic } from '../../problem.ts';
import type { Rendered } from '../render/markers.ts';
import { errorAt } from '../source-text.ts';
import { attributeRow } from './attributes.ts';
import { ELEMENTS_BY_TAG, type ElementRow, holdsText, SHAPES, VOID } from './elements.ts';
import {
  attributeFault,
  crossedFault,
  DEEPEST,
  depthFault,
  type Fault,
  idFault,
  NEITHER,
  NO_ROOT,
  placeFault,
  requiredFault,
  selfClosingFault,
  strayCloseFault,
  strayTextFault,
  twiceFault,
  unclosedFault,
  unknownElement,
} from './faults.ts';
import { type AttributeToken, type Token, tokenize } from './tokens.ts';
import type { MarkupAttribute, MarkupElement, MarkupNode } from './tree.ts';

type OpenToken = Token & { readonly kind: 'open' };
type Open = {
  readonly row: ElementRow;
  readonly element: MarkupElement & { last: boolean };
  readonly children: MarkupNode[];
  elements: number;
  lastElement: { last: boolean } | null;
  readonly offset: number;
};
type State = {
  readonly rendered: Rendered;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly stack: Open[];
  readonly ids: Set<string>;
  root: MarkupElement | null;
  /** Tags open inside an element that is not known: its content is not judged. */
  readonly skipped: string[];
};

/** The tree of one rendered template; the root is null when there is no `html`. What is wrong goes to `report`. */
export const parseMarkup = (
  rendered: Rendered,
  report: (diagnostic: Diagnostic) => void,
): MarkupElement | null => {
  const state: State = { rendered, report, stack: [], ids: new Set(), root: null, skipped: [] };
  tokenize(rendered.html, (token) => take(token, state));
  for (const { row, offset } of state.stack) complain(state, offset, row.tag.length, unclosedFault(row.tag));
  if (state.root === null) complain(state, 0, 1, NO_ROOT);
  return state.root;
};

const complain = (state: State, offset: number, length: number, fault: Fault | null): void => {
  if (fault === null) return;
  state.report(errorAt(state.rendered.spotAt(offset, length), fault.code, fault.sentence, fault.hint));
};

const take = (token: Token, state: State): void => {
  if (token.kind === 'open') takeOpen(token, state);
  else if (token.kind === 'close') takeClose(token.tag, token.offset, state);
  else if (token.kind === 'text') takeText(token.text, token.offset, state);
  else if (!isHarmless(token.what, token.text)) complain(state, token.offset, token.text.length, NEITHER);
};

const isHarmless = (what: string, text: string): boolean =>
  what === 'comment' || (what === 'doctype' && /^!?doctype html$/i.test(text));

const takeOpen = (token: OpenToken, state: State): void => {
  const row = ELEMENTS_BY_TAG.get(token.tag);
  const isVoid = VOID.includes(token.tag);
  if (state.skipped.length > 0 || row === undefined) {
    if (state.skipped.length === 0)
      complain(state, token.offset, token.tag.length, unknownElement(token.tag));
    if (!token.selfClosing && !isVoid) state.skipped.push(token.tag);
    return;
  }
  if (state.stack.length >= DEEPEST) {
    complain(state, token.offset, token.tag.length, depthFault(token.tag));
    if (!token.selfClosing && !isVoid) state.skipped.push(token.tag);
    return;
  }
  checkElement(token, row, isVoid, state);
  const open = addElement(token, row, state);
  if (!token.selfClosing && !isVoid) state.stack.push(open);
};

const checkElement = (token: OpenToken, row: ElementRow, isVoid: boolean, state: State): void => {
  const rows = state.stack.map((open) => open.row);
  complain(state, token.offset, token.tag.length, placeFault(row, rows, state.root !== null));
  const drawn = SHAPES.includes(token.tag);
  if (token.selfClosing && !isVoid && !drawn)
    complain(state, token.offset, token.tag.length, selfClosingFault(token.tag));
  const given = token.attributes.map(({ name }) => name);
  complain(state, token.offset, token.tag.length, requiredFault(token.tag, given));
};

const addElement = (token: OpenToken, row: ElementRow, state: State): Open => {
  const parent = state.stack.at(-1) ?? null;
  const open = openElement(token, row, parent, state);
  if (parent === null) {
    state.root ??= open.element;
  } else {
    parent.children.push(open.element);
    parent.elements += 1;
    if (parent.lastElement !== null) parent.lastElement.last = false;
    parent.lastElement = open.element;
  }
  return open;
};

const openElement = (token: OpenToken, row: ElementRow, parent: Open | null, state: State): Open => {
  const attributes = new Map<string, MarkupAttribute>();
  for (const attribute of token.attributes) takeAttribute(attribute, token.tag, attributes, state);
  const children: MarkupNode[] = [];
  const element: Open['element'] = {
    kind: 'element',
    tag: token.tag,
    attributes,
    children,
    parent: parent?.element ?? null,
    index: parent?.elements ?? 0,
    last: true,
    classes: (attributes.get('class')?.value ?? '').split(/\s+/).filter((name) => name !== ''),
    spot: state.rendered.spotAt(token.offset, token.tag.length),
  };
  return { row, element, children, elements: 0, lastElement: null, offset: token.offset };
};

const takeAttribute = (
  token: AttributeToken,
  tag: string,
  attributes: Map<string, MarkupAttribute>,
  state: State,
): void => {
  const { name, value, offset, length } = token;
  const wrong = attributes.has(name)
    ? twiceFault(name)
    : attributeFault(tag, name, value, attributeRow(tag, name));
  const fault = wrong ?? (name === 'id' && state.ids.has(value) ? idFault(value) : null);
  if (fault !== null) {
    complain(state, offset, length, fault);
    return;
  }
  if (name === 'id') state.ids.add(value);
  attributes.set(name, { value, spot: state.rendered.spotAt(offset, length) });
};

const takeClose = (tag: string, offset: number, state: State): void => {
  const skipped = state.skipped.lastIndexOf(tag);
  if (state.skipped.length > 0 && skipped >= 0) {
    state.skipped.length = skipped;
    return;
  }
  const depth = state.stack.findLastIndex((open) => open.row.tag === tag);
  if (depth < 0) {
    complain(state, offset, tag.length, strayCloseFault(tag));
    return;
  }
  // An unknown element that is never closed ends with the known one around it.
  state.skipped.length = 0;
  for (const open of state.stack.splice(depth).slice(1).toReversed())
    complain(state, offset, tag.length, crossedFault(tag, open.row.tag));
};

const takeText = (text: string, offset: number, state: State): void => {
  if (state.skipped.length > 0) return;
  const parent = state.stack.at(-1);
  if (parent !== undefined && holdsText(parent.row)) {
    parent.children.push({ kind: 'text', text, spot: state.rendered.spotAt(offset, text.length) });
    return;
  }
  const start = text.search(/[^ \t\r\n\f]/);
  if (start >= 0) complain(state, offset + start, text.trim().length, strayTextFault(parent?.row));
};
