// What members are called, and that every name made is one that a pack may hold.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathTrouble } from '../../src/codec/member-path.ts';
import {
  evidenceName,
  packFolder,
  reportName,
  seriesFolder,
  workbookName,
  zipName,
} from '../../src/pack/index.ts';

const NAME = {
  team: 'payments',
  system: 'checkout',
  period: '2026-Q3',
  edition: { state: 'final', version: 1 },
} as const;
const DRAFT = { ...NAME, edition: { state: 'draft', version: null } } as const;

test('names and places', () => {
  expect(packFolder(NAME)).toBe('2026-Q3/payments.checkout/v1');
  expect(packFolder(DRAFT)).toBe('2026-Q3/payments.checkout/draft');
  expect(seriesFolder(NAME)).toBe('2026-Q3/payments.checkout');
  expect(reportName(NAME)).toBe('payments.checkout-2026-Q3-v1-report.pdf');
  expect(workbookName(DRAFT)).toBe('payments.checkout-2026-Q3-draft-workbook.xlsx');
  expect(zipName(NAME)).toBe('payments.checkout-2026-Q3-v1.zip');
});

test.each([
  ['evidence/scale.json', 'evidence/EV-01-scale.json'],
  ['a/b\\C.TXT', 'evidence/EV-01-C.TXT'],
  ['Prüfung (Q3): final?.pdf', 'evidence/EV-01-Prüfung-Q3-final-.pdf'],
  ['u\u0308.txt', 'evidence/EV-01-ü.txt'],
  ['..', 'evidence/EV-01-file'],
  ['.env', 'evidence/EV-01-env'],
  [`${'x'.repeat(80)}.tar.gz`, `evidence/EV-01-${'x'.repeat(50)}.gz`],
  [`${'x'.repeat(48)}.-${'y'.repeat(20)}`, `evidence/EV-01-${'x'.repeat(48)}`],
])('%s is kept as %s', (file, member) => {
  expect(evidenceName('EV-01', file)).toBe(member);
});

test('whatever a file is called, its member can be one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (file) => {
      expect(pathTrouble(evidenceName('EV-01', file))).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test('a label of a million full stops is shortened like any other', () => {
  const period = `a${'.'.repeat(1_000_000)}b`;
  expect(seriesFolder({ ...NAME, period })).toBe('a.b/payments.checkout');
});

test('a period of any label makes a folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (period) => {
      expect(seriesFolder({ ...NAME, period }).split('/')).toHaveLength(2);
      expect(pathTrouble(reportName({ ...NAME, period }))).toBeNull();
    }),
  );
});
