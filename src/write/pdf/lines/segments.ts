// Cuts a paragraph's content into segments at the break opportunities of UAX #14, shaped and measured.

import LineBreaker from 'linebreak';
import type { SourcePlace } from '../../../model/document.ts';
import type { Ink, Inline } from '../boxes/box.ts';
import type { Word } from '../fonts/face.ts';
import { missingIn, shapeText } from '../fonts/typeface.ts';
import { noteTrouble, type Troubles } from '../troubles.ts';
import { dynamicText, type Knowledge } from './dynamic.ts';
import { type Piece, type Segment, wordPiece, wordWidth } from './piece.ts';

export type SegmentContext = { readonly known: Knowledge; readonly troubles: Troubles };

const NO_ANCHOR = { id: null, bookmark: null, strings: [] };

/** A stretch of the paragraph's text that one item makes. Objects stand as U+FFFC so that lines may break beside them. */
type Stretch = { readonly text: string; readonly start: number; readonly item: Inline };

export function segmentsOf(content: readonly Inline[], context: SegmentContext): readonly Segment[] {
  const stretches = stretchesOf(content, context.known);
  const text = stretches.map((stretch) => stretch.text).join('');
  const breaks = breakPositions(text);
  const segments: Segment[] = [];
  let open: Piece[] = [];
  const close = (ends: boolean, anywhere: boolean, soft: Ink | null) => {
    segments.push(
      segment(
        open,
        ends,
        anywhere,
        soft === null ? null : (shapedPieces('-', soft, null, context)[0] ?? null),
      ),
    );
    open = [];
  };
  for (const stretch of stretches) {
    const { item } = stretch;
    if (item.kind === 'break') {
      // Unseen at the line's end, but whoever takes the text out finds the words apart.
      open.push(...shapedPieces(' ', item.ink, null, context));
      close(true, false, null);
      continue;
    }
    const anywhere = item.ink.style.overflowWrap === 'anywhere';
    if (item.kind === 'dynamic') open.push(...dynamicPieces(item, stretch.text, context));
    if (stretch.text === '' || stretch.text === '\ufffc') open.push(...objectPieces(item, context));
    for (const part of stretch.text === '\ufffc' ? [] : cutAt(stretch, breaks)) {
      open.push(...textPieces(part.text, item, context));
      if (part.broken && wraps(item.ink))
        close(false, anywhere, part.text.endsWith('\u00ad') ? item.ink : null);
    }
    if (stretch.text === '\ufffc' && breaks.has(stretch.start + 1)) close(false, anywhere, null);
  }
  if (open.length > 0) close(true, false, null);
  return segments;
}

const wraps = (ink: Ink): boolean => ink.style.whiteSpace === 'normal' || ink.style.whiteSpace === 'pre-wrap';

function stretchesOf(content: readonly Inline[], known: Knowledge): readonly Stretch[] {
  let start = 0;
  return content.map((item) => {
    const text = stretchText(item, known);
    const stretch = { text, start, item };
    start += text.length;
    return stretch;
  });
}

function stretchText(item: Inline, known: Knowledge): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'dynamic':
      return dynamicText(item.part, known.uses.get(item.use.number) ?? null, known);
    case 'drawing':
      return '\ufffc';
    case 'break':
      return '\n';
    default:
      return '';
  }
}

function breakPositions(text: string): ReadonlySet<number> {
  const positions = new Set<number>();
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    if (found.position < text.length) positions.add(found.position);
  }
  return positions;
}

function cutAt(stretch: Stretch, breaks: ReadonlySet<number>): readonly { text: string; broken: boolean }[] {
  const parts: { text: string; broken: boolean }[] = [];
  let from = 0;
  for (let to = 1; to <= stretch.text.length; to += 1) {
    const broken = breaks.has(stretch.start + to);
    if (!broken && to < stretch.text.length) continue;
    parts.push({ text: stretch.text.slice(from, to), broken });
    from = to;
  }
  return parts;
}

