// The rules of the house: who may import whom, and what a module may ask of its surroundings. Each rule is shown a planted violation.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { check, printed, sourcesIn } from './house/check.ts';
import { parseModule, type Source } from './house/module.ts';
import { lineCount, shape } from './house/style.ts';
import { LAYERS, within } from './house/table.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const sources = sourcesIn(folder('src'), '.ts');

describe('the tree', () => {
  const { modules, faults } = check(sources);

  test('keeps the rules of the house', () => {
    expect(printed(faults)).toEqual([]);
  });

  test('was read in full: every module that the compiler finds, and at least one in each layer', () => {
    const listed = ts.sys.readDirectory(folder('src'), [
      '.ts',
      '.tsx',
      '.mts',
      '.cts',
      '.js',
      '.mjs',
      '.cjs',
    ]);
    expect(modules.map(({ path }) => folder(`src/${path}`))).toEqual(listed.toSorted());
    const empty = LAYERS.filter((layer) => !modules.some(({ path }) => within(path, layer.path)));
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  test.each(modules)('sees the imports that the compiler sees in $path', ({ text, imports }) => {
    const seen = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    expect(new Set(imports.map(({ specifier }) => specifier))).toEqual(new Set(seen));
  });

  test('has a median of under 100 lines a module', () => {
    const lengths = modules.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100);
  });

  test.each(['tests', 'scripts', 'browser', 'conformance', 'bench'])(
    'keeps its files in shape under %s too',
    (name) => {
      const others = [...sourcesIn(folder(name), '.ts'), ...sourcesIn(folder(name), '.mjs')];
      expect(others.length).toBeGreaterThan(0);
      expect(printed(shape(others.map(parseModule)))).toEqual([]);
    },
  );
});

const COMMENT = '// What it is for.\n';
const file = (path: string, body: string): Source => ({ path, text: `${COMMENT}${body}\n` });
const TARGETS = [
  'model/duty.ts',
  'read/one.ts',
  'write/pdf/index.ts',
  'write/xlsx/index.ts',
  'pipeline.ts',
  'index.ts',
  'io/disk.ts',
].map((path) => file(path, 'export const one = 1;'));
const rulesBroken = (path: string, body: string): readonly string[] =>
  check([...TARGETS, file(path, body)]).faults.map(({ rule }) => rule);

describe('src/README.md', () => {
  const rows = readFileSync(folder('src/README.md'), 'utf8')
    .split('\n')
    .map((line) =>
      line.split('|').map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)),
    );

  test('says of every layer what the table lets it import', () => {
    const written = rows.flatMap(([, [path = ''] = [], , imports = [], packages = []]) =>
      LAYERS.some((layer) => layer.path === path) ? [{ path, imports, packages }] : [],
    );
    const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
      a.path < b.path ? -1 : 1;
    expect(written.toSorted(byPath)).toEqual(LAYERS.toSorted(byPath));
  });
});

