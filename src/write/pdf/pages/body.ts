// The document's body: the one block whose children come one by one, so that it is never measured as a whole.

import type { Body, PageRules, Style } from '../../../model/document.ts';
import type { Anchor, Box, Breaks } from '../boxes/box.ts';
import { anchorsOf } from '../boxes/build-context.ts';
import type { Flow } from '../measure/flow.ts';
import { resolved } from '../measure/margins.ts';
import { fixedHeight, leastHeight, measureBox, widening } from '../measure/measure.ts';
import { contentWidth, type MeasureContext } from '../measure/measure-context.ts';
import type { StackState } from '../measure/stack.ts';
import { type Horizontal, horizontal } from '../measure/widths.ts';

export type BodyFrame = {
  readonly style: Style;
  readonly anchors: readonly Anchor[];
  readonly breaks: Breaks;
  readonly place: Horizontal;
  /** Room its margins are a part of. */
  readonly room: number;
  /** Heights of border and padding. */
  readonly above: number;
  readonly below: number;
  readonly least: number;
};

/** `first` is the name of the pages that the body's first child is on. */
export function bodyFrame(body: Body, first: string, rules: PageRules): BodyFrame {
  const { style } = body;
  const room = contentWidth(rules, first);
  const above = style.border.top.width + style.padding.top;
  const below = style.border.bottom.width + style.padding.bottom;
  return {
    style,
    anchors: bodyAnchors(body),
    breaks: { before: 'auto', after: 'auto', startPage: first, endPage: first },
    place: horizontal(style, room),
    room,
    above,
    below,
    least: leastHeight(style, above + below),
  };
}

/** The text of the whole body is taken together only when it is asked for. */
function bodyAnchors(body: Body): readonly Anchor[] {
  const named = body.style.bookmarkLevel > 0 || body.style.stringSet.length > 0;
  return anchorsOf({ ...body, children: named ? [...body.children] : [] });
}

export const measurePart = (box: Box, frame: BodyFrame, context: MeasureContext): Flow =>
  measureBox(
    box,
    frame.place.content + widening(frame, box, context),
    context,
    frame.style.direction === 'rtl',
  );

/** Height below the last child that is the body's own: its padding, its border and margins that they keep inside. */
export const heightBelow = (frame: BodyFrame, stack: StackState): number =>
  frame.below + (frame.below > 0 || fixedHeight(frame.style) > 0 ? Math.max(0, resolved(stack.carry)) : 0);
