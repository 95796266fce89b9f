// Lining numbers up: where a text has its decimal point, by itself and by its language.

import { expect, test } from 'vitest';
import type { Ink } from '../../../src/write/pdf/boxes/box.ts';
import { typefacesOf } from '../../../src/write/pdf/fonts/typeface.ts';
import { type DecimalMark, decimalMark, decimalWidths } from '../../../src/write/pdf/lines/decimal.ts';
import { NOTHING_KNOWN } from '../../../src/write/pdf/lines/dynamic.ts';
import { segmentsOf } from '../../../src/write/pdf/lines/segments.ts';
import { doc, style } from './tree.ts';

const ink: Ink = {
  style: style(),
  typeface: typefacesOf(doc([]).fonts).choose(style()),
  shift: 0,
  leaf: null,
  link: null,
  boxes: [],
};
const widths = (text: string, mark: DecimalMark) =>
  decimalWidths(
    segmentsOf([{ kind: 'text', text, ink, at: null }], { known: NOTHING_KNOWN, troubles: new Map() }),
    mark,
  );
const widthOf = (text: string) => {
  const { before, after } = widths(text, '.');
  return before + after;
};

test.each<[string, DecimalMark, string]>([
  ['12.5', '.', '12'],
  ['12.5', ',', '12'],
  ['12,5 %', '.', '12'],
  ['1,234.56', ',', '1,234'],
  ['1.234,56', '.', '1.234'],
  ['1,234,567', '.', '1,234,567'],
  ['1,234', '.', '1,234'],
  ['1,234', ',', '1'],
  ['1.234', '.', '1'],
  ['1.234', ',', '1.234'],
  ['42', '.', '42'],
  ['42 %', '.', '42'],
  ['\u221242.0 items', '.', '\u221242'],
  ['n/a', '.', 'n/a'],
])('%s, where decimals follow a %s, lines up behind %s', (text, mark, before) => {
  const found = widths(text, mark);
  expect(found.before).toBeCloseTo(widthOf(before), 1);
  expect(found.before + found.after).toBeCloseTo(widthOf(text), 3);
});

test('languages have their decimal point, some regions another', () => {
  const marks = ['en-GB', 'de', 'de-AT', 'de-CH', 'de-Latn-LI', 'fr', 'es', 'es-MX', 'ja', 'x-none'].map(
    decimalMark,
  );
  expect(marks.join(' ')).toBe('. , , . . , , . . .');
});
