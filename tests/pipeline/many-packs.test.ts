// Packs drawn one after the other in one process: what a pack's bytes are never depends on which were drawn before it.
import { expect, test, vi } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import type { Template, TemplateFiles } from '../../src/document/index.ts';
import { readBundledFonts } from '../../src/io/fonts.ts';
import type { Report } from '../../src/model/report.ts';
import { rememberingTemplates } from '../../src/pipeline/template-once.ts';
import { page, sample, tiny } from '../document/tiny.ts';

const THEME = `
@font-face { font-family: Plex; font-weight: 400; src: url("bundled/ibm-plex-sans/400.ttf") }
@font-face { font-family: Plex; font-weight: 600; src: url("bundled/ibm-plex-sans/600.ttf") }
@page { size: A4; margin: 2cm; @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
body { font-family: Plex } b { font-weight: 600 } em { letter-spacing: 1pt }
`;
const REPORT = page(
  '{{#each items as |item|}}<p dir="{{direction item.title}}"><b>{{item.id}}</b> {{item.title}} <em>{{item.title}}</em></p>{{/each}}',
);

/** Read anew each time, as a process does that starts. */
const template = async (): Promise<TemplateFiles> => {
  const { id, files } = tiny({ 'report.hbs': REPORT, 'theme.css': THEME });
  return { id, files: { ...files, ...Object.fromEntries(await readBundledFonts()) } };
};

const reportOf = (titles: readonly string[]): Report => {
  const items = titles.map((title, index) => ({ id: `d-${index}`, title, result: 'supported', n: index }));
  const maker = { tool: { name: 'Countersign', version: '1' }, template: { language: 'en', paper: 'a4' } };
  return sample({ items, maker });
};

/** Ligatures, marks, glyphs that stand for two texts, letters that share pairs, other scripts, and words of one pack in another. */
const PACKS = [
  reportOf(['office affine first', 'a\u00a0b a b', 'zebra Wave To. AVATAR', 'e\u0301te\u0301 naïve']),
  reportOf(['שלום (עולם)', 'affine office', '→ ✓ ⚠', 'To. zebra (a b)']),
  reportOf(['مرحبا بالعالم', 'a-b a\u2011b so\u00adft', 'Ελληνικά Привет', 'WAVE first']),
];

type DrawOne = (pack: number) => Promise<string>;

/** A process that has drawn nothing; `fresh`: which reads the template's files anew for each pack. */
const newProcess = async (fresh: boolean): Promise<DrawOne> => {
  vi.resetModules();
  const { draw } = await import('../../src/pipeline/draw.ts');
  const read = await template();
  return async (pack) => {
    const report = PACKS[pack] ?? reportOf([]);
    const { pdf, xlsx } = await draw(report, fresh ? await template() : read, [], null);
    return `${sha256(pdf)} ${sha256(xlsx)}`;
  };
};

const drawnIn = async (order: readonly number[], fresh = false): Promise<ReadonlyMap<number, string>> => {
  const drawOne = await newProcess(fresh);
  const drawn = new Map<number, string>();
  for (const pack of order) drawn.set(pack, await drawOne(pack));
  return drawn;
};

test('a pack has the same bytes alone, after others and before them', { timeout: 120_000 }, async () => {
  const alone = new Map<number, string>();
  for (const pack of PACKS.keys()) alone.set(pack, (await drawnIn([pack])).get(pack) ?? '');
  expect(new Set(alone.values()).size).toBe(PACKS.length);
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
  ])
    expect(new Map([...(await drawnIn(order))].sort())).toEqual(alone);
  expect(new Map([...(await drawnIn([2, 0, 1], true))].sort())).toEqual(alone);
});

const loaded = (id: string): Template => ({ id }) as Template;
const files = (id: string, text: string): TemplateFiles => ({
  id,
  files: { 'report.hbs': new TextEncoder().encode(text) },
});

test('a template is loaded once for the same bytes, name and language', () => {
  const load = vi.fn(({ id }: TemplateFiles) => loaded(id));
  const remembering = rememberingTemplates(load);
  const first = remembering(files('a', 'x'), 'en');
  expect(remembering(files('a', 'x'), 'en')).toBe(first);
  expect(remembering(files('b', 'x'), 'en')).not.toBe(first);
  expect(remembering(files('a', 'y'), 'en')).not.toBe(first);
  expect(remembering(files('a', 'y'), 'de')).not.toBe(first);
  expect(load).toHaveBeenCalledTimes(4);
});

test('of templates that are many only the last are kept', () => {
  const load = vi.fn(({ id }: TemplateFiles) => loaded(id));
  const remembering = rememberingTemplates(load, 2);
  for (const text of ['x', 'y', 'x', 'z', 'x', 'y']) remembering(files('a', text), 'en');
  // x stays, because it is asked for again and again; y had to go for z.
  expect(load).toHaveBeenCalledTimes(4);
});

test('one that is refused is refused each time', () => {
  const remembering = rememberingTemplates(() => {
    throw new Error('refused');
  });
  for (const _ of [1, 2]) expect(() => remembering(files('a', 'x'), 'en')).toThrow('refused');
});
