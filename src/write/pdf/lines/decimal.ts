// Lining numbers up at their decimal point: where it is in a text, and how much stands on either side of it.

import type { Style } from '../../../model/document.ts';
import { glyphsOf } from '../fonts/word.ts';
import type { Piece, Segment, TextPiece } from './piece.ts';

/** Points before and after the decimal point, which itself counts as after. */
export type DecimalWidths = { readonly before: number; readonly after: number };
export type DecimalMark = '.' | ',';
/** The most that numbers of a table's column take, and the language's decimal point. */
export type DecimalColumn = DecimalWidths & { readonly mark: DecimalMark };

/** Languages that write a comma before decimals, and regions of theirs that write a point (Unicode CLDR 45, `decimal`). */
const COMMA = new Set(
  (
    'af az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk ky lb lt lv mk mn nb nl nn no pl pt ro ' +
    'ru rw sk sl sq sr sv tg tk tr uk uz vi'
  ).split(' '),
);
const POINT_REGIONS = new Set(
  'de-ch de-li it-ch es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us'.split(' '),
);

/** The decimal point as numbers of this language are written; a point where the language is not known. */
export function decimalMark(language: string): DecimalMark {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const region = rest.find((part) => /^[a-z]{2}$/.test(part)) ?? '';
  return COMMA.has(primary) && !POINT_REGIONS.has(`${primary}-${region}`) ? ',' : '.';
}

const NUMBER = /\p{Nd}(?:[\p{Nd}.,'\u2019\u00a0\u202f\u066b\u066c]*\p{Nd})?/u;

/**
 * Where a text's first number has its decimal point, or else ends; a text without a number ends at its own end.
 * Of points and commas together the last is the decimal one. Alone, one that comes again groups digits, and so does one
 * before just three digits unless it is the language's decimal `mark`.
 */
function decimalIndex(text: string, mark: DecimalMark): number {
  const found = NUMBER.exec(text);
  if (found === null) return text.trimEnd().length;
  const [number] = found;
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','), number.lastIndexOf('\u066b'));
  const sign = number.charAt(last);
  const both = number.includes('.') && number.includes(',');
  const again = last >= 0 && number.indexOf(sign) !== last;
  const groups = again || (!both && sign !== mark && sign !== '\u066b' && number.length - last === 4);
  return found.index + (last < 0 || groups ? number.length : last);
}

/** What stands before and after the decimal point when all of the text is on one line. */
export function decimalWidths(segments: readonly Segment[], mark: DecimalMark): DecimalWidths {
  return splitAt(
    segments.flatMap((segment) => segment.pieces),
    mark,
  );
}

/** Left edge of a line whose number lines up with those of its column, which stand together at the line's end. */
export function decimalStart(
  pieces: readonly Piece[],
  room: number,
  column: DecimalColumn,
  direction: Style['direction'],
): number {
  const axis = direction === 'rtl' ? column.before : room - column.after;
  return Math.max(0, axis - splitAt(pieces, column.mark).before);
}

function splitAt(pieces: readonly Piece[], mark: DecimalMark): DecimalWidths {
  const text = pieces.map((piece) => (isText(piece) ? piece.word.text : '')).join('');
  const shownEnd = pieces.findLastIndex((piece) => piece.kind !== 'space') + 1;
  let left = decimalIndex(text, mark);
  let [before, after] = [0, 0];
  for (const piece of pieces.slice(0, shownEnd)) {
    const length = isText(piece) ? piece.word.text.length : 0;
    const part = left <= 0 && length > 0 ? 0 : left >= length ? piece.width : widthBefore(piece, left);
    before += part;
    after += piece.width - part;
    left -= length;
  }
  return { before, after };
}

const isText = (piece: Piece): piece is TextPiece => piece.kind === 'word' || piece.kind === 'space';

/** Width of a word's first letters: its glyphs know where they stand. */
function widthBefore(piece: Piece, letters: number): number {
  if (!isText(piece)) return 0;
  const { fontSize, letterSpacing } = piece.ink.style;
  let seen = 0;
  for (const [index, glyph] of glyphsOf(piece.word).entries()) {
    if (seen >= letters) return (glyph.x * fontSize) / 1000 + index * letterSpacing;
    seen += glyph.text.length;
  }
  return piece.width;
}
