// Zips we write: the same bytes whatever the order, the day and the time zone, and read back whole.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { readZip, writeZip, type ZipEntry } from '../../src/codec/zip.ts';

const entry = (path: string, data = 'x'): ZipEntry => ({ path, data: new TextEncoder().encode(data) });

describe('writeZip', () => {
  test('is read back whole, in code unit order, from any order of entries', () => {
    const path = fc.array(fc.stringMatching(/^[a-zA-Z0-9äß証_-]{1,8}z$/), { minLength: 1, maxLength: 3 });
    const paths = fc.uniqueArray(
      path.map((parts) => `${parts.join('/')}.f`),
      { selector: (one) => one.toLowerCase().normalize('NFC') },
    );
    fc.assert(
      fc.property(paths, fc.uint8Array({ maxLength: 300 }), (names, data) => {
        const zip = writeZip(names.map((name) => ({ path: name, data })));
        expect(writeZip(names.toReversed().map((name) => ({ path: name, data })))).toEqual(zip);
        const read = readZip(zip);
        expect([...read.keys()]).toEqual(names.toSorted());
        for (const one of read.values()) expect(Buffer.compare(one, data)).toBe(0);
      }),
    );
  });

  test('writes 1980-01-01 00:00 and no attributes', () => {
    const zip = Buffer.from(writeZip([entry('a')]));
    const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    // Time 0; date: year 0 of 1980, month 1, day 1.
    expect([zip.readUInt16LE(directory + 12), zip.readUInt16LE(directory + 14)]).toEqual([0, (1 << 5) | 1]);
    expect(zip.readUInt32LE(directory + 38)).toBe(0);
  });

  test('gives a bare number its place in the order', () => {
    const zip = writeZip(['b', '7', '10', '-'].map((path) => entry(path)));
    expect([...readZip(zip).keys()]).toEqual(['-', '10', '7', 'b']);
  });

  test.each(['../a', '/a', 'a\\b', '', 'a//b'])('refuses to write %j', (path) => {
    expect(() => writeZip([entry(path)])).toThrow(expect.objectContaining({ code: 'bug' }));
  });

  test('refuses two entries that are one file on some system', () => {
    expect(() => writeZip([entry('a/B'), entry('A/b')])).toThrow(expect.objectContaining({ code: 'bug' }));
  });
});

/** One program of a module of these tests and all it imports. */
const bundle = async (name: string): Promise<string> => {
  const ssr = fileURLToPath(new URL(name, import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr, write: false },
    ssr: { noExternal: true },
  });
  const output = 'output' in built ? built.output : [];
  return output.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('');
};

test('the same bytes in every time zone, in processes of their own', async () => {
  const program = await bundle('zip-time-zone.ts');
  const digestIn = (TZ: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-'], {
      input: program,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  const digests = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'].map(digestIn);
  expect(digests[0]).toMatch(/^sha256:/);
  expect(new Set(digests).size).toBe(1);
});
