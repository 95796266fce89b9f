// The last resort for what is wider than its line: it is torn between letters, so that nothing leaves its box.

import { clustersOf } from '../fonts/clusters.ts';
import { shapeWord } from '../fonts/word.ts';
import { type Piece, wordPiece } from './piece.ts';

type WordPiece = Extract<Piece, { kind: 'word' }>;

/** Cuts a word into pieces no wider than `room`, the first no wider than `firstRoom` if it can be; one letter may be wider. */
export function tearWord(piece: WordPiece, room: number, firstRoom: number): readonly Piece[] {
  const letters = clustersOf(piece.word.text);
  const torn: Piece[] = [];
  let width = firstRoom;
  for (let start = 0; start < letters.length; width = room) {
    const end = Math.max(fittingEnd(piece, letters, start, width), width < room ? start : start + 1);
    if (end > start) torn.push(part(piece, letters, start, end));
    start = end;
  }
  return torn;
}

function fittingEnd(piece: WordPiece, letters: readonly string[], start: number, room: number): number {
  let end = start;
  let width = 0;
  while (end < letters.length) {
    width += part(piece, letters, end, end + 1).width;
    if (width > room) break;
    end += 1;
  }
  while (end > start + 1 && part(piece, letters, start, end).width > room) end -= 1;
  return end;
}

function part(piece: WordPiece, letters: readonly string[], start: number, end: number): Piece {
  const { word, ink, level } = piece;
  const manner = { rtl: word.rtl, apart: ink.style.letterSpacing !== 0 };
  return wordPiece(shapeWord(word.face, letters.slice(start, end).join(''), manner), ink, level);
}
