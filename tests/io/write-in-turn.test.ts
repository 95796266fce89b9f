// Two files that belong together: where the second cannot be written, the first is what it was.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DISK, type Disk } from '../../src/io/disk.ts';
import { writeInTurn } from '../../src/io/write-in-turn.ts';
import { Failure } from '../../src/problem.ts';
import { inFolder } from '../cli/transcript.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const FILES = [
  { path: 'a.lock.json', bytes: bytes('new lock') },
  { path: 'a.yaml', bytes: bytes('new text') },
];
/** A disk that has no room for files beside one path. */
const fullFor = (path: string): Disk => ({
  ...DISK,
  writeNew: (at, data, mode) =>
    at.includes(path)
      ? Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC', syscall: 'write' }))
      : DISK.writeNew(at, data, mode),
});
const text = (path: string): string => readFileSync(path, 'utf8');

test('writes all of them', () =>
  inFolder(async () => {
    writeFileSync('a.yaml', 'old text');
    await writeInTurn(FILES);
    expect([text('a.lock.json'), text('a.yaml')]).toEqual(['new lock', 'new text']);
  }));

test('puts back what was there when a later one fails', () =>
  inFolder(async () => {
    writeFileSync('a.lock.json', 'old lock');
    writeFileSync('a.yaml', 'old text');
    await expect(writeInTurn(FILES, fullFor('a.yaml'))).rejects.toBeInstanceOf(Failure);
    expect([text('a.lock.json'), text('a.yaml')]).toEqual(['old lock', 'old text']);
  }));

test('takes away what was not there when a later one fails', () =>
  inFolder(async () => {
    writeFileSync('a.yaml', 'old text');
    await expect(writeInTurn(FILES, fullFor('a.yaml'))).rejects.toBeInstanceOf(Failure);
    expect(() => text('a.lock.json')).toThrow('ENOENT');
    expect(text('a.yaml')).toBe('old text');
  }));
