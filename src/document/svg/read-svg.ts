// An SVG file to a drawing: the same subset as inline SVG, but by itself, as browsers show a picture: no theme, black for `currentColor`.
import type { Shape } from '../../model/document.ts';
import type { Diagnostic } from '../../problem.ts';
import { once } from '../once.ts';
import { attributeOf, elementsOf, type MarkupElement, spotOf } from '../parse/tree.ts';
import { errorAt, type SourceText } from '../source-text.ts';
import { points, UNITS } from '../style/value.ts';
import { numberList } from './numbers.ts';
import { INITIAL, paintOf } from './paint.ts';
import { parseSvg } from './parse-svg.ts';
import { shapesOf } from './shapes.ts';
import { lintTexts } from './texts.ts';

type ReadSvg =
  | {
      readonly kind: 'drawing';
      readonly width: number;
      readonly height: number;
      readonly viewBox: readonly [number, number, number, number];
      readonly shapes: readonly Shape[];
    }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

const BLACK = '#000000';

export const readSvg = (source: SourceText): ReadSvg => {
  const diagnostics: Diagnostic[] = [];
  const tell = once(diagnostics);
  const svg = parseSvg(source, tell);
  if (svg !== null) lintTexts(svg, tell);
  const size = svg === null ? null : sizeOf(svg);
  if (svg !== null && size === null)
    tell(errorAt(spotOf(svg), 'markup-attribute', 'The drawing has no size.', 'Give <svg> a `viewBox`.'));
  if (svg === null || size === null || diagnostics.length > 0) return { kind: 'refused', diagnostics };
  const paint = paintOf(svg, INITIAL, BLACK);
  const coloring = () => ({ color: BLACK, own: null });
  const shapes = elementsOf(svg).flatMap((child) => shapesOf(child, null, paint, coloring));
  return { kind: 'drawing', ...size, shapes };
};

type SvgSize = Pick<ReadSvg & { readonly kind: 'drawing' }, 'width' | 'height' | 'viewBox'>;

/** Natural size in points and the coordinates drawn in: one gives the other where only one is written. */
const sizeOf = (svg: MarkupElement): SvgSize | null => {
  const [x = 0, y = 0, across = 0, down = 0] = numberList(attributeOf(svg, 'viewBox') ?? '') ?? [];
  const [width, height] = [lengthOf(attributeOf(svg, 'width')), lengthOf(attributeOf(svg, 'height'))];
  if (across > 0 && down > 0)
    return {
      viewBox: [x, y, across, down],
      width: width ?? (height === null ? across * PIXEL : (height * across) / down),
      height: height ?? ((width ?? across * PIXEL) * down) / across,
    };
  if (width === null || height === null) return null;
  return { viewBox: [0, 0, width / PIXEL, height / PIXEL], width, height };
};

const PIXEL = 0.75;
/** What `em` means in a file of its own: the size that browsers begin with. */
const EM = 12;

/** Null for none and for nought. */
const lengthOf = (text: string | null): number | null => {
  const [, number = '0', unit = ''] = /^([\d.]+)([a-z]*)$/.exec(text ?? '') ?? [];
  const length = points(Number(number), UNITS.find((one) => one === unit) ?? 'px', EM, EM);
  return length > 0 ? length : null;
};
