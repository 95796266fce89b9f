// Content stream operators as text. The page's coordinates are turned by pdfkit: y runs downwards, in points.

/** A number as PDF wants it: plain decimals, at most three of them. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export function nums(...values: readonly number[]): string {
  let text = '';
  for (const value of values) text += text === '' ? num(value) : ` ${num(value)}`;
  return text;
}

/** The three channels of `#rrggbb`, from 0 to 1. */
function channels(color: string): string {
  const value = Number.parseInt(color.slice(1), 16);
  return nums(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
}

/** Colours kept; a document has a handful, and asks for them with every piece of text. */
const COLORS_KEPT = 1_000;

function perColor(spell: (color: string) => string): (color: string) => string {
  const known = new Map<string, string>();
  return (color) => {
    const before = known.get(color);
    if (before !== undefined) return before;
    const operator = spell(color);
    if (known.size >= COLORS_KEPT) known.clear();
    known.set(color, operator);
    return operator;
  };
}

export const fillColor = perColor((color) => `${channels(color)} rg`);
export const strokeColor = perColor((color) => `${channels(color)} RG`);
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${num(x)} ${num(y)} ${num(width)} ${num(height)} re`;
