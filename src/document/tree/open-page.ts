// What report and workbook begin with alike: the rendered page parsed, its root styled, its head read.
import type { Diagnostic } from '../../problem.ts';
import { type Markup, parseMarkup } from '../parse/parse.ts';
import type { MarkupElement, MarkupNode } from '../parse/tree.ts';
import type { Rendered } from '../render/rendered.ts';
import type { Cascade } from '../style/cascade.ts';
import type { Styled } from '../style/sheet.ts';
import { readHead } from './head.ts';

type Tell = (diagnostic: Diagnostic) => void;

/** A page of which the body has begun. */
export type OpenPage = {
  readonly body: MarkupElement;
  /** The styles of `<html>` and of the body. */
  readonly root: Styled;
  readonly own: Styled;
  /** The body's children, to be gone through once. */
  readonly nodes: Iterable<MarkupNode>;
  /** `<html>`, with its head whole. */
  readonly html: MarkupElement;
};

/** Null when there is no body. What is wrong goes to `tell` as `nodes` is gone through; null when that was told before. */
export const openPage = (rendered: Rendered, cascade: Cascade, tell: Tell | null): OpenPage | null => {
  const markup = parseMarkup(rendered, tell);
  const first = markup.nodes.next();
  const [html, body] = [markup.root(), markup.body()];
  if (html === null || body === null) {
    if (html !== null && tell !== null) readHead(html, tell);
    return null;
  }
  const root = cascade.styleOf(html, null);
  const own = cascade.styleOf(body, root);
  const nodes = first.done === true ? [] : withFirst(first.value, markup.nodes);
  return { html, body, root, own, nodes };
};

function* withFirst(first: MarkupNode, rest: Markup['nodes']): Generator<MarkupNode> {
  yield first;
  yield* rest;
}
