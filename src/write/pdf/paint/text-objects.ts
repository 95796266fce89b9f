// Text objects in a content stream. Those of marked content that follow each other are joined: one text object around
// all of them, in which a line is told by how far it is from the one before. That is most of what tags cost in a content
// stream.

/** A text object that is all there is in its marked content; `at` is where that begins, `end` its `EMC`. */
type Segment = {
  readonly at: number;
  readonly end: number;
  readonly x: number;
  readonly y: number;
  /** Where its last line begins. */
  readonly lastX: number;
  readonly lastY: number;
};

/** What is known of the text objects among some operators. Places are places in them. */
export type TextState = {
  segments: Segment[];
  /** Behind the operator that began the marked content. */
  marked: number;
  /** The last text object: where it begins, and behind its end. */
  begin: number;
  end: number;
  /** Where its first and its last line begin. */
  first: Point;
  line: Point;
};

type Stream = { readonly operators: string[]; readonly text: TextState };

export const newTextState = (): TextState => ({
  segments: [],
  marked: -1,
  begin: -1,
  end: -1,
  first: [0, 0],
  line: [0, 0],
});

/** Begins marked content. */
export function openMarked({ operators, text }: Stream, operator: string): void {
  operators.push(operator);
  text.marked = operators.length;
}

export function closeMarked({ operators, text }: Stream): void {
  const { segments, marked, begin, end, first, line } = text;
  if (begin === marked && end === operators.length) {
    const [x, y] = first;
    segments.push({ at: marked - 1, end, x, y, lastX: line[0], lastY: line[1] });
  }
  operators.push('EMC');
}

/** Begins a text object, or goes on with the last one when nothing was painted since. Its first line begins at `x`, `y`. */
export function openText({ operators, text }: Stream, x: number, y: number): void {
  const line = [hundredths(x), hundredths(y)] as const;
  if (text.end === operators.length && text.end > 0) {
    operators[text.end - 1] = moveOf(text.line, line);
  } else {
    text.begin = operators.length;
    text.first = line;
    operators.push(`BT ${placeOf(line)}`);
  }
  text.line = line;
}

export function closeText({ operators, text }: Stream): void {
  text.end = operators.push('ET');
}

/** The operators so far, joined where they can be; there are none then. */
export function takeOperators({ operators, text }: Stream): readonly string[] {
  const joined: string[] = [];
  let before: Segment | null = null;
  let done = 0;
  for (const segment of text.segments) {
    const { at, end, x, y } = segment;
    const mark = operators[at] ?? '';
    if (before !== null && done === at) joined.push(mark, moveOf([before.lastX, before.lastY], [x, y]));
    else {
      if (before !== null) joined.push('ET');
      copy(operators, done, at, joined);
      joined.push('BT', mark, placeOf([x, y]));
    }
    copy(operators, at + 2, end - 1, joined);
    joined.push('EMC');
    done = end + 1;
    before = segment;
  }
  if (before !== null) joined.push('ET');
  copy(operators, done, operators.length, joined);
  operators.length = 0;
  Object.assign(text, newTextState());
  return joined;
}

function copy(from: readonly string[], start: number, end: number, to: string[]): void {
  for (let index = start; index < end; index += 1) to.push(from[index] ?? '');
}

type Point = readonly [number, number];

const placeOf = ([x, y]: Point): string => `1 0 0 -1 ${x} ${y} Tm`;
const moveOf = ([x, y]: Point, [toX, toY]: Point): string =>
  `${hundredths(toX - x)} ${hundredths(y - toY)} Td`;
const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0;
