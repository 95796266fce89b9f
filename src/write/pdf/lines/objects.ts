// Pieces that are no text: drawings, leaders, the room beside an inline element, marks that find out their page.

import type { Inline } from '../boxes/box.ts';
import { addPiece, type Cutting, levelAt } from './cutting.ts';
import { wordWidth } from './piece.ts';
import { shaped } from './shaped.ts';

const NO_ANCHOR = { id: null, bookmark: null, strings: [] };

/** `start` is the item's place in the text, `before` what goes before it. */
export function addObject(
  cutting: Cutting,
  item: Extract<Inline, { kind: 'drawing' | 'gap' | 'anchor' | 'leader' }>,
  start: number,
  before: Inline | undefined,
): void {
  // Room at the end of an element stands with what is inside it, not with what follows.
  const ends = item.kind === 'gap' && before?.ink.style === item.ink.style;
  const level = levelAt(cutting, ends ? start - 1 : start);
  const { ink } = item;
  switch (item.kind) {
    case 'drawing': {
      const { drawing } = item;
      addPiece(cutting, {
        kind: 'drawing',
        drawing,
        ink,
        width: drawing.width,
        height: drawing.height,
        level,
      });
      return;
    }
    case 'gap':
      addPiece(cutting, { kind: 'gap', width: item.width, ink, level });
      return;
    case 'anchor':
      addPiece(cutting, { kind: 'anchor', anchor: item.anchor, ink, width: 0, level });
      return;
    case 'leader':
      for (const word of shaped(item.fill, ink, item.at, cutting.context))
        addPiece(cutting, { kind: 'leader', word, ink, width: 0, level: cutting.base });
  }
}

/** What goes before a dynamic text: a mark that tells its page, and the room that is reserved for longer numbers. */
export function addUse(
  cutting: Cutting,
  item: Extract<Inline, { kind: 'dynamic' }>,
  start: number,
  end: number,
): void {
  const { ink, use } = item;
  const { context } = cutting;
  const level = levelAt(cutting, start);
  addPiece(cutting, { kind: 'anchor', anchor: { ...NO_ANCHOR, use }, ink, width: 0, level });
  if (!context.known.reserve || item.part.kind === 'string') return;
  const width = (of: string) =>
    shaped(of, ink, null, context).reduce((sum, word) => sum + wordWidth(word, ink), 0);
  const room = Math.max(0, width('0000') - width(cutting.text.slice(start, end)));
  addPiece(cutting, { kind: 'gap', width: room, ink, level });
}
