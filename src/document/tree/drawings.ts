// Drawings of one document: a mark that is shown a thousand times is drawn once.
import type { DrawingNode, SourcePlace } from '../../model/document.ts';
import type { MarkupNode, Shape } from '../parse/tree.ts';
import type { Styled } from '../style/sheet.ts';

/** The drawing for markup of that style: `draw` makes one, unless the same was made before. */
export type Drawings = (
  markup: MarkupNode,
  style: Styled,
  at: SourcePlace,
  draw: () => DrawingNode,
) => DrawingNode;

/** Charts are seldom alike: so many drawings of one style are remembered. */
const MOST_KNOWN = 256;

export const newDrawings = (): Drawings => {
  const numbers = new Map<Shape, number>();
  const known = new Map<Styled, Map<string, DrawingNode>>();
  const keyOf = (node: MarkupNode): string => {
    if (node.kind === 'text') return JSON.stringify(node.text);
    const number = numbers.get(node.shape) ?? numbers.size;
    numbers.set(node.shape, number);
    return node.children.length === 0 ? `${number} ` : `${number}(${node.children.map(keyOf).join('')})`;
  };
  return (markup, style, at, draw) => {
    const ofStyle = known.get(style) ?? new Map<string, DrawingNode>();
    known.set(style, ofStyle);
    const key = keyOf(markup);
    const found = ofStyle.get(key);
    if (found !== undefined) return { ...found, at };
    const drawn = draw();
    if (ofStyle.size < MOST_KNOWN) ofStyle.set(key, drawn);
    return drawn;
  };
};
