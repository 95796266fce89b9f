// Clock, environment, bundled files, template folders, whole files and the shelf.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledPath } from '../../src/io/bundled.ts';
import { today } from '../../src/io/clock.ts';
import { showsColour } from '../../src/io/environment.ts';
import { diskShelf } from '../../src/io/shelf.ts';
import { readTemplateFolder } from '../../src/io/template-folder.ts';
import { writeWhole } from '../../src/io/write-whole.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'io-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('today is the day of the local calendar', () => {
  expect(today(new Date(2026, 0, 9, 0, 0, 1))).toBe('2026-01-09');
  expect(today(new Date(2026, 11, 31, 23, 59, 59))).toBe('2026-12-31');
  expect(today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{}, {}, false],
])('colour on %j with %j: %j', (stream, variables, shown) => {
  expect(showsColour(stream, variables)).toBe(shown);
});

test('bundled files are found', () => {
  for (const name of ['data', 'templates']) expect(existsSync(bundledPath(name))).toBe(true);
});

describe('readTemplateFolder', () => {
  const put = (path: string): void => {
    mkdirSync(join(home, 'look', path, '..'), { recursive: true });
    writeFileSync(join(home, 'look', path), path);
  };

  test('gives its files by path, without what editors leave, and the fonts', async () => {
    for (const path of [
      'report.hbs',
      'partials/a.hbs',
      '.DS_Store',
      'theme.css~',
      '.git/x',
      'bundled/ibm-plex-sans/400.ttf',
    ])
      put(path);
    const { id, files } = await readTemplateFolder(join(home, 'look'));
    expect(id).toBe('look');
    expect(Object.keys(files).filter((path) => !path.startsWith('bundled/'))).toEqual([
      'partials/a.hbs',
      'report.hbs',
    ]);
    const fonts = Object.entries(files).filter(([path]) => path.startsWith('bundled/'));
    const names = fonts.map(([path, data]) => {
      const font = create(Buffer.from(data));
      return [path, 'postscriptName' in font && font.type === 'TTF' ? font.postscriptName : font.type];
    });
    expect(Object.fromEntries(names)).toEqual({
      'bundled/ibm-plex-sans/400.ttf': 'IBMPlexSans-Regular',
      'bundled/ibm-plex-sans/400-italic.ttf': 'IBMPlexSans-Italic',
      'bundled/ibm-plex-sans/500.ttf': 'IBMPlexSans-Medium',
      'bundled/ibm-plex-sans/600.ttf': 'IBMPlexSans-SemiBold',
      'bundled/ibm-plex-sans/600-italic.ttf': 'IBMPlexSans-SemiBoldItalic',
      'bundled/ibm-plex-sans/700.ttf': 'IBMPlexSans-Bold',
      'bundled/noto-sans-arabic/400.ttf': 'NotoSansArabic-Regular',
      'bundled/noto-sans-arabic/700.ttf': 'NotoSansArabic-Bold',
      'bundled/noto-sans-hebrew/400.ttf': 'NotoSansHebrew-Regular',
      'bundled/noto-sans-hebrew/700.ttf': 'NotoSansHebrew-Bold',
      'bundled/noto-sans-math/400.ttf': 'NotoSansMath-Regular',
      'bundled/noto-sans-symbols-2/400.ttf': 'NotoSansSymbols2-Regular',
      'bundled/noto-sans-symbols/400.ttf': 'NotoSansSymbols-Regular',
      'bundled/ibm-plex-mono/400.ttf': 'IBMPlexMono-Regular',
      'bundled/ibm-plex-mono/600.ttf': 'IBMPlexMono-SemiBold',
    });
  });

  test('follows a link that stays inside, refuses one that leads out', async () => {
    put('logo.svg');
    symlinkSync('logo.svg', join(home, 'look', 'mark.svg'));
    expect(Object.keys((await readTemplateFolder(join(home, 'look'))).files)).toContain('mark.svg');
    symlinkSync('/etc/hostname', join(home, 'look', 'host'));
    await expect(readTemplateFolder(join(home, 'look'))).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test('says when there is none', async () => {
    await expect(readTemplateFolder(join(home, 'none'))).rejects.toMatchObject({ code: 'input-missing' });
  });
});

test('writeWhole replaces a file, makes folders and leaves nothing beside it', async () => {
  const path = join(home, 'a', 'b', 'c.json');
  for (const text of ['one', 'two']) await writeWhole(path, new TextEncoder().encode(text));
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(home, 'a', 'b'))).toEqual(['c.json']);
});

test('the shelf finds what lies beside, and what is bundled', async () => {
  const shelf = diskShelf();
  const file = join(home, 'team', 'payments.attestation.yaml');
  await writeWhole(file, new TextEncoder().encode('x'));
  expect(shelf.beside(file, '../bank.policy.yaml')).toBe(join(home, 'bank.policy.yaml'));
  expect(shelf.beside(file, '/srv/bank.policy.yaml')).toBe('/srv/bank.policy.yaml');
  expect(await shelf.read(file)).toEqual({ name: file, bytes: new TextEncoder().encode('x') });
  expect(await shelf.read(join(home, 'none'))).toBeNull();
  expect(await shelf.facts(file, { 'EV-01': 'payments.attestation.yaml' })).toMatchObject({
    evidence: { 'EV-01': { present: true, size: 1 } },
  });
  expect((await shelf.bundledPolicy()).name).toBe('default.policy.yaml');
  for (const { name } of await shelf.bundledModels()) expect(name).toMatch(/\.model\.yaml$/);
});