describe('a planted violation fails', () => {
  test.each([
    ['layer', 'evaluate/merge.ts', "import { one } from '../read/one.ts';"],
    ['layer', 'evaluate/merge.ts', "import type { one } from '../read/one.ts';"],
    ['layer', 'evaluate/merge.ts', "export { one } from '../read/one.ts';"],
    ['layer', 'evaluate/merge.ts', "export * from '../read/one.ts';"],
    ['layer', 'evaluate/merge.ts', "export const one = () => import('../read/one.ts');"],
    ['layer', 'evaluate/merge.ts', "export type One = typeof import('../read/one.ts');"],
    ['layer', 'evaluate/merge.ts', "import '../read/one.ts';"],
    ['layer', 'model/area.ts', "import { one } from '../read/one.ts';"],
    ['layer', 'write/pdf/table.ts', "import { one } from '../../model/duty.ts';"],
    ['layer', 'write/pdf/table.ts', "import { one } from '../xlsx/index.ts';"],
    ['layer', 'write/pdf/boxes/table.ts', "import { one } from '../index.ts';"],
    ['layer', 'problem.ts', "import { one } from './model/duty.ts';"],
    ['layer', 'pipeline.ts', "import { one } from './io/disk.ts';"],
    ['layer', 'io/clock.ts', "import { one } from '../read/one.ts';"],
    ['layer', 'cli/main.ts', "import { one } from '../pipeline.ts';"],
    ['layer', 'cli/main.ts', "import { one } from '../model/duty.ts';"],
    ['layer', 'utilities/one.ts', 'export const two = 2;'],
    ['package', 'evaluate/merge.ts', "import { z } from 'zod';"],
    ['package', 'evaluate/merge.ts', "import { readFileSync } from 'node:fs';"],
    ['package', 'read/page.ts', "import { readFile } from 'node:fs/promises';"],
    ['package', 'write/pdf/draw.ts', "import ExcelJS from 'exceljs';"],
    ['package', 'write/xlsx/draw.ts', "import PDFDocument from 'pdfkit';"],
    ['package', 'document/parse.ts', "import type { Font } from 'fontkit';"],
    ['package', 'pipeline.ts', "import fs from 'fs';"],
    ['package', 'cli/main.ts', "import { z } from '@scope/name/part';"],
    ['import', 'read/page.ts', "import { two } from './two.ts';"],
    ['import', 'read/page.ts', "import about from '../../package.json' with { type: 'json' };"],
    ['package', 'evaluate/merge.ts', "export const fs = require('node:fs');"],
    ['import', 'io/template.ts', 'export const load = (name: string) => import(name);'],
    ['clock', 'evaluate/merge.ts', 'export const now = Date.now();'],
    ['clock', 'evaluate/merge.ts', 'export const now = new Date();'],
    ['clock', 'evaluate/merge.ts', 'export const now = new Date;'],
    ['clock', 'evaluate/merge.ts', 'export const now = Date();'],
    ['clock', 'evaluate/merge.ts', 'export const { now } = Date;'],
    ['clock', 'evaluate/merge.ts', 'export const now = new Date(...[]);'],
    ['clock', 'cli/main.ts', 'export const now = performance.now();'],
    ['chance', 'pack/seal.ts', 'export const one = Math.random();'],
    ['chance', 'pack/seal.ts', 'export const { random } = Math;'],
    ['chance', 'pack/seal.ts', "import { randomBytes } from 'node:crypto';"],
    ['process', 'read/page.ts', 'export const folder = process.env.HOME;'],
    ['process', 'read/page.ts', 'export const { env } = process;'],
    ['process', 'read/page.ts', 'export const given = process.argv;'],
    ['process', 'cli/main.ts', 'export const home = process.env.HOME;'],
    ['process', 'cli/main.ts', 'process.exit(1);'],
    ['process', 'io/worker.ts', 'process.exit(1);'],
    ['process', 'io/worker.ts', "process.stdout.write('done');"],
    ['global', 'read/page.ts', 'export const { process: itself } = globalThis;'],
    ['console', 'cli/main.ts', "console.log('done');"],
    ['console', 'io/disk-two.ts', 'export const { log } = console;'],
    ['locale', 'report/order.ts', "export const order = ['b', 'a'].sort((a, b) => a.localeCompare(b));"],
    ['locale', 'report/order.ts', "export const text = (1).toLocaleString('de');"],
    ['locale', 'io/order.ts', 'export const order = new Intl.Collator();'],
    ['length', 'read/long.ts', 'export {};\n'.repeat(300)],
    ['file-name', 'read/longName.ts', 'export {};'],
    ['file-name', 'read/utils/text.ts', 'export {};'],
    ['default-export', 'read/page.ts', 'export default 1;'],
    ['default-export', 'read/page.ts', 'export default function page() {}'],
    ['default-export', 'read/page.ts', 'const page = 1;\nexport { page as default };'],
    ['any', 'read/page.ts', 'export const page = (value: any) => value;'],
    ['double-cast', 'read/page.ts', 'export const page = 1 as unknown as string;'],
    ['non-null', 'read/page.ts', 'export const page = (list: string[]) => list[0]!;'],
    ['enum', 'read/page.ts', 'export enum Page { One }'],
    ['silenced', 'read/page.ts', '// @ts-expect-error\nexport const page: string = 1;'],
    ['unfinished', 'read/page.ts', '// TODO: the rest\nexport const page = 1;'],
  ])('%s: %s: %s', (rule, path, body) => {
    expect(rulesBroken(path, body)).toContain(rule);
  });

  test('opening: a file without a comment at its head', () => {
    expect(check([{ path: 'read/page.ts', text: 'export {};\n' }]).faults.map(({ rule }) => rule)).toEqual([
      'opening',
    ]);
  });

  test('cycle: modules that import each other, over any number of steps', () => {
    const ring = [
      file('read/a.ts', "import './b.ts';"),
      file('read/b.ts', "import type { c } from './c.ts';"),
      file('read/c.ts', "export * from './a.ts';"),
    ];
    expect(printed(check(ring).faults)).toEqual([
      'read/a.ts:1 cycle: read/a.ts -> read/b.ts -> read/c.ts -> read/a.ts',
    ]);
  });
});

describe('what is allowed passes', () => {
  test.each([
    ['read/page.ts', "import { one } from '../model/duty.ts';\nimport { parse } from 'yaml';"],
    [
      'evaluate/days.ts',
      "export const day = new Date('2026-10-09'); export const time = Date.UTC(2026, 9, 9);",
    ],
    ['evaluate/days.ts', 'export const isDate = (value: unknown): value is Date => value instanceof Date;'],
    [
      'io/clock.ts',
      "import { readFileSync } from 'node:fs';\nexport const now = new Date();\nexport const { env } = process;",
    ],
    ['cli/terminal.ts', "console.log('done');\nprocess.stderr.write('done');"],
    ['cli/main.ts', 'export const given = process.argv.slice(2);\nprocess.exitCode = 1;'],
    [
      'report/order.ts',
      'export const highest = Math.max(1, 2); export const step = { process: 1, console: 2, random: 3 };',
    ],
  ])('%s: %s', (path, body) => {
    expect(rulesBroken(path, body)).toEqual([]);
  });
});
