// The seal as it is read back: one signature, in a field that is shown, over all of the file but its own contents.

import { describe, expect, test } from 'vitest';
import type { PdfSeal } from '../../../src/pack/pdf/index.ts';
import { readPdf, sealContents } from '../../../src/pack/pdf/index.ts';
import { Failure } from '../../../src/problem.ts';
import { writePdf } from '../../../src/write/pdf/index.ts';
import { objectText, pdfText, refTo } from '../../../src/write/pdf/paint/object-text.ts';
import { writeSignature } from '../../../src/write/pdf/paint/seal-field.ts';
import { doc, el, p } from '../../write/pdf/tree.ts';
import { asAttachment, field, TINY_SEAL, tinyPdf, tinyPdfOf } from '../tiny-pdf.ts';
import { sentence, verdict } from './raw-pdf.ts';

const EMPTY = new Map<string, Uint8Array>();
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
/** An edit that keeps every offset. */
const edited = (bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array => {
  const text = latin1(bytes);
  const found = typeof from === 'string' ? from : (from.exec(text)?.[0] ?? '');
  if (found.length !== to.length || !text.includes(found) || found === '')
    throw new Error(`“${found}” is not as long as “${to}”`);
  return Uint8Array.from(
    Buffer.from(
      text.replace(from, () => to),
      'latin1',
    ),
  );
};
const sealOf = (bytes: Uint8Array): PdfSeal => {
  const read = readPdf(bytes);
  if (read.kind !== 'ok' || read.seal === null) throw new Error(sentence(bytes));
  return read.seal;
};

test('what the writer writes is read back: attachments, and the seal with what it covers', async () => {
  const data = Uint8Array.from({ length: 5000 }, (_, at) => (at * at) % 251);
  const bytes = await writePdf(
    doc([p('a'), el('div', { minHeight: 60 }, [], { attributes: { 'data-seal': 'board' } }), p('b')]),
    [asAttachment(['report.json', data])],
    { ...TINY_SEAL, field: 'board', name: 'Exämple (Bank)', timestamped: true, lines: ['Sealed'] },
  );
  const read = readPdf(bytes);
  expect(sentence(bytes)).toBe('');
  expect(read.kind === 'ok' && read.attachments.get('report.json')).toEqual(data);
  const seal = sealOf(bytes);
  expect(seal).toMatchObject({
    field: 'board',
    name: 'Exämple (Bank)',
    at: '2026-10-09T08:30:00Z',
    timestamped: true,
  });
  expect(seal.bytes).toEqual(new Uint8Array(64));
  const { from, to } = seal.contents;
  expect(latin1(bytes).slice(from - 1, to + 1)).toBe(`<${'0'.repeat(128)}>`);
  const [before, after] = seal.signed;
  expect([before.length, after.length]).toEqual([from - 1, bytes.length - to - 1]);
  expect(after.buffer).toBe(bytes.buffer);
});

test('fields that are empty are no seal', () => {
  const read = readPdf(
    tinyPdfOf([], (store, page) => [field(store, page, null, 'a'), field(store, page, null, 'b')]),
  );
  expect(read).toMatchObject({ kind: 'ok', seal: null });
});

describe('filling in', () => {
  const bytes = tinyPdf(EMPTY, {});
  test('changes the contents and nothing else', () => {
    const cms = Uint8Array.from([0x30, 0x03, 0xab, 0xcd, 0x00]);
    const sealed = sealContents(bytes, sealOf(bytes), cms);
    const seal = sealOf(sealed);
    expect(seal.bytes).toEqual(Uint8Array.from([...cms, ...new Uint8Array(59)]));
    expect(seal.signed).toEqual(sealOf(bytes).signed);
    expect(latin1(sealed)).toContain('/Contents<3003abcd00000');
    expect(sealOf(bytes).bytes).toEqual(new Uint8Array(64));
  });
  test('as much as there is room for, and no more', () => {
    const full = new Uint8Array(64).fill(255);
    expect(sealOf(sealContents(bytes, sealOf(bytes), full)).bytes).toEqual(full);
    expect(() => sealContents(bytes, sealOf(bytes), new Uint8Array(65))).toThrow(Failure);
    expect(() => sealContents(bytes, sealOf(bytes), new Uint8Array(65))).toThrow(
      /65 bytes long.*room for 64/,
    );
  });
});

describe('a range that does not cover all of the file', () => {
  const bytes = tinyPdf(EMPTY, {});
  const [, first = '', second = '', rest = ''] = /\[0 (\d+) +(\d+) +(\d+) +\]/.exec(latin1(bytes)) ?? [];
  const range = /\[0 \d+ +\d+ +\d+ +\]/;
  const length = range.exec(latin1(bytes))?.[0].length ?? 0;
  const ranged = (...numbers: readonly (number | string)[]) =>
    edited(bytes, range, `[${numbers.join(' ').padEnd(length - 2)}]`);
  test('the right one', () => {
    expect(sentence(ranged(0, first, second, rest))).toBe('');
  });
  test.each([
    ['shorter', [0, first, second, Number(rest) - 1]],
    ['longer', [0, first, second, Number(rest) + 1]],
    ['a gap that is larger', [0, first, Number(second) + 1, Number(rest) - 1]],
    ['a gap that begins earlier', [0, Number(first) - 1, second, rest]],
    ['a gap that begins later', [0, Number(first) + 1, second, rest]],
    ['not from the beginning', [1, Number(first) - 1, second, rest]],
    ['nothing', [0, 0, 0, 0]],
    ['no second part', [0, first]],
    ['three parts', [0, first, second, rest, 0, 0]],
    ['no numbers', ['true', first, second, rest]],
    ['a negative one', [0, first, second, '-1']],
  ])('%s', (_, numbers) => {
    expect(verdict(ranged(...numbers))).toBe('pdf-seal-range');
  });
});

describe('a signature of another form', () => {
  const bytes = tinyPdf(EMPTY, {});
  test.each<[string, Uint8Array]>([
    ['another kind', edited(bytes, 'ETSI.CAdES.detached', 'adbe.pkcs7.detached')],
    ['a time stamp of the document', edited(bytes, '/ETSI.CAdES.detached', '/ETSI.RFC3161       ')],
    ['another handler', edited(bytes, 'Adobe.PPKLite', 'Other.PPKLite')],
    ['no type', edited(bytes, '/Type/Sig/', '/Type/Six/')],
    ['an entry that none has', edited(bytes, '/Reason(', '/Ratson(')],
    ['a date that is none', edited(bytes, 'D:20261009', 'D:20261309')],
    ['a date of another zone', edited(bytes, 'D:20261009083000Z', 'D:20261009083000+')],
    ['no word on time stamps', edited(bytes, '/CSGN_Timestamp false', '/CSGN_Timestamp 0    ')],
    ['contents that are text', edited(bytes, /<0{128}>/, `(${'0'.repeat(128)})`)],
    ['a field that is not shown', edited(bytes, '/F 132', '/F 130')],
    ['a field without room', edited(bytes, '/Rect[30 30 130 80]', '/Rect[30 30 30 130]')],
    ['a field for text', edited(bytes, '/FT/Sig', '/FT/Txt')],
    ['a signature for another field', edited(bytes, /\/V \d+ 0 R/, '/V 3 0 R')],
    ['a field that is not listed', edited(bytes, /\/Fields\[\d+ 0 R\]/, '/Fields[     ]')],
  ])('%s', (_, file) => {
    expect(verdict(file)).toBe('pdf-seal-form');
  });
  test('contents that are no hexadecimal digits', () => {
    expect(verdict(edited(bytes, '0000>', '000x>'))).toBe('pdf-unreadable');
  });
});

describe('signatures and fields in other places', () => {
  test('two fields with a signature each', () => {
    const two = tinyPdfOf([], (store, page) => [
      field(store, page, TINY_SEAL, 'a'),
      field(store, page, TINY_SEAL, 'b'),
    ]);
    expect(sentence(two)).toBe('The PDF has more than one signature.');
    expect(verdict(two)).toBe('pdf-seal-form');
  });
  test('two fields of one name', () => {
    const two = tinyPdfOf([], (store, page) => [field(store, page, TINY_SEAL), field(store, page, null)]);
    expect(sentence(two)).toBe('The PDF has two signature fields of one name.');
  });
  test('a signature that no field has', () => {
    const loose = tinyPdfOf([], (store) => {
      writeSignature(store, TINY_SEAL);
      return [];
    });
    expect(verdict(loose)).toBe('pdf-seal-form');
  });
  test('a signature among packed objects, and one within another object', () => {
    const one = (text: string) =>
      tinyPdfOf([], (store) => {
        store.put(store.newId(), text);
        return [];
      });
    expect(verdict(one('<</Type/Sig>>'))).toBe('pdf-seal-form');
    expect(verdict(one('[<</ByteRange[0 1 2 3]>>]'))).toBe('pdf-seal-form');
    expect(verdict(one('<</Type/DocTimeStamp>>'))).toBe('pdf-seal-form');
    expect(verdict(one('<</FT/Tx>>'))).toBe('pdf-seal-form');
    expect(verdict(one('<</Type/Annot/Subtype/Widget/Rect[0 0 1 1]>>'))).toBe('pdf-seal-form');
  });
  test('a field on a page that names it not, and on one that is in no tree', () => {
    const named = (page: string, tree: string) =>
      tinyPdfOf([], (store, real) => {
        const [stray, id] = [store.newId(), store.newId()];
        const { V: _, ...data } = { ...widget(page === 'real' ? real.id : stray), V: null };
        store.putPlain(id, objectText(data));
        if (page === 'real' && tree === 'named') real.annotations.push(id);
        store.put(stray, `<</Type/Page/Annots[${id} 0 R]/Parent ${real.id} 0 R>>`);
        return [refTo(id)];
      });
    expect(sentence(named('real', 'named'))).toBe('');
    expect(sentence(named('real', 'unnamed'))).toBe('The PDF has a signature field that is on no page.');
    expect(sentence(named('stray', ''))).toBe('The PDF has a signature field on a page that is not shown.');
  });
});

const widget = (page: number) => ({
  Type: 'Annot',
  Subtype: 'Widget',
  FT: 'Sig',
  T: pdfText('seal'),
  Rect: [30, 30, 130, 80],
  F: 132,
  P: refTo(page),
  AP: {},
});
