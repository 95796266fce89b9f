// Widths of columns: never more than the room, short columns satisfied first, longer texts wider than shorter ones.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Size } from '../../../src/model/document.ts';
import { columnWidths } from '../../../src/write/pdf/measure/column-widths.ts';

const column = (min: number, max: number) => ({ least: Math.min(min, 10), min, max });
const autos = (count: number): readonly Size[] => Array.from({ length: count }, () => 'auto' as const);
const sum = (widths: readonly number[]) => widths.reduce((total, one) => total + one, 0);

test('an id and a status have what they want, two texts share the rest by their length, gently', () => {
  const [id = 0, text = 0, status = 0, longer = 0] = columnWidths(
    [column(40, 52), column(50, 400), column(60, 80), column(50, 1600)],
    autos(4),
    480,
    true,
  );
  expect([id, status]).toEqual([52, 80]);
  expect(longer).toBeGreaterThan(text * 1.2);
  expect(longer).toBeLessThan(text * 2);
  expect(id + text + status + longer).toBeCloseTo(480, 6);
});

test('a column that wants a little more than another is never narrower', () => {
  const wants = [60, 70, 80, 90, 100, 110, 120, 400].map((max) => column(20, max));
  const widths = columnWidths(wants, autos(8), 600, true);
  expect([...widths].sort((a, b) => a - b)).toEqual(widths);
});

test('with no room to grow, columns stay as narrow as they can be', () => {
  expect(columnWidths([column(50, 90), column(30, 40)], autos(2), 80, true)).toEqual([50, 30]);
});

test('given widths are kept where there is room, and content is never cut for them', () => {
  const wants = [column(30, 200), column(30, 200), column(30, 200)];
  expect(columnWidths(wants, [100, { percent: 25 }, 'auto'], 400, true)).toEqual([100, 100, 200]);
  expect(columnWidths([column(80, 90), column(10, 20)], [20, 'auto'], 400, false)).toEqual([80, 20]);
});

const intrinsic = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(900))
  .map(([least, more, most]) => ({ least, min: least + more, max: least + more + most }));
const hint = fc.oneof(
  fc.constant<Size>('auto'),
  fc.nat(400),
  fc.nat(120).map((percent) => ({ percent })),
);

test('whatever the content, the columns fit the room, and fill it when the table does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(intrinsic, hint), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 900 }),
      fc.boolean(),
      (columns, room, fills) => {
        const widths = columnWidths(
          columns.map(([wants]) => wants),
          columns.map(([, given]) => given),
          room,
          fills,
        );
        expect(sum(widths)).toBeLessThanOrEqual(room + 0.001);
        if (fills) expect(sum(widths)).toBeCloseTo(room, 3);
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 500 },
  );
});
