// `transform` of SVG 1.1, 7.6, as one matrix.
import type { Matrix } from '../../model/document.ts';
import { numberList } from './numbers.ts';

const ONE = /^\s*(translate|scale|rotate|matrix)\s*\(([^()]*)\)\s*,?/;

/** The product of the transforms in the order written; null when there is one that is not known or has not its numbers. */
export const readTransform = (text: string): Matrix | null => {
  let product: Matrix = [1, 0, 0, 1, 0, 0];
  let rest = text;
  while (rest.trim() !== '') {
    const [all = '', name = '', inside = ''] = ONE.exec(rest) ?? [];
    const matrix = matrixOf(name, numberList(inside) ?? []);
    if (matrix === null) return null;
    product = multiply(product, matrix);
    rest = rest.slice(all.length);
  }
  return product;
};

const matrixOf = (name: string, numbers: readonly number[]): Matrix | null => {
  const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = numbers;
  const count = numbers.length;
  if (name === 'matrix' && count === 6) return [a, b ?? 0, c, d, e, f];
  if (name === 'translate' && (count === 1 || count === 2)) return [1, 0, 0, 1, a, b ?? 0];
  if (name === 'scale' && (count === 1 || count === 2)) return [a, 0, 0, b ?? a, 0, 0];
  if (name !== 'rotate' || (count !== 1 && count !== 3)) return null;
  return around(b ?? 0, c, turn((a * Math.PI) / 180));
};

/** Rounded, so that a quarter turn is one on every machine. */
const turn = (angle: number): Matrix => {
  const [cos, sin] = [round(Math.cos(angle)), round(Math.sin(angle))];
  return [cos, sin, -sin, cos, 0, 0];
};

const round = (value: number): number => Math.round(value * 1e9) / 1e9;

const around = (x: number, y: number, matrix: Matrix): Matrix =>
  multiply(multiply([1, 0, 0, 1, x, y], matrix), [1, 0, 0, 1, -x, -y]);

/** The transform that does `inner` first and `outer` after it. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};
