// Hostile zips, each refused for its own reason; and honest ones of other makers, which are read.
import { describe, expect, test } from 'vitest';
import { readZip, type ZipLimits } from '../../src/codec/zip.ts';
import { Failure } from '../../src/problem.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const LIMITS: ZipLimits = { entries: 20, entrySize: 4_000_000, totalSize: 6_000_000, ratio: 100 };
const FILE: RawEntry = { name: 'a.txt', data: text('hello') };

const refusal = (bytes: Uint8Array): string => {
  try {
    readZip(bytes, LIMITS, 'some.zip');
  } catch (error) {
    if (error instanceof Failure && error.code === 'pack-unreadable')
      return error.diagnostics.map(({ code }) => code).join();
    throw error;
  }
  return 'read';
};

describe('what other tools make is read', () => {
  test('stored, deflated, in folders, with entries for folders, with other scripts', () => {
    const entries: readonly RawEntry[] = [
      { name: 'dir/', says: { mode: 0o40755 } },
      { name: 'dir/b.txt', data: text('b'.repeat(1000)), deflate: true },
      FILE,
      { name: 'Prüfung/証拠.txt', data: text('x') },
      { name: 'empty', deflate: true },
    ];
    const read = [...readZip(rawZip(entries), LIMITS)].map(([path, data]) => [
      path,
      new TextDecoder().decode(data),
    ]);
    expect(read).toEqual([
      ['dir/b.txt', 'b'.repeat(1000)],
      ['a.txt', 'hello'],
      ['Prüfung/証拠.txt', 'x'],
      ['empty', ''],
    ]);
  });

  test('an empty zip', () => {
    expect(readZip(rawZip([])).size).toBe(0);
  });
});

describe('hostile entries are refused', () => {
  const big = new Uint8Array(3_000_000);
  test.each<[string, string, readonly RawEntry[]]>([
    ['zip-path', 'an absolute path', [{ ...FILE, name: '/etc/passwd' }]],
    ['zip-path', 'a climb', [{ ...FILE, name: 'a/../../b' }]],
    ['zip-path', 'a climb at the end', [{ ...FILE, name: 'a/..' }]],
    ['zip-path', 'a folder that climbs', [{ name: '../' }]],
    ['zip-path', 'a dot', [{ ...FILE, name: './a' }]],
    ['zip-path', 'a backslash', [{ ...FILE, name: '..\\a' }]],
    ['zip-path', 'a drive letter', [{ ...FILE, name: 'C:/a' }]],
    ['zip-path', 'a drive letter without a slash', [{ ...FILE, name: 'c:a' }]],
    ['zip-path', 'a stream of another file', [{ ...FILE, name: 'a.txt:b' }]],
    ['zip-path', 'an empty part', [{ ...FILE, name: 'a//b' }]],
    ['zip-path', 'an empty name', [{ ...FILE, name: '' }]],
    ['zip-path', 'a null character', [{ ...FILE, name: 'a\0b' }]],
    ['zip-path', 'a device of Windows', [{ ...FILE, name: 'x/NUL.txt' }]],
    ['zip-path', 'a full stop at the end', [{ ...FILE, name: 'a.' }]],
    ['zip-path', 'a decomposed letter', [{ ...FILE, name: 'u\u0308' }]],
    ['zip-path', 'a name of JavaScript', [{ ...FILE, name: '__proto__' }]],
    ['zip-duplicate', 'the same path twice', [FILE, FILE]],
    ['zip-duplicate', 'the same path in capitals', [FILE, { ...FILE, name: 'A.TXT' }]],
    [
      'zip-duplicate',
      'the same path by a ligature of letters',
      [
        { ...FILE, name: 'Å' },
        { ...FILE, name: 'å' },
      ],
    ],
    [
      'zip-duplicate',
      'a file and a folder of one name',
      [
        { ...FILE, name: 'a' },
        { ...FILE, name: 'A/b' },
      ],
    ],
    ['zip-link', 'a symbolic link', [{ ...FILE, says: { mode: 0o120777 } }]],
    ['zip-link', 'a device', [{ ...FILE, says: { mode: 0o060644 } }]],
    ['zip-encrypted', 'an encrypted entry', [{ ...FILE, says: { flags: 0x0801 } }]],
    ['zip-encrypted', 'strong encryption', [{ ...FILE, says: { flags: 0x0841 } }]],
    ['zip-unsupported', 'another method', [{ ...FILE, says: { method: 14 } }]],
    ['zip-unsupported', 'Zip64', [{ ...FILE, says: { size: 0xffffffff } }]],
    [
      'zip-unsupported',
      'a name in an old code page',
      [{ ...FILE, name: Uint8Array.of(0x81), says: { flags: 0 } }],
    ],
    ['zip-invalid', 'a name that is not UTF-8', [{ ...FILE, name: Uint8Array.of(0xff) }]],
    ['zip-too-large', 'one entry too large, as declared', [{ ...FILE, says: { size: 4_000_001 } }]],
    [
      'zip-too-large',
      'all entries too large together',
      [
        { name: 'a', data: big },
        { name: 'b', data: big },
        { name: 'c', data: big },
      ],
    ],
    [
      'zip-too-large',
      'more bytes than declared',
      [{ name: 'a', data: new Uint8Array(2_000_000), deflate: true, says: { size: 10 } }],
    ],
    ['zip-ratio', 'a bomb', [{ name: 'a', data: big, deflate: true }]],
    ['zip-too-many', 'too many entries', Array.from({ length: 21 }, (_, index) => ({ name: `f${index}` }))],
    [
      'zip-invalid',
      'fewer bytes than declared',
      [{ name: 'a', data: text('abc'), deflate: true, says: { size: 4 } }],
    ],
    ['zip-invalid', 'a wrong checksum', [{ ...FILE, says: { crc: 1 } }]],
    ['zip-invalid', 'garbage instead of deflated bytes', [{ ...FILE, says: { method: 8 } }]],
    ['zip-invalid', 'another name in its own header', [{ ...FILE, says: { localName: 'b.txt' } }]],
    ['zip-invalid', 'a folder with content', [{ name: 'a/', data: text('x') }]],
    ['zip-truncated', 'an offset beyond the file', [{ ...FILE, says: { offset: 1_000_000 } }]],
    ['zip-truncated', 'a packed size beyond the file', [{ ...FILE, says: { packedSize: 1_000_000 } }]],
  ])('%s: %s', (code, _what, entries) => {
    expect(refusal(rawZip(entries))).toBe(code);
  });

  test('overlap: one header that two directory entries share', () => {
    const shared = rawZip([FILE, { ...FILE, name: 'b.txt', says: { offset: 0, localName: 'a.txt' } }]);
    // The second entry must claim the first one's name to pass as its owner, and then is its duplicate.
    expect(refusal(shared)).toBe('zip-invalid');
    const inner = rawZip([{ name: 'in.txt', data: text('x') }]).slice(0, 37);
    const nested = rawZip([
      { name: 'out.bin', data: inner },
      { name: 'in.txt', data: text('x'), says: { offset: 37 } },
    ]);
    expect(refusal(nested)).toBe('zip-overlap');
  });
});

