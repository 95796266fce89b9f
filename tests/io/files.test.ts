// Reading from disk: limits, order, and no way out of a folder.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listNames, listTree, readWhole, resolveInside } from '../../src/io/files.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));
const put = (path: string, text = 'x'): string => {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), text);
  return join(home, path);
};
const coded = (code: string) => expect.objectContaining({ diagnostics: [expect.objectContaining({ code })] });

describe('readWhole', () => {
  test('gives bytes, or null where there is nothing', async () => {
    expect(new TextDecoder().decode((await readWhole(put('a', 'hällo'))) ?? undefined)).toBe('hällo');
    expect(await readWhole(join(home, 'b'))).toBeNull();
    expect(await readWhole(join(home, 'a', 'b'))).toBeNull();
  });

  test('refuses what is too large, and what is no file', async () => {
    await expect(readWhole(put('a', 'xxxxx'), 4)).rejects.toEqual(coded('file-too-large'));
    await expect(readWhole(home)).rejects.toEqual(coded('value-invalid'));
  });

  test('refuses a pipe without waiting for somebody to write into it', async () => {
    execFileSync('mkfifo', [join(home, 'pipe')]);
    await expect(readWhole(join(home, 'pipe'))).rejects.toEqual(coded('value-invalid'));
  });
});

describe('listTree and listNames', () => {
  test('list in code unit order, and tell links from files', async () => {
    for (const path of ['b', 'B', 'a/z', 'a/Z', 'a-b', 'ä']) put(path);
    symlinkSync(home, join(home, 'link'));
    expect(await listTree(home)).toEqual(
      ['B', 'a-b', 'a/Z', 'a/z', 'b', 'link', 'ä'].map((path) => ({
        path,
        kind: path === 'link' ? 'link' : 'file',
      })),
    );
    expect(await listNames(home)).toEqual(['B', 'a', 'a-b', 'b', 'link', 'ä']);
  });

  test('say nothing of a folder that is not there, and stop at a limit', async () => {
    expect(await listTree(join(home, 'no'))).toBeNull();
    expect(await listNames(join(home, 'no'))).toEqual([]);
    for (const path of ['a', 'b', 'c']) put(path);
    await expect(listTree(home, 2)).rejects.toEqual(coded('file-too-large'));
  });
});

describe('resolveInside', () => {
  test('finds what is inside, also by a link that stays inside', async () => {
    put('in/a');
    symlinkSync('a', join(home, 'in', 'link'));
    expect(await resolveInside(join(home, 'in'), 'a')).toMatch(/in\/a$/);
    expect(await resolveInside(join(home, 'in'), 'link')).toMatch(/in\/a$/);
    expect(await resolveInside(join(home, 'in'), 'none')).toBeNull();
  });

  test.each(['../secret', 'a/../../secret', 'link', 'folder-link/secret', '../in-more/secret', '.', '..'])(
    'refuses %s',
    async (name) => {
      put('secret');
      put('in-more/secret');
      put('in/a/b');
      symlinkSync(join(home, 'secret'), join(home, 'in', 'link'));
      symlinkSync(home, join(home, 'in', 'folder-link'));
      await expect(resolveInside(join(home, 'in'), name)).rejects.toEqual(coded('path-leaves-folder'));
    },
  );

  test('takes an absolute path for one below the folder, never for one outside', async () => {
    put('in/a');
    expect(await resolveInside(join(home, 'in'), '/etc/hostname')).toBeNull();
  });

  test('works where the folder itself is reached by a link', async () => {
    put('in/a');
    symlinkSync(join(home, 'in'), join(home, 'alias'));
    expect(await resolveInside(join(home, 'alias'), 'a')).toMatch(/in\/a$/);
  });
});
