// Paints underlines and strike-throughs: rules, hence artifacts, one for each stretch of a line in the same ink.

import type { Style } from '../../../model/document.ts';
import type { LinePart } from '../lines/line.ts';
import type { TextPiece } from '../lines/piece.ts';
import type { PlacedLine } from '../pages/placed.ts';
import { type Canvas, setState } from './canvas.ts';
import { fillColor, rectangle } from './operators.ts';

type Rule = {
  readonly style: Style;
  readonly y: number;
  readonly height: number;
  left: number;
  right: number;
};

export function paintTextRules(canvas: Canvas, placed: PlacedLine): void {
  for (const rule of rulesOf(placed)) {
    setState(canvas, 'color', fillColor(rule.style.color));
    canvas.operators.push(rectangle(rule.left, rule.y, rule.right - rule.left, rule.height), 'f');
  }
}

function rulesOf(placed: PlacedLine): readonly Rule[] {
  const { parts, baseline } = placed.line;
  if (parts.every(({ piece }) => piece.ink.style.textDecoration === 'none')) return [];
  const shownEnd = parts.findLastIndex(({ piece }) => piece.kind === 'word') + 1;
  const rules: Rule[] = [];
  for (const part of parts.slice(0, shownEnd)) {
    const { piece } = part;
    if (piece.kind !== 'word' && piece.kind !== 'space') continue;
    if (piece.ink.style.textDecoration !== 'none') addRule(rules, piece, part, placed, baseline);
  }
  return rules;
}

function addRule(
  rules: Rule[],
  piece: TextPiece,
  { x, width }: LinePart,
  placed: PlacedLine,
  baseline: number,
): void {
  const { style, shift, typeface } = piece.ink;
  // The element's first font, or a rule would jump where a character comes from another one.
  const { font } = typeface.faces[0];
  const scale = style.fontSize / font.unitsPerEm;
  const height = font.underlineThickness * scale;
  const rise =
    style.textDecoration === 'underline' ? font.underlinePosition * scale : (font.xHeight * scale) / 2;
  const y = placed.top + baseline - shift - rise - height / 2;
  const [left, right] = [placed.x + x, placed.x + x + width];
  const last = rules.at(-1);
  const near =
    last?.style === style && last.y === y && left <= last.right + NEAR && right >= last.left - NEAR;
  if (last === undefined || !near) rules.push({ style, y, height, left, right });
  else {
    last.left = Math.min(last.left, left);
    last.right = Math.max(last.right, right);
  }
}
const NEAR = 0.05;
