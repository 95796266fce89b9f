// A counter's number as text, in the styles of the subset (CSS Counter Styles 3).
import type { CounterStyle } from '../../model/document.ts';

/** A number that a style has no sign for is written in decimal. */
export const counterText = (value: number, style: CounterStyle): string => {
  const [script, form] = style.split('-').toReversed();
  const text = script === 'alpha' ? alphabetic(value) : script === 'roman' ? roman(value) : null;
  if (text === null) return String(value);
  return form === 'upper' ? text.toUpperCase() : text;
};

/** a … z, aa, ab … */
const alphabetic = (value: number): string | null => {
  if (value < 1) return null;
  const rest = Math.floor((value - 1) / 26);
  return (alphabetic(rest) ?? '') + String.fromCharCode(97 + ((value - 1) % 26));
};

const TENS = [
  ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'],
  ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'],
  ['', 'c', 'cc', 'ccc', 'cd', 'd', 'dc', 'dcc', 'dccc', 'cm'],
  ['', 'm', 'mm', 'mmm'],
] as const;

const roman = (value: number): string | null => {
  if (value < 1 || value > 3999) return null;
  const digits = [...String(value)].toReversed().map(Number);
  return digits.reduce((text, digit, place) => (TENS[place]?.[digit] ?? '') + text, '');
};
