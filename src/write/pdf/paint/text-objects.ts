// Joins the text objects of marked content that follow each other: one text object around all of them, in which a line
// is told by how far it is from the one before. That is most of what tags cost in a content stream.

/** A piece of marked content that is one text object and nothing else; `end` is the index of its `EMC`. */
type Segment = { readonly end: number; readonly x: number; readonly y: number };

const BEGIN = /^BT 1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm$/;
const MOVE = /^(-?[\d.]+) (-?[\d.]+) Td$/;

/** The operators again, joined where they can be. */
export function joinTextObjects(operators: readonly string[]): readonly string[] {
  const joined: string[] = [];
  /** Where the open text object's last line began. */
  let line: readonly [number, number] | null = null;
  for (let at = 0; at < operators.length; ) {
    const segment = segmentAt(operators, at);
    if (segment === null) {
      if (line !== null) joined.push('ET');
      line = null;
      joined.push(operators[at] ?? '');
      at += 1;
      continue;
    }
    const { x, y, end } = segment;
    if (line === null) joined.push('BT', operators[at] ?? '', `1 0 0 -1 ${x} ${y} Tm`);
    else joined.push(operators[at] ?? '', `${hundredths(x - line[0])} ${hundredths(line[1] - y)} Td`);
    const body = operators.slice(at + 2, end - 1);
    joined.push(...body, 'EMC');
    line = lastLine(x, y, body);
    at = end + 1;
  }
  if (line !== null) joined.push('ET');
  return joined;
}

function segmentAt(operators: readonly string[], at: number): Segment | null {
  if (!opens(operators[at] ?? '')) return null;
  const begin = BEGIN.exec(operators[at + 1] ?? '');
  if (begin === null) return null;
  let depth = 1;
  let end = at + 2;
  for (; end < operators.length; end += 1) {
    const operator = operators[end] ?? '';
    if (operator === 'EMC') depth -= 1;
    else if (opens(operator)) depth += 1;
    if (depth === 0) break;
    if (operator === 'ET' && (depth > 1 || operators[end + 1] !== 'EMC')) return null;
  }
  return operators[end - 1] === 'ET' ? { end, x: Number(begin[1]), y: Number(begin[2]) } : null;
}

/** Asked of every operator, hence by its last letter first. */
const opens = (operator: string): boolean =>
  operator.charCodeAt(operator.length - 1) === LETTER_C && /B[DM]C$/.test(operator);
const LETTER_C = 67;

function lastLine(x: number, y: number, body: readonly string[]): readonly [number, number] {
  let line: readonly [number, number] = [x, y];
  for (const operator of body) {
    const move = operator.endsWith('Td') ? MOVE.exec(operator) : null;
    if (move !== null) line = [line[0] + Number(move[1]), line[1] - Number(move[2])];
  }
  return line;
}

const hundredths = (value: number): number => Math.round(value * 100) / 100 + 0;
