// One revision, whose objects tile the file: whatever else stands in it, or is said of it, is refused.

import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PDF_LIMITS, type PdfLimits, readPdf } from '../../../src/pack/pdf/index.ts';
import { tinyPdf } from '../tiny-pdf.ts';
import {
  CATALOG,
  PAGES,
  packed,
  plain,
  type Row,
  rawPdf,
  sentence,
  stream,
  unlisted,
  verdict,
} from './raw-pdf.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (latin1: string): Uint8Array => Uint8Array.from(Buffer.from(latin1, 'latin1'));
const edited = (bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array =>
  bytesOf(text(bytes).replace(from, to));
const rowsFor = (entries: readonly (readonly [number, Row])[]): ReadonlyMap<number, Row> => new Map(entries);
const BASE = [CATALOG, PAGES];

test('a file put together by hand as our writer does it is read', () => {
  expect(sentence(rawPdf(BASE))).toBe('');
  const inner = packed(
    3,
    new Map([
      [4, '<</A 1>>'],
      [5, '(x)'],
    ]),
  );
  expect(
    sentence(
      rawPdf([...BASE, inner], {
        rows: rowsFor([
          [4, [2, 3, 0]],
          [5, [2, 3, 1]],
        ]),
      }),
    ),
  ).toBe('');
});

describe('more than one revision', () => {
  const tiny = text(tinyPdf(new Map()));
  const update = `${tiny}5 0 obj\n<<>>\nendobj\n`;
  test.each([
    ['bytes behind the end', `${tiny}x`],
    ['a line behind the end', `${tiny}\n`],
    ['a second end', `${tiny}%%EOF\n`],
    ['an update with a table', `${update}xref\n0 0\ntrailer\n<<>>\nstartxref\n${update.length}\n%%EOF\n`],
    ['the end once more', tiny + tiny.slice(tiny.lastIndexOf('startxref'))],
    ['the file once more', tiny + tiny],
  ])('%s', (_, file) => {
    expect(verdict(bytesOf(file))).toBe('pdf-updated');
  });
  test('each by its own code', () => {
    expect(verdict(rawPdf(BASE, { trailer: '/Prev 15' }))).toBe('pdf-updated');
    expect(verdict(rawPdf(BASE, { trailer: '/XRefStm 15' }))).toBe('pdf-updated');
    expect(verdict(rawPdf([CATALOG, unlisted('startxref\n15\n%%EOF\n'), PAGES]))).toBe('pdf-updated');
    expect(verdict(rawPdf([CATALOG, unlisted('xref\n0 1\n'), PAGES]))).toBe('pdf-updated');
    expect(verdict(rawPdf([...BASE, stream(3, '/Type/XRef', new Uint8Array())]))).toBe('pdf-updated');
    const classical = `${text(rawPdf(BASE)).split('3 0 obj')[0]}xref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\n`;
    expect(verdict(bytesOf(`${classical}startxref\n${classical.indexOf('xref')}\n%%EOF\n`))).toBe(
      'pdf-updated',
    );
  });
  test('a second revision with cross-references for both', () => {
    const first = text(rawPdf(BASE)).slice(15);
    const again = plain(1, '<</Type/Catalog/Pages 2 0 R/Lang(en)>>');
    expect(verdict(rawPdf([unlisted(first), again, PAGES]))).toBe('pdf-unreadable');
    expect(verdict(rawPdf([CATALOG, PAGES, unlisted(`startxref\n15\n%%EOF\n`), plain(3, '<<>>')]))).toBe(
      'pdf-updated',
    );
  });
});

test('an encrypted file', () => {
  expect(verdict(rawPdf(BASE, { trailer: '/Encrypt 2 0 R' }))).toBe('pdf-encrypted');
});

describe('objects that do not tile the file', () => {
  const hidden = '9 0 obj\n<<>>\nendobj\n';
  test.each([
    ['an object that is not listed', rawPdf([CATALOG, unlisted(hidden), PAGES])],
    ['a space between objects', rawPdf([CATALOG, unlisted(' '), PAGES])],
    ['a comment between objects', rawPdf([CATALOG, unlisted('%x\n'), PAGES])],
    ['a comment in an object', rawPdf([...BASE, plain(3, '<<%x\n/A 1>>')])],
    ['something before the end', rawPdf(BASE, { end: (start) => `\nstartxref\n${start}\n%%EOF\n` })],
    [
      'an object behind the cross-references',
      rawPdf(BASE, { end: (start) => `${hidden}startxref\n${start}\n%%EOF\n` }),
    ],
    ['an object twice', rawPdf([CATALOG, PAGES, plain(3, '<<>>'), { ...plain(3, '<</A 1>>') }])],
    [
      'an entry that points into a stream',
      rawPdf([...BASE, stream(3, '', bytesOf(hidden))], { rows: rowsFor([[4, [1, 130, 0]]]) }),
    ],
    ['an entry for what is not there', rawPdf(BASE, { rows: rowsFor([[3, [1, 15, 0]]]) })],
    ['an entry that is packed nowhere', rawPdf(BASE, { rows: rowsFor([[3, [2, 2, 0]]]) })],
    ['a free object that is there', rawPdf([...BASE, plain(3, '<<>>')], { rows: rowsFor([[3, [0, 0, 0]]]) })],
    ['an entry of an unknown kind', rawPdf(BASE, { rows: rowsFor([[3, [3, 0, 0]]]) })],
    ['the start elsewhere', rawPdf(BASE, { end: () => 'startxref\n15\n%%EOF\n' })],
    ['the start beyond the end', rawPdf(BASE, { end: () => 'startxref\n999999\n%%EOF\n' })],
    ['a part of the cross-references', rawPdf(BASE, { trailer: '/Index[0 3]' })],
    ['another generation', edited(rawPdf(BASE), '1 0 obj', '1 1 obj')],
    ['no such header', edited(tinyPdf(new Map()), '%PDF-1.7', '%PDF-1.6')],
    ['something before the header', bytesOf(`\n${text(tinyPdf(new Map()))}`)],
    ['nothing', new Uint8Array()],
  ])('%s', (_, file) => {
    expect(verdict(file)).toBe('pdf-unreadable');
  });
});

describe('streams', () => {
  const body = bytesOf('some bytes');
  test.each([
    ['a length that is too short', rawPdf([...BASE, stream(3, '', body, 9)])],
    ['a length that is too long', rawPdf([...BASE, stream(3, '', body, 11)])],
    ['a length beyond the file', rawPdf([...BASE, stream(3, '', body, 999_999)])],
    ['a length elsewhere', rawPdf([...BASE, plain(3, '<</Length 2 0 R>>stream\nx\nendstream')])],
    ['no length', rawPdf([...BASE, plain(3, '<<>>stream\nx\nendstream')])],
    ['no dictionary', rawPdf([...BASE, plain(3, '[1]stream\nx\nendstream')])],
    ['a stream in another file', rawPdf([...BASE, stream(3, '/F(other.bin)', body)])],
  ])('%s', (_, file) => {
    expect(verdict(file)).toBe('pdf-unreadable');
  });
});

describe('object streams', () => {
  const two = new Map([
    [4, '<</A 1>>'],
    [5, '(x)'],
  ]);
  const at = (...rows: readonly (readonly [number, Row])[]) => ({ rows: rowsFor(rows) });
  const withText = (head: string, objects: string, more = '') =>
    stream(
      3,
      `/Type/ObjStm/N 1/First ${head.length}${more}/Filter/FlateDecode`,
      deflateSync(bytesOf(head + objects)),
    );
  test.each([
    ['one that contains itself', rawPdf([...BASE, packed(3, new Map([[3, '<<>>']]))], at([3, [2, 3, 0]]))],
    ['an object that stands elsewhere too', rawPdf([...BASE, packed(3, new Map([[1, '<<>>']]))])],
    [
      'objects in another order than listed',
      rawPdf([...BASE, packed(3, two)], at([4, [2, 3, 1]], [5, [2, 3, 0]])),
    ],
    ['an object of another stream', rawPdf([...BASE, packed(3, two)], at([4, [2, 3, 0]], [5, [2, 2, 1]]))],
    [
      'another number than it says',
      rawPdf([...BASE, packed(3, two, { n: 3 })], at([4, [2, 3, 0]], [5, [2, 3, 1]])),
    ],
    ['something behind its objects', rawPdf([...BASE, withText('4 0 ', '1\n2')], at([4, [2, 3, 0]]))],
    ['something before its objects', rawPdf([...BASE, withText('4 2 ', '1\n2')], at([4, [2, 3, 0]]))],
    [
      'one that goes on in another',
      rawPdf([...BASE, withText('4 0 ', '1', '/Extends 2 0 R')], at([4, [2, 3, 0]])),
    ],
    [
      'a stream within',
      rawPdf([...BASE, withText('4 0 ', '<</Length 1>>stream\nx\nendstream')], at([4, [2, 3, 0]])),
    ],
  ])('%s', (_, file) => {
    expect(verdict(file)).toBe('pdf-unreadable');
  });
  test('something behind what is packed', () => {
    const body = Buffer.concat([deflateSync(bytesOf('4 0 1')), Buffer.from('hidden')]);
    const file = rawPdf(
      [...BASE, stream(3, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', body)],
      at([4, [2, 3, 0]]),
    );
    expect(sentence(file)).toBe('The PDF has a stream with something behind its end.');
  });
});

describe('values', () => {
  const value = (spelled: string): string => verdict(rawPdf([...BASE, plain(3, spelled)]));
  test.each([
    'null',
    'true',
    '-1.5',
    '(a\\(b\\)\\\\\\r)',
    '<00fF>',
    '[1 2 0 R 3]',
    '<</A#42 1>>',
    '[]',
    '[[[1]]]',
  ])('%s is read', (spelled) => {
    expect(value(spelled)).toBe('ok');
  });
  test.each([
    '',
    'nul',
    '+1',
    '.5',
    '1.',
    '(a',
    '(a(b))',
    '(\\101)',
    '(\\\n)',
    '<0>',
    '<0g>',
    '<0 0>',
    '[1',
    '<</A 1',
    '<</A 1/A 2>>',
    '<</A 1/#41 2>>',
    '<<1 2>>',
    '<</A>>',
    '/',
    '/A#4',
    '1 0 R x',
    '1 5 R',
    '0 0 R',
    '1\t2',
    '1 2',
    '[1]]',
    '{}',
    '\u0080',
  ])('%j is refused', (spelled) => {
    expect(value(spelled)).toBe('pdf-unreadable');
  });
  test('40 deep and no deeper', () => {
    expect(value('['.repeat(40) + ']'.repeat(40))).toBe('ok');
    expect(value('['.repeat(42) + ']'.repeat(42))).toBe('pdf-unreadable');
    expect(value('['.repeat(1_000_000))).toBe('pdf-unreadable');
    expect(value('<</A'.repeat(1_000_000))).toBe('pdf-unreadable');
  });
});

describe('too large', () => {
  const bomb = (bytes: number) => packed(3, new Map([[4, `(${' '.repeat(bytes)})`]]));
  const at = { rows: rowsFor([[4, [2, 3, 0]]]) };
  test('an object stream that unpacks to hundreds of times its size', () => {
    expect(verdict(rawPdf([...BASE, bomb(1_000_000)], at))).toBe('ok');
    expect(verdict(rawPdf([...BASE, bomb(3_000_000)], at))).toBe('pdf-too-large');
  });
  test('limits of the caller', () => {
    const file = rawPdf([...BASE, bomb(1000)], at);
    const code = (over: Partial<PdfLimits>) => {
      const read = readPdf(file, { ...PDF_LIMITS, ...over });
      return read.kind === 'ok' ? 'ok' : read.code;
    };
    expect(code({})).toBe('ok');
    expect(code({ file: file.length - 1 })).toBe('pdf-too-large');
    expect(code({ objects: 5 })).toBe('pdf-too-large');
    expect(code({ unpacked: 999 })).toBe('pdf-too-large');
  });
  test('more cross-references than there is room for', () => {
    expect(verdict(edited(rawPdf(BASE), '/Size 4/', '/Size 3/'))).toMatch(/^pdf-/);
    expect(verdict(edited(rawPdf(BASE), '/Size 4/', '/Size 2000001/'))).toBe('pdf-too-large');
  });
});

describe('the catalogue', () => {
  test.each([
    ['none', rawPdf([plain(1, '<</Type/Other>>'), PAGES])],
    ['two', rawPdf([...BASE, plain(3, '<</Type/Catalog>>')])],
    ['an entry that no report has', rawPdf([plain(1, '<</Type/Catalog/Perms<<>>>>'), PAGES])],
    ['a form with a default', rawPdf([plain(1, '<</Type/Catalog/AcroForm<</DA()>>>>'), PAGES])],
  ])('%s', (_, file) => {
    expect(verdict(file)).toBe('pdf-unreadable');
  });
});
