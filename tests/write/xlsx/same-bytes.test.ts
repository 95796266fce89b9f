// The same workbook gives the same bytes, whenever and wherever it is written.
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { writeXlsx } from '../../../src/write/xlsx/index.ts';
import { cellOf, rowOf, sheetOf, textCell, workbookOf } from './sample.ts';

const zone = process.env.TZ;
afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const workbook = workbookOf(
  [
    sheetOf([
      rowOf(
        textCell('a'),
        cellOf({ kind: 'date', day: '2026-10-09' }),
        cellOf({ kind: 'number', number: 1.5, format: null }),
      ),
    ]),
  ],
  { properties: { b: '1', a: '2' } },
);
const digest = async (): Promise<string> =>
  createHash('sha256')
    .update(await writeXlsx(workbook))
    .digest('hex');

describe('same bytes', () => {
  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])(
    'under the time zone %s',
    async (name) => {
      process.env.TZ = 'UTC';
      const expected = await digest();
      process.env.TZ = name;
      expect(new Date(0).getTimezoneOffset()).not.toBe(0);
      expect(await digest()).toBe(expected);
    },
  );

  test('years apart', async () => {
    const expected = await digest();
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    expect(await digest()).toBe(expected);
  });

  test('whatever the locale says of numbers and days', async () => {
    const expected = await digest();
    vi.spyOn(Number.prototype, 'toLocaleString').mockReturnValue('1,5');
    vi.spyOn(Date.prototype, 'toLocaleDateString').mockReturnValue('9.10.2026');
    expect(await digest()).toBe(expected);
    vi.restoreAllMocks();
  });
});
