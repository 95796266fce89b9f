// The path data of SVG (SVG 1.1, 8.3) as path operators. Reading stops at the first mistake, as SVG wants it.

import { arcCurves } from './arc.ts';
import { nums } from './operators.ts';

type Point = readonly [number, number];
type Pen = {
  readonly operators: string[];
  at: Point;
  start: Point;
  /** Control point that the next smooth curve mirrors, and the kind of curve it comes from. */
  control: Point;
  curve: 'cubic' | 'quadratic' | null;
};

/** Numbers that each command takes at a time. */
const COUNTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

const known = new WeakMap<object, string>();

/** The operators of a path shape; the same shape is read once. */
export function pathOperators(shape: { readonly d: string }): string {
  const operators = known.get(shape) ?? readPath(shape.d);
  known.set(shape, operators);
  return operators;
}

function readPath(d: string): string {
  const pen: Pen = { operators: [], at: [0, 0], start: [0, 0], control: [0, 0], curve: null };
  for (const [, letter = '', body = ''] of d.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)) {
    const { values, whole } = readNumbers(body, letter.toUpperCase() === 'A');
    const count = COUNTS[letter.toUpperCase()] ?? 0;
    if (count === 0) close(pen);
    for (let at = 0; count > 0 && at + count <= values.length; at += count)
      draw(pen, at > 0 ? following(letter) : letter, values.slice(at, at + count));
    if (!whole || (count === 0 ? values.length > 0 : values.length === 0 || values.length % count > 0)) break;
  }
  return pen.operators.join(' ');
}

/** Points after the first of a move are lines. */
const following = (letter: string): string => (letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter);

/** An arc's two flags are one digit each and need no space behind them. */
function readNumbers(
  body: string,
  arc: boolean,
): { readonly values: readonly number[]; readonly whole: boolean } {
  const values: number[] = [];
  let at = 0;
  while (true) {
    const isFlag = arc && (values.length % 7 === 3 || values.length % 7 === 4);
    const kind = isFlag ? FLAG : NUMBER;
    kind.lastIndex = at;
    const found = kind.exec(body);
    if (found === null) return { values, whole: /^[\s,]*$/.test(body.slice(at)) };
    values.push(Number(found[1]));
    at = kind.lastIndex;
  }
}

const NUMBER = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const FLAG = /[\s,]*([01])/y;

function close(pen: Pen): void {
  pen.operators.push('h');
  pen.at = pen.start;
  pen.curve = null;
}

type Values = { readonly number: (index: number) => number; readonly point: (index: number) => Point };

/** What each command draws; `point` counts a relative command from where the pen is. */
const DRAWN: Readonly<Record<string, (pen: Pen, values: Values) => void>> = {
  M: (pen, { point }) => move(pen, point(0)),
  L: (pen, { point }) => line(pen, point(0)),
  H: (pen, { point }) => line(pen, [point(0)[0], pen.at[1]]),
  V: (pen, { point }) => line(pen, [pen.at[0], point(-1)[1]]),
  C: (pen, { point }) => cubic(pen, point(0), point(2), point(4)),
  S: (pen, { point }) => cubic(pen, mirrored(pen, 'cubic'), point(0), point(2)),
  Q: (pen, { point }) => quadratic(pen, point(0), point(2)),
  T: (pen, { point }) => quadratic(pen, mirrored(pen, 'quadratic'), point(0)),
  A: (pen, { number, point }) => arc(pen, number, point(5)),
};

function draw(pen: Pen, letter: string, values: readonly number[]): void {
  const [x, y] = letter === letter.toUpperCase() ? [0, 0] : pen.at;
  const number = (index: number): number => values[index] ?? 0;
  const point = (index: number): Point => [number(index) + x, number(index + 1) + y];
  DRAWN[letter.toUpperCase()]?.(pen, { number, point });
}

function move(pen: Pen, to: Point): void {
  pen.operators.push(`${nums(...to)} m`);
  pen.start = to;
  arrive(pen, to);
}

function arrive(pen: Pen, to: Point, curve: Pen['curve'] = null, control: Point = to): void {
  pen.at = to;
  pen.curve = curve;
  pen.control = control;
}

function line(pen: Pen, to: Point): void {
  pen.operators.push(`${nums(...to)} l`);
  arrive(pen, to);
}

function cubic(pen: Pen, first: Point, second: Point, to: Point): void {
  pen.operators.push(`${nums(...first, ...second, ...to)} c`);
  arrive(pen, to, 'cubic', second);
}

/** PDF has no such curve: the cubic one that is the same has its control points two thirds of the way. */
function quadratic(pen: Pen, control: Point, to: Point): void {
  const between = (from: Point): Point => [
    from[0] + (2 / 3) * (control[0] - from[0]),
    from[1] + (2 / 3) * (control[1] - from[1]),
  ];
  pen.operators.push(`${nums(...between(pen.at), ...between(to), ...to)} c`);
  arrive(pen, to, 'quadratic', control);
}

const mirrored = (pen: Pen, curve: Pen['curve']): Point =>
  pen.curve === curve ? [2 * pen.at[0] - pen.control[0], 2 * pen.at[1] - pen.control[1]] : pen.at;

function arc(pen: Pen, number: Values['number'], to: Point): void {
  const shape = {
    rx: Math.abs(number(0)),
    ry: Math.abs(number(1)),
    turn: number(2),
    large: number(3) === 1,
    sweep: number(4) === 1,
  };
  const curves = arcCurves(pen.at, to, shape);
  for (const curve of curves ?? []) pen.operators.push(`${nums(...curve)} c`);
  if (curves === null) line(pen, to);
  else arrive(pen, to);
}
