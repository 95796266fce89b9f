// Drawing in a worker: the same bytes and the same failures as drawing right here, and an end to whatever does not end by itself.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { drawerInWorker, type WorkerOptions } from '../../src/io/draw-in-worker.ts';
import { DRAWER } from '../../src/pipeline/draw.ts';
import { Failure } from '../../src/problem.ts';
import { compile, start } from '../cli/compiled.ts';
import { page, sample, tiny } from '../document/tiny.ts';

const { main, remove } = compile();
const base = mkdtempSync(join(tmpdir(), 'countersign-worker-'));
afterAll(() => {
  remove();
  rmSync(base, { recursive: true });
});
const entry = pathToFileURL(join(dirname(main), '..', 'chunks', 'draw-worker.js'));
const report = sample({
  maker: { tool: { name: 'T', version: '1' }, template: { language: 'en', paper: 'a4' } },
});

/** Twice as many rounds with each level: none of these ends while anybody waits. */
const endless = (levels: number, inside: string): string =>
  page(`<p>${'{{#each @root.items}}'.repeat(levels)}${inside}${'{{/each}}'.repeat(levels)}</p>`);

const failure = async (act: Promise<unknown>): Promise<Failure> => {
  const caught: unknown = await act.catch((error: unknown) => error);
  if (caught instanceof Failure) return caught;
  throw caught instanceof Error ? caught : new Error('Nothing failed.');
};

const html = (body: string, options: WorkerOptions = {}) =>
  drawerInWorker({ entry, ...options }).html(report, tiny({ 'report.hbs': body }));

test('gives what drawing right here gives', async () => {
  const body = page('<h1>A</h1>{{#each items}}<p>{{title}}</p>{{/each}}');
  expect(await html(body)).toBe(await DRAWER.html(report, tiny({ 'report.hbs': body })));
});

test('brings failures over the border whole', async () => {
  const body = page('<p>{{nope}}</p>');
  const there = await failure(html(body));
  const here = await failure(DRAWER.html(report, tiny({ 'report.hbs': body })));
  expect(here.diagnostics).toHaveLength(1);
  expect({ ...there, message: there.message }).toEqual({ ...here, message: here.message });
});

test('brings mistakes of ours over with their stack', async () => {
  const act = drawerInWorker({ entry }).html(Object.assign({}, report, { maker: null }), tiny());
  const error: unknown = await act.catch((caught: unknown) => caught);
  expect(error).not.toBeInstanceOf(Failure);
  expect(error).toMatchObject({ name: 'TypeError', stack: expect.stringContaining('/chunks/') });
});

test('ends a loop by its clock', async () => {
  const { code, diagnostics } = await failure(
    html(endless(60, ''), { limits: { seconds: 0.4, megabytes: 512 } }),
  );
  expect(code).toBe('template-invalid');
  expect(diagnostics).toMatchObject([
    { code: 'template-limit', file: 'tiny', sentence: expect.stringContaining('0.4 seconds') },
  ]);
});

test('ends growth by its memory', async () => {
  const { diagnostics } = await failure(
    html(endless(60, '{{title}}'.repeat(50)), { limits: { seconds: 60, megabytes: 48 } }),
  );
  expect(diagnostics).toMatchObject([{ code: 'template-limit', sentence: expect.stringContaining('48 MB') }]);
});

test('ends when nobody waits for it any more', async () => {
  const interrupted = new Promise<void>((resolve) => {
    setTimeout(resolve, 300);
  });
  expect(await failure(html(endless(60, ''), { interrupted }))).toMatchObject({ code: 'interrupted' });
});

test('says so when the worker cannot be started', async () => {
  await expect(html('', { entry: pathToFileURL(join(base, 'nothing.js')) })).rejects.toThrow(/nothing\.js/);
});

const files = (folder: string): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path)]),
  );

test('builds the same pack, byte by byte, with the bundled template as if it came from elsewhere', {
  timeout: 120_000,
}, async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  cpSync(join(root, 'data'), join(base, 'data'), { recursive: true });
  cpSync(join(root, 'templates', 'audit-pack'), join(base, 'audit-pack'), { recursive: true });
  const build = ['build', 'data/attestations/2026-Q3/payments.attestation.yaml', '--as-of', '2026-10-09'];
  const here = await start(main, [...build, '-o', 'here'], { cwd: base });
  const there = await start(main, [...build, '-o', 'there', '--template', 'audit-pack'], { cwd: base });
  expect([here.err, here.code, there.err, there.code]).toEqual(['', 0, '', 0]);
  expect(Object.keys(files(join(base, 'here'))).length).toBeGreaterThan(5);
  expect(files(join(base, 'there'))).toEqual(files(join(base, 'here')));
});
