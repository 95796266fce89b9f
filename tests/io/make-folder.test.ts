// Folders are made with those above them, and a system that says no is believed at once.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFolder } from '../../src/io/make-folder.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'countersign-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('makeFolder', () => {
  test('makes what is missing above, and again does nothing', async () => {
    await makeFolder(join(home, 'a/b/c'));
    await makeFolder(join(home, 'a/b/c'));
    expect(statSync(join(home, 'a/b/c')).isDirectory()).toBe(true);
  });

  test('makes one folder from many sides at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => makeFolder(join(home, 'x/y/z'))));
    expect(statSync(join(home, 'x/y/z')).isDirectory()).toBe(true);
  });

  test('says so when a file stands in the way', async () => {
    writeFileSync(join(home, 'file'), '');
    await expect(makeFolder(join(home, 'file/a'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(home, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
  });

  // A system that answers "no such folder" although the parent is there: mkdir's own `recursive` never returns from it.
  test.runIf(existsSync('/proc/self'))('gives up where no folder can be made', async () => {
    await expect(makeFolder('/proc/no/such')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
