// Colours in drawings: hex, or one of the names that themes know.
import { NAMED_COLORS } from '../style/names.ts';
import type { Test } from './numbers.ts';

const HEX = /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i;

/** `#rrggbb` of a colour that passed `PAINT`. */
export const hexColor = (text: string): string => {
  const named = Object.hasOwn(NAMED_COLORS, text) ? NAMED_COLORS[text] : undefined;
  return named ?? text.toLowerCase().replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
};

export const PAINT: Test = {
  test: (text) =>
    text === 'none' || text === 'currentColor' || HEX.test(text) || Object.hasOwn(NAMED_COLORS, text),
};
