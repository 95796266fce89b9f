// Path data of SVG as operators: every command, absolute and relative, and arcs that end where they should.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOperators } from '../../../src/write/pdf/paint/svg-path.ts';

const drawn = (d: string): string => pathOperators({ d });

test.each([
  ['M1 2 3 4 5 6', '1 2 m 3 4 l 5 6 l'],
  ['m1 2 3 4 5 6z', '1 2 m 4 6 l 9 12 l h'],
  ['M1,2H5V6h-1v-1', '1 2 m 5 2 l 5 6 l 4 6 l 4 5 l'],
  ['M0 0C1 2 3 4 5 6S9 10 11 12', '0 0 m 1 2 3 4 5 6 c 7 8 9 10 11 12 c'],
  ['M0 0c1 2 3 4 5 6s4 4 6 6', '0 0 m 1 2 3 4 5 6 c 7 8 9 10 11 12 c'],
  ['M0 0S1 2 3 4', '0 0 m 0 0 1 2 3 4 c'],
  ['M0 0Q3 0 3 3T6 6', '0 0 m 2 0 3 1 3 3 c 3 5 4 6 6 6 c'],
  ['M1 1l2 0zl0 5', '1 1 m 3 1 l h 1 6 l'],
  ['M.5-.5L1e1 2.5.5 3', '0.5 -0.5 m 10 2.5 l 0.5 3 l'],
  ['M0 0A5 5 0 0 1 10 0', '0 0 m 0 -2.761 2.239 -5 5 -5 c 7.761 -5 10 -2.761 10 0 c'],
  ['M0 0a5 5 0 0110 0', '0 0 m 0 -2.761 2.239 -5 5 -5 c 7.761 -5 10 -2.761 10 0 c'],
  ['M0 0A0 5 0 0 1 10 0', '0 0 m 10 0 l'],
  ['M0 0L5 5L6', '0 0 m 5 5 l'],
  ['M0 0L5 5#L7 7', '0 0 m 5 5 l'],
  ['', ''],
])('%s', (d, operators) => {
  expect(drawn(d)).toBe(operators);
});

test('an arc ends at its end, all of it on its circle when that is large enough', () => {
  const coordinate = fc.integer({ min: -50, max: 50 });
  const flags = fc.tuple(fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      fc.integer({ min: 80, max: 200 }),
      flags,
      (x, y, r, [large, sweep]) => {
        fc.pre(x !== 0 || y !== 0);
        const d = `M0 0A${r} ${r} 30 ${Number(large)} ${Number(sweep)} ${x} ${y}`;
        const curves = drawn(d).split(' c').slice(0, -1);
        const ends = curves.map((curve) =>
          curve.replace(/^.* m/, '').trim().split(' ').map(Number).slice(-2),
        );
        expect(ends.at(-1)).toEqual([x, y]);
        expect(curves.length > 2).toBe(large);
        const half = Math.hypot(x, y) / 2;
        const reach = Math.sqrt(r * r - half * half) * (large === sweep ? -1 : 1);
        const centre = [x / 2 - (reach * y) / (2 * half), y / 2 + (reach * x) / (2 * half)] as const;
        for (const [u = 0, v = 0] of ends) expect(Math.hypot(u - centre[0], v - centre[1])).toBeCloseTo(r, 1);
      },
    ),
  );
});
