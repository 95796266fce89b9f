// An elliptical arc of SVG as Bézier curves (SVG 1.1, F.6.5 and F.6.6).

type Point = readonly [number, number];
/** Radii, turn of the ellipse in degrees, and which of the four arcs between two points is meant. */
export type Arc = {
  readonly rx: number;
  readonly ry: number;
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
};

/** Six numbers a curve: two control points and the end. Null when the arc is a straight line. */
export function arcCurves(from: Point, to: Point, arc: Arc): readonly (readonly number[])[] | null {
  if (from[0] === to[0] && from[1] === to[1]) return [];
  if (arc.rx === 0 || arc.ry === 0) return null;
  const cos = Math.cos((arc.turn * Math.PI) / 180);
  const sin = Math.sin((arc.turn * Math.PI) / 180);
  const half: Point = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const flat: Point = [cos * half[0] + sin * half[1], cos * half[1] - sin * half[0]];
  const { rx, ry } = reaching(arc, flat);
  const centre = centreOf(flat, rx, ry, arc.large !== arc.sweep);
  const start = Math.atan2((flat[1] - centre[1]) / ry, (flat[0] - centre[0]) / rx);
  const end = Math.atan2((-flat[1] - centre[1]) / ry, (-flat[0] - centre[0]) / rx);
  const angle = directed(end - start, arc.sweep);
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  /** From the unit circle to where the arc stands. */
  const place = ([x, y]: Point): Point => {
    const [u, v] = [x * rx + centre[0], y * ry + centre[1]];
    return [cos * u - sin * v + middle[0], sin * u + cos * v + middle[1]];
  };
  return unitCurves(start, angle).map((points) => points.flatMap(place));
}

/** Radii too short to reach from end to end are made longer. */
function reaching({ rx, ry }: Arc, [x, y]: Point): { readonly rx: number; readonly ry: number } {
  const scale = Math.max(1, Math.sqrt((x / rx) ** 2 + (y / ry) ** 2));
  return { rx: rx * scale, ry: ry * scale };
}

function centreOf([x, y]: Point, rx: number, ry: number, positive: boolean): Point {
  const spread = (rx * y) ** 2 + (ry * x) ** 2;
  const size = Math.sqrt(Math.max(0, (rx * ry) ** 2 - spread) / spread) * (positive ? 1 : -1);
  return [(size * rx * y) / ry, (-size * ry * x) / rx];
}

function directed(angle: number, sweep: boolean): number {
  if (sweep && angle < 0) return angle + 2 * Math.PI;
  return !sweep && angle > 0 ? angle - 2 * Math.PI : angle;
}

/** Curves of at most a quarter circle each. */
function unitCurves(start: number, angle: number): readonly (readonly [Point, Point, Point])[] {
  const count = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9));
  const step = angle / count;
  const reach = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [start + index * step, start + (index + 1) * step];
    return [
      [Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)],
      [Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)],
      [Math.cos(b), Math.sin(b)],
    ];
  });
}
