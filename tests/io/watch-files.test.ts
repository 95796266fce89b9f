// Changes are noticed however they are made, and told of once.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FileWatch, watchFiles } from '../../src/io/watch-files.ts';

let folder = '';
let watch: FileWatch;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-watch-'));
  watch = watchFiles();
});
afterEach(() => {
  watch.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (...names: readonly string[]): string => join(folder, ...names);

test('a file written in place, replaced by another, removed and put back', async () => {
  writeFileSync(at('a.yaml'), 'one');
  await watch.file(at('a.yaml'));
  writeFileSync(at('a.yaml'), 'two!');
  expect(await watch.changed()).toEqual([at('a.yaml')]);
  writeFileSync(at('.a.yaml.swap'), 'six!');
  renameSync(at('.a.yaml.swap'), at('a.yaml'));
  expect(await watch.changed()).toEqual([at('a.yaml')]);
  rmSync(at('a.yaml'));
  expect(await watch.changed()).toEqual([at('a.yaml')]);
  writeFileSync(at('a.yaml'), 'six!');
  expect(await watch.changed()).toEqual([at('a.yaml')]);
});

test('a file that is not there yet, in a folder that is not there yet', async () => {
  await watch.file(at('later', 'a.lock.json'));
  mkdirSync(at('later'));
  writeFileSync(at('later', 'a.lock.json'), '{}');
  expect(await watch.changed()).toEqual([at('later', 'a.lock.json')]);
});

test('a file in a tree, one that comes to it, and a folder made new', async () => {
  mkdirSync(at('template', 'partials'), { recursive: true });
  writeFileSync(at('template', 'partials', 'a.hbs'), 'a');
  await watch.tree(at('template'));
  writeFileSync(at('template', 'partials', 'a.hbs'), 'ab');
  expect(await watch.changed()).toEqual([at('template', 'partials', 'a.hbs')]);
  mkdirSync(at('template', 'fonts'));
  writeFileSync(at('template', 'fonts', 'b.ttf'), 'b');
  expect(await watch.changed()).toEqual([at('template', 'fonts', 'b.ttf')]);
  rmSync(at('template'), { recursive: true });
  expect(await watch.changed()).toHaveLength(2);
});

test('what editors put beside a file is no change, and a folder that cannot be listed is one', async () => {
  mkdirSync(at('template'));
  writeFileSync(at('template', 'theme.css'), 'a');
  await watch.tree(at('template'));
  for (const name of ['.theme.css.swp', '4913~', 'theme.css~']) writeFileSync(at('template', name), 'x');
  writeFileSync(at('template', 'theme.css'), 'ab');
  expect(await watch.changed()).toEqual([at('template', 'theme.css')]);
  rmSync(at('template'), { recursive: true });
  writeFileSync(at('template'), 'now a file');
  expect(await watch.changed()).toEqual([at('template', 'theme.css')]);
});

test('names that come to a folder; what is in the files does not count', async () => {
  writeFileSync(at('a.model.yaml'), 'a');
  await watch.names(folder);
  await watch.file(at('a.model.yaml'));
  writeFileSync(at('b.model.yaml'), 'b');
  expect(await watch.changed()).toEqual([folder]);
  writeFileSync(at('b.model.yaml'), 'bbb');
  writeFileSync(at('a.model.yaml'), 'aaa');
  expect(await watch.changed()).toEqual([at('a.model.yaml')]);
});

test('a change between being watched and being asked for is not lost, nor by being watched again', async () => {
  writeFileSync(at('a.yaml'), 'one');
  await watch.file(at('a.yaml'));
  writeFileSync(at('a.yaml'), 'three');
  await watch.file(at('a.yaml'));
  expect(await watch.changed()).toEqual([at('a.yaml')]);
});

test('whoever waits is let go when it is closed', async () => {
  await watch.file(at('a.yaml'));
  const waiting = watch.changed();
  watch.close();
  expect(await waiting).toEqual([]);
});
