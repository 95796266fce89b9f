// Fonts on disk: those that come with the program all have a family, and an installed one is found where packages are.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fallbackFaces } from '../../src/document/fonts/fallback.ts';
import { findInstalledFonts, readBundledFonts } from '../../src/io/fonts.ts';

const base = mkdtempSync(join(tmpdir(), 'countersign-fonts-'));
afterAll(() => rmSync(base, { recursive: true }));

test('every bundled font is a face to fall back on, with bytes of its own', async () => {
  const fonts = await readBundledFonts();
  const faces = fallbackFaces(Object.fromEntries(fonts), [], 'en');
  expect(new Set(faces.map(({ data }) => data))).toEqual(new Set(fonts.map(([, data]) => data)));
  for (const [, data] of fonts) expect(Buffer.from(data.subarray(0, 4)).toString('hex')).toBe('00010000');
});

test('a font installed where the program is run is found from a folder below, and read only when asked', async () => {
  const home = join(base, 'node_modules', '@expo-google-fonts', 'noto-sans-kr');
  mkdirSync(join(home, '400Regular'), { recursive: true });
  writeFileSync(join(home, 'package.json'), '{}');
  writeFileSync(join(home, '400Regular', 'NotoSansKR_400Regular.ttf'), 'font');
  const found = findInstalledFonts(join(base, 'a', 'b'));
  expect(found.map(({ path }) => path)).toEqual([
    'installed/noto-sans-kr/400.ttf',
    'installed/noto-sans-kr/700.ttf',
  ]);
  expect(Buffer.from((await found[0]?.read()) ?? []).toString()).toBe('font');
  await expect(found[1]?.read()).rejects.toMatchObject({ code: 'input-missing' });
});

test('nothing is found where nothing is installed', () => {
  expect(findInstalledFonts(tmpdir())).toEqual([]);
});
