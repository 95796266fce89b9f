// The names that values may use: a few colours, ways to count, and sheets of paper in points.
import type { CounterStyle } from '../../model/document.ts';

export const COUNTER_STYLES: readonly CounterStyle[] = [
  'decimal',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'upper-roman',
];

export const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  silver: '#c0c0c0',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  navy: '#000080',
  teal: '#008080',
  maroon: '#800000',
  orange: '#ffa500',
  yellow: '#ffff00',
  purple: '#800080',
};

const millimetres = (width: number, height: number): readonly [number, number] => [
  (width * 72) / 25.4,
  (height * 72) / 25.4,
];

/** Portrait, width and height in points. ISO 216 and ANSI/ASME Y14.1. */
export const PAGE_SIZES: Readonly<Record<string, readonly [number, number]>> = {
  A3: millimetres(297, 420),
  A4: millimetres(210, 297),
  A5: millimetres(148, 210),
  letter: [612, 792],
  legal: [612, 1008],
};