/** A word and the spaces after it apart, for only words count for whether a line is full. */
function textPieces(text: string, item: Inline, context: SegmentContext): readonly Piece[] {
  const at = item.kind === 'text' || item.kind === 'dynamic' ? item.at : null;
  return text.split(/( +)/).flatMap((part) => (part === '' ? [] : shapedPieces(part, item.ink, at, context)));
}

function shapedPieces(
  text: string,
  ink: Ink,
  at: SourcePlace | null,
  context: SegmentContext,
): readonly Piece[] {
  const kind = text.startsWith(' ') ? 'space' : 'word';
  return shaped(text, ink, at, context).flatMap((word) =>
    word.text === '' ? [] : [wordPiece(word, ink, kind)],
  );
}

/** Shapes a text; characters without a glyph are noted as trouble, and the rest is shaped so that layout can go on. */
export function shaped(
  text: string,
  ink: Ink,
  at: SourcePlace | null,
  context: SegmentContext,
): readonly Word[] {
  const words = shapeText(ink.typeface, text, ink.style.letterSpacing === 0);
  if (words !== null) return words;
  const missing = missingIn(ink.typeface, text);
  for (const character of missing) noteMissing(character, text, at, context.troubles);
  const rest = [...text].filter((character) => !missing.includes(character)).join('');
  return rest === '' ? [] : (shapeText(ink.typeface, rest) ?? []);
}

function noteMissing(character: string, text: string, at: SourcePlace | null, troubles: Troubles): void {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const found = text.length > 40 ? `${[...text].slice(0, 40).join('')}\u2026` : text;
  const what =
    character === '\ufffd' ? 'A control or broken character' : `The character \u201c${character}\u201d`;
  noteTrouble(
    troubles,
    'character-missing',
    at,
    `${what} (${code}) in \u201c${found}\u201d is in no font of the document.`,
    'Add a font that has it to the theme, or take the character out.',
  );
}

function objectPieces(item: Inline, context: SegmentContext): readonly Piece[] {
  switch (item.kind) {
    case 'drawing':
      return [
        {
          kind: 'drawing',
          drawing: item.drawing,
          ink: item.ink,
          width: item.drawing.width,
          height: item.drawing.height,
        },
      ];
    case 'gap':
      return [{ kind: 'gap', width: item.width, ink: item.ink }];
    case 'anchor':
      return [{ kind: 'anchor', anchor: item.anchor, ink: item.ink, width: 0 }];
    case 'leader':
      return shaped(item.fill, item.ink, item.at, context).map((word) => ({
        kind: 'leader',
        word,
        ink: item.ink,
        width: 0,
      }));
    default:
      return [];
  }
}

/** What goes before a dynamic text: a mark that tells its page, and the room that is reserved for longer numbers. */
function dynamicPieces(
  item: Extract<Inline, { kind: 'dynamic' }>,
  text: string,
  context: SegmentContext,
): readonly Piece[] {
  const mark: Piece = { kind: 'anchor', anchor: { ...NO_ANCHOR, use: item.use }, ink: item.ink, width: 0 };
  if (!context.known.reserve || item.part.kind === 'string') return [mark];
  const width = (of: string) =>
    shaped(of, item.ink, null, context).reduce((sum, word) => sum + wordWidth(word, item.ink), 0);
  return [mark, { kind: 'gap', width: Math.max(0, width('0000') - width(text)), ink: item.ink }];
}

function segment(pieces: readonly Piece[], ends: boolean, anywhere: boolean, hyphen: Piece | null): Segment {
  const full = pieces.reduce((sum, piece) => sum + piece.width, 0);
  let trailing = 0;
  for (let index = pieces.length - 1; index >= 0 && pieces[index]?.kind === 'space'; index -= 1)
    trailing += pieces[index]?.width ?? 0;
  return { pieces, width: full - trailing, full, ends, anywhere, hyphen };
}
