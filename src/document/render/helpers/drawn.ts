// What the helpers that draw have in common: their alternative text, and numbers short enough to read.

import { escapeText } from '../escape.ts';

const NO_ALT = 'aria-hidden="true"';

/** The attributes that name a drawing; without a label it is decoration. */
export const alternative = (label: string): string =>
  label === '' ? NO_ALT : `role="img" aria-label="${escapeText(label)}"`;

/** At most three decimals. */
export const round = (value: number): string => String(Math.round(value * 1000) / 1000);
