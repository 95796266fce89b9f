// Content stream operators as text. The page's coordinates are turned by pdfkit: y runs downwards, in points.

/** A number as PDF wants it: plain decimals, at most three of them. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export const nums = (...values: readonly number[]): string => values.map(num).join(' ');

/** The three channels of `#rrggbb`, from 0 to 1. */
function channels(color: string): string {
  const value = Number.parseInt(color.slice(1), 16);
  return nums(((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255);
}

export const fillColor = (color: string): string => `${channels(color)} rg`;
export const strokeColor = (color: string): string => `${channels(color)} RG`;
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${nums(x, y, width, height)} re`;
