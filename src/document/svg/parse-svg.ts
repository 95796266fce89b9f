// An SVG file to the same strict tree as markup, by the same tables; places point into the file itself.
import type { Diagnostic } from '../../problem.ts';
import { attributeRow } from '../parse/attributes.ts';
import { ELEMENTS_BY_TAG, type ElementRow, holdsText, mayHold, SHAPES } from '../parse/elements.ts';
import {
  attributeFault,
  crossedFault,
  DEEPEST,
  depthFault,
  type Fault,
  strayCloseFault,
  strayTextFault,
  twiceFault,
  unclosedFault,
} from '../parse/faults.ts';
import { shapeOf } from '../parse/shape.ts';
import { type AttributeToken, type Token, tokenize } from '../parse/tokens.ts';
import { type MarkupAttribute, type MarkupElement, type MarkupNode, spotOf } from '../parse/tree.ts';
import { errorAt, type SourceText, type Spot } from '../source-text.ts';
import * as faults from './svg-faults.ts';

type OpenToken = Token & { readonly kind: 'open' };
type Open = { readonly row: ElementRow; readonly element: MarkupElement; readonly children: MarkupNode[] };
type State = {
  readonly source: SourceText;
  readonly spotAt: (offset: number, length: number) => Spot;
  readonly tell: (diagnostic: Diagnostic) => void;
  readonly stack: Open[];
  root: MarkupElement | null;
  /** Something stood outside of <svg>, and was told. */
  outside: boolean;
  /** Tags open inside an element that is refused: its content is not judged. */
  readonly skipped: string[];
};

/** The `svg` element of a file; null when there is none. What is wrong goes to `tell`. */
export const parseSvg = (
  source: SourceText,
  tell: (diagnostic: Diagnostic) => void,
): MarkupElement | null => {
  const spotAt = (offset: number, length: number): Spot => ({ source, offset, length });
  const state: State = { source, spotAt, tell, stack: [], root: null, outside: false, skipped: [] };
  for (const { index, 0: text } of source.text.matchAll(faults.STRANGE_REFERENCE))
    if (text.startsWith('&')) complain(state, index, text.length, faults.referenceFault(text));
  tokenize(source.text, (token) => take(token, state), true);
  for (const { element, row } of state.stack)
    state.tell(errorAt(spotOf(element), 'markup-structure', ...said(unclosedFault(row.tag))));
  if (state.root === null && !state.outside) complain(state, 0, 1, faults.NO_SVG);
  return state.root;
};

const said = ({ sentence, hint }: Fault): [string, string] => [sentence, hint];

const complain = (state: State, offset: number, length: number, fault: Fault | null): void => {
  if (fault !== null)
    state.tell(errorAt({ source: state.source, offset, length }, fault.code, fault.sentence, fault.hint));
};

const take = (token: Token, state: State): void => {
  if (token.kind === 'open') takeOpen(token, state);
  else if (token.kind === 'close') takeClose(token.tag, token.offset, state);
  else if (token.kind === 'text') takeText(token.text, token.offset, state);
  else complain(state, token.offset, token.text.length, faults.otherFault(token.what, token.text));
};

const takeOpen = (token: OpenToken, state: State): void => {
  const row = ELEMENTS_BY_TAG.get(token.tag);
  const fault = state.skipped.length > 0 ? null : placeFault(token.tag, row, state);
  complain(state, token.offset, token.tag.length, fault);
  if (row === undefined || fault !== null || state.skipped.length > 0) {
    if (!token.selfClosing) state.skipped.push(token.tag);
    return;
  }
  const children: MarkupNode[] = [];
  const element = elementOf(token, children, state);
  const parent = state.stack.at(-1);
  if (parent === undefined) state.root = element;
  else parent.children.push(element);
  if (!token.selfClosing) state.stack.push({ row, element, children });
};

const placeFault = (tag: string, row: ElementRow | undefined, state: State): Fault | null => {
  const parent = state.stack.at(-1)?.row;
  if (parent === undefined) return tag === 'svg' && state.root === null ? null : outside(tag, state);
  if (row === undefined || !(SHAPES.includes(tag) || tag === 'title' || tag === 'desc'))
    return faults.unknownShape(tag);
  if (state.stack.length >= DEEPEST) return depthFault(tag);
  return mayHold(parent, row) ? null : faults.insideFault(tag, parent.tag);
};

const outside = (tag: string, state: State): Fault => {
  state.outside = true;
  return faults.outsideFault(tag);
};

const elementOf = (token: OpenToken, children: readonly MarkupNode[], state: State): MarkupElement => {
  const attributes = new Map<string, MarkupAttribute>();
  for (const attribute of token.attributes) takeAttribute(attribute, token, attributes, state);
  const parent = state.stack.at(-1)?.element ?? null;
  const shape = shapeOf(token.tag, attributes);
  return {
    kind: 'element',
    tag: token.tag,
    shape,
    attributes,
    classes: [],
    children,
    parent,
    index: 0,
    last: true,
    offset: token.offset,
    spotAt: state.spotAt,
  };
};

const takeAttribute = (
  { name, value, offset, length }: AttributeToken,
  { tag, offset: start }: OpenToken,
  attributes: Map<string, MarkupAttribute>,
  state: State,
): void => {
  if (faults.isNamespace(tag, name, value)) return;
  const fault = attributes.has(name)
    ? twiceFault(name)
    : faults.fileAttributeFault(tag, name, value, () =>
        attributeFault(tag, name, value, attributeRow(tag, name)),
      );
  if (fault === null) attributes.set(name, { value, offset: offset - start, length });
  else complain(state, offset, length, fault);
};

const takeClose = (tag: string, offset: number, state: State): void => {
  if (state.skipped.at(-1) === tag) {
    state.skipped.pop();
    return;
  }
  if (state.skipped.length > 0) return;
  const depth = state.stack.findLastIndex(({ row }) => row.tag === tag);
  if (depth < 0) complain(state, offset, tag.length, strayCloseFault(tag));
  else
    for (const open of state.stack.splice(depth).slice(1).toReversed())
      complain(state, offset, tag.length, crossedFault(tag, open.row.tag));
};

const takeText = (text: string, offset: number, state: State): void => {
  if (state.skipped.length > 0) return;
  const parent = state.stack.at(-1);
  if (parent !== undefined && holdsText(parent.row)) {
    parent.children.push({ kind: 'text', text, offset, spotAt: state.spotAt });
    return;
  }
  const start = text.search(/[^ \t\r\n\f\uFEFF]/);
  if (start < 0) return;
  if (parent === undefined) complain(state, offset + start, 1, faults.OUTSIDE_TEXT);
  else complain(state, offset + start, text.trim().length, strayTextFault(parent.row));
};
