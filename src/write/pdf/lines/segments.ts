// Cuts a paragraph's content into segments at the break opportunities of UAX #14, shaped and measured.

import type { Style } from '../../../model/document.ts';
import type { Ink, Inline } from '../boxes/box.ts';
import { baseLevel, levelsOf, mirrored } from './bidi.ts';
import { breakOpportunities } from './break-opportunities.ts';
import {
  addSpaces,
  addTab,
  addWord,
  type Cutting,
  closeSegment,
  hyphenPiece,
  levelAt,
  type SegmentContext,
} from './cutting.ts';
import { addObject, addUse } from './objects.ts';
import type { Segment } from './piece.ts';
import { stretchText } from './stretches.ts';

/** `direction` is the paragraph's own; what it contains turns as its characters say. */
export function segmentsOf(
  content: readonly Inline[],
  context: SegmentContext,
  direction: Style['direction'] = 'ltr',
): readonly Segment[] {
  const texts = content.map((item) => stretchText(item, context.known));
  const text = texts.length === 1 ? (texts[0] ?? '') : texts.join('');
  const cutting: Cutting = {
    context,
    text,
    breaks: breakOpportunities(text),
    levels: levelsOf(text, direction),
    base: baseLevel(direction),
    segments: [],
    open: [],
    count: 0,
    full: 0,
    trailing: 0,
    space: null,
  };
  let start = 0;
  for (let index = 0; index < content.length; index += 1) {
    const end = start + (texts[index] ?? '').length;
    const item = content[index];
    if (item !== undefined) cutItem(cutting, item, start, end, content[index - 1]);
    start = end;
  }
  if (cutting.count > 0) closeSegment(cutting, true, false, null);
  return cutting.segments;
}

const wraps = (ink: Ink): boolean => ink.style.whiteSpace === 'normal' || ink.style.whiteSpace === 'pre-wrap';
const isAnywhere = (ink: Ink): boolean => ink.style.overflowWrap === 'anywhere';

function cutItem(
  cutting: Cutting,
  item: Inline,
  start: number,
  end: number,
  before: Inline | undefined,
): void {
  switch (item.kind) {
    case 'break':
      // Unseen at the line's end, but whoever takes the text out finds the words apart.
      addSpaces(cutting, ' ', item.ink, levelAt(cutting, start));
      closeSegment(cutting, true, false, null);
      return;
    case 'dynamic':
      addUse(cutting, item, start, end);
      cutText(cutting, item, start, end);
      return;
    case 'text':
      cutText(cutting, item, start, end);
      return;
    default:
      addObject(cutting, item, start, before);
      if (end > start && cutting.breaks[end] === 1) closeSegment(cutting, false, isAnywhere(item.ink), null);
  }
}

type TextItem = Extract<Inline, { kind: 'text' | 'dynamic' }>;

function cutText(cutting: Cutting, item: TextItem, start: number, end: number): void {
  const { ink } = item;
  const broken = wraps(ink);
  for (let from = start; from < end; ) {
    const to = tokenEnd(cutting, from, end);
    addToken(cutting, item, from, to);
    if (cutting.breaks[to] === 1 && broken) {
      const soft = cutting.text.charCodeAt(to - 1) === SOFT_HYPHEN;
      const hyphen = soft ? hyphenPiece(cutting, ink, levelAt(cutting, to - 1)) : null;
      closeSegment(cutting, false, isAnywhere(ink), hyphen);
    }
    from = to;
  }
}

const [TAB, SPACE, NO_BREAK_SPACE, SOFT_HYPHEN] = [0x09, 0x20, 0xa0, 0xad];

const separates = (code: number): boolean => code === SPACE || code === NO_BREAK_SPACE || code === TAB;

/** End of what is one piece: a word, spaces, a tab; cut where a line may end and where the direction changes. */
function tokenEnd({ text, breaks, levels }: Cutting, from: number, end: number): number {
  const first = text.charCodeAt(from);
  let to = from + 1;
  if (first === TAB || first === NO_BREAK_SPACE) return to;
  while (to < end && breaks[to] !== 1) {
    const code = text.charCodeAt(to);
    if (first === SPACE ? code !== SPACE : separates(code)) break;
    if (levels !== null && (levels[to] !== levels[from] || turns(text, levels, to))) break;
    to += 1;
  }
  return to;
}

/** A character that is drawn turned round stands by itself. */
const turns = (text: string, levels: Uint8Array, at: number): boolean =>
  (levels[at] ?? 0) % 2 === 1 &&
  (mirrored(text.charAt(at)) !== null || mirrored(text.charAt(at - 1)) !== null);

function addToken(cutting: Cutting, item: TextItem, from: number, to: number): void {
  const { text } = cutting;
  const first = text.charCodeAt(from);
  const level = levelAt(cutting, from);
  if (first === SPACE) addSpaces(cutting, text.slice(from, to), item.ink, level);
  else if (first === TAB) addTab(cutting, item.ink, level);
  else {
    const word = text.slice(from, text.charCodeAt(to - 1) === SOFT_HYPHEN ? to - 1 : to);
    if (word !== '') addWord(cutting, word, item.ink, item.at, level);
  }
}
