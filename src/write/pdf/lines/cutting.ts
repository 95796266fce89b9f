// A paragraph being cut into segments: the pieces since the last place where a line may end.

import type { SourcePlace } from '../../../model/document.ts';
import type { Ink } from '../boxes/box.ts';
import { knownWord } from '../fonts/typeface.ts';
import { shapeAs } from '../fonts/word.ts';
import type { Troubles } from '../troubles.ts';
import { mirrored } from './bidi.ts';
import type { Knowledge } from './dynamic.ts';
import { type Piece, type Segment, spacePiece, tabPiece, wordPiece } from './piece.ts';
import { shaped } from './shaped.ts';

export type SegmentContext = { readonly known: Knowledge; readonly troubles: Troubles };

export type Cutting = {
  readonly context: SegmentContext;
  readonly text: string;
  /** For each position 1 where a line may end before it. */
  readonly breaks: Uint8Array;
  /** Null when everything runs from left to right. */
  readonly levels: Uint8Array | null;
  readonly base: number;
  readonly segments: Segment[];
  /** The first `count` are the open segment's; the array is used for all of them, for what they keep must be small. */
  readonly open: Piece[];
  count: number;
  full: number;
  /** Width of the white space that the open segment ends with. */
  trailing: number;
  /** The space used last, for most of a text's spaces are one and the same piece. */
  space: Piece | null;
};

export const levelAt = (cutting: Cutting, position: number): number =>
  cutting.levels?.[position] ?? cutting.base;

export function addPiece(cutting: Cutting, piece: Piece): void {
  cutting.open[cutting.count] = piece;
  cutting.count += 1;
  cutting.full += piece.width;
  if (piece.kind === 'space') cutting.trailing += piece.width;
  else if (piece.kind !== 'anchor') cutting.trailing = 0;
}

export function closeSegment(cutting: Cutting, ends: boolean, anywhere: boolean, hyphen: Piece | null): void {
  const { full, trailing } = cutting;
  const pieces = cutting.open.slice(0, cutting.count);
  cutting.segments.push({ pieces, width: full - trailing, full, ends, anywhere, hyphen });
  cutting.count = 0;
  cutting.full = 0;
  cutting.trailing = 0;
}

/** A word: no break, no space and no change of direction inside. */
export function addWord(
  cutting: Cutting,
  text: string,
  ink: Ink,
  at: SourcePlace | null,
  level: number,
): void {
  const rtl = level % 2 === 1;
  const known = rtl || ink.style.letterSpacing !== 0 ? undefined : knownWord(ink.typeface, text);
  if (known !== undefined) {
    addPiece(cutting, wordPiece(known, ink, level));
    return;
  }
  const turned = rtl ? mirrored(text) : null;
  for (const word of shaped(turned ?? text, ink, at, cutting.context, rtl)) {
    const said =
      turned === null
        ? word
        : shapeAs(word.face, turned, text, { rtl, apart: ink.style.letterSpacing !== 0 });
    if ('letters' in said.glyphs || said.glyphs.length > 0) addPiece(cutting, wordPiece(said, ink, level));
  }
}

export function addSpaces(cutting: Cutting, text: string, ink: Ink, level: number): void {
  const last = cutting.space;
  if (last?.kind === 'space' && last.ink === ink && last.level === level && last.word.text === text) {
    addPiece(cutting, last);
    return;
  }
  for (const word of shaped(text, ink, null, cutting.context)) {
    cutting.space = spacePiece(word, ink, level);
    addPiece(cutting, cutting.space);
  }
}

export function addTab(cutting: Cutting, ink: Ink, level: number): void {
  for (const word of shaped(' ', ink, null, cutting.context)) addPiece(cutting, tabPiece(word, ink, level));
}

/** The hyphen of a soft hyphen at a line's end; it is read as the soft hyphen it is. */
export function hyphenPiece(cutting: Cutting, ink: Ink, level: number): Piece | null {
  const rtl = level % 2 === 1;
  const manner = { rtl, apart: ink.style.letterSpacing !== 0 };
  const [word] = shaped('-', ink, null, cutting.context, rtl);
  return word === undefined ? null : wordPiece(shapeAs(word.face, '-', '\u00ad', manner), ink, level);
}
