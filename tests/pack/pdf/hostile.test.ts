// Whatever the bytes are, the answer is a value, and it comes soon.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PDF_CODES, type PdfRead, readPdf } from '../../../src/pack/pdf/index.ts';
import { tinyPdf } from '../tiny-pdf.ts';
import { CATALOG, PAGES, packed, plain, rawPdf, stream, verdict } from './raw-pdf.ts';

const TINY = tinyPdf(new Map([['report.json', Buffer.from('{"a":1}')]]), { reserve: 8 });
const READ: PdfRead = readPdf(TINY);
const SIGNED = READ.kind === 'ok' ? READ.seal?.signed.map(({ length }) => length) : undefined;

/** All places but those within the metadata, which is text that nobody here reads. */
const PLACES = [...TINY.keys()].filter((at) => {
  const text = Buffer.from(TINY).toString('latin1');
  return at < text.indexOf('<?xpacket') + 10 || at > text.lastIndexOf('<?xpacket');
});

test('cut off anywhere, it is refused', () => {
  for (const length of PLACES) expect(readPdf(TINY.subarray(0, length)).kind, `${length}`).toBe('refused');
});

test('every byte changed in several ways gives a value, and never another attachment', () => {
  const file = Uint8Array.from(TINY);
  const kinds = { ok: 0, refused: 0 };
  for (const at of PLACES) {
    const byte = TINY[at] ?? 0;
    for (const other of [byte ^ 1, byte ^ 0x20, 0x28]) {
      file[at] = other;
      const read = readPdf(file);
      kinds[read.kind] += 1;
      if (read.kind !== 'ok') continue;
      expect([...read.attachments.keys()]).toEqual(['report.json']);
      expect(Buffer.from(read.attachments.get('report.json') ?? []).toString()).toBe('{"a":1}');
      expect(read.seal?.signed.map(({ length }) => length)).toEqual(SIGNED);
    }
    file[at] = byte;
  }
  // Some bytes are only text: titles, dates and the contents of the seal.
  expect(kinds.ok).toBeGreaterThan(0);
  expect(kinds.refused).toBeGreaterThan(kinds.ok);
});

test('bytes taken out and put in are noticed wherever they are', () => {
  const text = Buffer.from(TINY).toString('latin1');
  for (const at of PLACES) {
    const [more, less] = [`${text.slice(0, at)} ${text.slice(at)}`, text.slice(0, at) + text.slice(at + 1)];
    expect(readPdf(Buffer.from(more, 'latin1')).kind, `${at}`).toBe('refused');
    expect(readPdf(Buffer.from(less, 'latin1')).kind, `${at}`).toBe('refused');
  }
});

describe('made up', () => {
  test('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(readPdf(bytes).kind).toBe('refused');
      }),
    );
  });
  test('changes to several bytes', () => {
    const change = fc.tuple(fc.nat(TINY.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const file = Uint8Array.from(TINY);
        for (const [at, byte] of changes) file[at] = byte;
        expect(['ok', ...PDF_CODES]).toContain(verdict(file));
      }),
      { numRuns: 500 },
    );
  });
  test('values of PDF words', () => {
    const words = [
      '<<',
      '>>',
      '[',
      ']',
      '/A',
      '/Type',
      '/Sig',
      '/FT',
      '1',
      '0',
      'R',
      '2 0 R',
      '(',
      ')',
      'x',
      '<00>',
      'null',
      '\n',
      '%',
      'stream\n',
      'endobj\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const value = parts.join(' ');
        const direct = rawPdf([CATALOG, PAGES, plain(3, value)]);
        const inside = rawPdf([CATALOG, PAGES, packed(3, new Map([[4, value]]))], {
          rows: new Map([[4, [2, 3, 0]]]),
        });
        expect(['ok', 'refused']).toContain(readPdf(direct).kind);
        expect(['ok', 'refused']).toContain(readPdf(inside).kind);
      }),
      { numRuns: 200 },
    );
  });
});

describe('soon', () => {
  const within = (milliseconds: number, bytes: Uint8Array) => {
    const start = performance.now();
    verdict(bytes);
    expect(performance.now() - start).toBeLessThan(milliseconds);
  };
  const many = (count: number, text: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => text(index)).join('');
  test('many fields, names, kids and strings', () => {
    const fields = Array.from({ length: 20_000 }, (_, index) => plain(index + 3, '<</FT/Sig>>'));
    within(
      5000,
      rawPdf([
        plain(1, `<</Type/Catalog/AcroForm<</Fields[${many(20_000, (index) => `${index + 3} 0 R `)}]>>>>`),
        PAGES,
        ...fields,
      ]),
    );
    within(5000, rawPdf([CATALOG, PAGES, plain(3, `[${many(100_000, (index) => `/N${index}`)}]`)]));
    within(5000, rawPdf([CATALOG, PAGES, plain(3, `[${many(200_000, () => '(a\\(b)')}]`)]));
    within(5000, rawPdf([CATALOG, PAGES, plain(3, '1'.repeat(2_000_000))]));
    within(5000, rawPdf([CATALOG, PAGES, plain(3, `/${'A'.repeat(2_000_000)}`)]));
    const tree = plain(1, '<</Type/Catalog/Names<</EmbeddedFiles 3 0 R>>>>');
    within(5000, rawPdf([tree, PAGES, plain(3, `<</Kids[${many(200_000, () => '3 0 R ')}]>>`)]));
    within(
      5000,
      rawPdf([
        CATALOG,
        PAGES,
        ...Array.from({ length: 5000 }, (_, index) =>
          stream(
            index + 3,
            '/Type/ObjStm/N 0/First 0/Filter/FlateDecode',
            Buffer.from([0x78, 0x9c, 3, 0, 0, 0, 0, 1]),
          ),
        ),
      ]),
    );
  });
});