describe('files that are no whole zip are refused', () => {
  const whole = rawZip([FILE, { name: 'b.txt', data: text('b') }]);
  test.each<[string, string, Uint8Array]>([
    ['zip-invalid', 'nothing', new Uint8Array()],
    ['zip-invalid', 'text', text('This is no zip file, but it is long enough to be one.')],
    ['zip-invalid', 'a lie about the number of entries', rawZip([FILE], { count: 2 })],
    ['zip-invalid', 'a directory cut short', rawZip([FILE, FILE], { count: 1 })],
    ['zip-invalid', 'bytes before the zip that shift it', Buffer.concat([text('#!/bin/sh\n'), whole])],
    ['zip-truncated', 'bytes behind the zip', Buffer.concat([whole, text('more')])],
  ])('%s: %s', (code, _what, bytes) => {
    expect(refusal(bytes)).toBe(code);
  });

  test('cut off anywhere', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(refusal(whole.slice(0, length))).toMatch(/^zip-(truncated|invalid)$/);
    }
  });

  test('no flipped bit gives another content without being noticed', () => {
    const honest = [...readZip(whole)];
    for (let at = 0; at < whole.length * 8; at += 1) {
      const bytes = Uint8Array.from(whole);
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
      if (refusal(bytes) !== 'read') continue;
      for (const [path, data] of readZip(bytes)) {
        const same = honest.find(([name]) => name === path);
        if (same !== undefined) expect(data).toEqual(same[1]);
      }
    }
  });

  test('the failure names the entry', () => {
    expect(() => readZip(rawZip([{ ...FILE, name: '../x' }]), LIMITS, 'some.zip')).toThrow(
      'some.zip was not read. The entry "../x" climbs out of its folder.',
    );
  });
});
