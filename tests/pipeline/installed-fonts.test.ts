// Installed fonts join a template only for a report that needs them, so that all others are the same with and without.
import { expect, test } from 'vitest';
import type { TemplateFiles } from '../../src/document/files.ts';
import { withInstalledFonts } from '../../src/pipeline/installed-fonts.ts';

const font = Uint8Array.of(1, 2, 3);
const template = (text: string, name = 'report.hbs'): TemplateFiles => ({
  id: 't',
  files: { [name]: new TextEncoder().encode(text) },
  installed: [{ path: 'installed/noto-sans-jp/400.ttf', read: async () => font }],
});
const joined = async (given: TemplateFiles, report: string): Promise<boolean> =>
  'installed/noto-sans-jp/400.ttf' in (await withInstalledFonts(given, report)).files;

test.each(['漢字', 'ひらがな', 'カタカナ', '한국어', 'ㄅ', '「', 'Ａ', '㈱', '𠮷'])(
  '%s needs them',
  async (text) => {
    expect(await joined(template(''), `"a ${text}"`)).toBe(true);
    expect(await joined(template(`<p>${text}</p>`), '""')).toBe(true);
  },
);

test.each([
  ['report.hbs', '<p>&#28450;</p>'],
  ['partials/a.hbs', '<p>&#x6F22;</p>'],
  ['theme.css', 'p::before { content: "\\6f22" }'],
  ['words.ja.yaml', 'a: "\\u6f22"'],
])('so does %s with %s', async (name, text) => {
  expect(await joined(template(text, name), '""')).toBe(true);
});

test.each(['Ordnung', 'Ελληνικά', 'Русский', 'عربي', 'עברית', '→ ✓ ⚠ ● ─', '😀'])(
  '%s does not',
  async (text) => {
    expect(await joined(template(`<p>${text} &#8594; &#xFFFFFFFF;</p>`), `"${text}"`)).toBe(false);
  },
);

test('what is left is plain data', async () => {
  expect(structuredClone(await withInstalledFonts(template(''), '漢'))).toMatchObject({ id: 't' });
  expect(structuredClone(await withInstalledFonts(template(''), ''))).toMatchObject({ id: 't' });
});
