// What a report carries: byte for byte as it was put in, and nothing that hides, lies or bursts.

import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/pack/pdf/index.ts';
import { asAttachment, tinyPdf, tinyPdfOf } from '../tiny-pdf.ts';
import { PAGES, plain, rawPdf, sentence, stream, verdict } from './raw-pdf.ts';

const of = (text: string): Uint8Array => new TextEncoder().encode(text);
const carrying = (name: string, data = of('{}')): Uint8Array => tinyPdf(new Map([[name, data]]));

test('many attachments come back as they are', () => {
  const sent = new Map(
    Array.from(
      { length: 300 },
      (_, index) => [`inputs_models_m-${index}.model.yaml`, of(`# ${index}\n`.repeat(index))] as const,
    ),
  );
  const read = readPdf(
    tinyPdf(new Map([...sent, ['report.json', Uint8Array.from({ length: 9999 }, (_, at) => at % 256)]])),
  );
  expect(read.kind).toBe('ok');
  if (read.kind !== 'ok') return;
  expect(read.attachments.size).toBe(301);
  for (const [name, data] of sent) expect(read.attachments.get(name)).toEqual(data);
  expect(read.attachments.get('report.json')?.[300]).toBe(44);
});

test.each([
  'report.json',
  'inputs_lock.json',
  'inputs_facts.json',
  'inputs_inherited_observability_attestation.yaml',
  'inputs_signoffs.jsonl',
])('%s is a name of a pack', (name) => {
  expect(sentence(carrying(name))).toBe('');
});

test.each([
  'report.pdf',
  'x.json',
  'inputs_',
  'inputs_a',
  '../report.json',
  'inputs_../a.json',
  'inputs_A.yaml',
  'inputs_a b.yaml',
  'inputs_é.yaml',
  '__proto__',
])('%s is none', (name) => {
  expect(verdict(carrying(name))).toBe('pdf-attachment');
});

test('a PDF within the PDF', () => {
  expect(verdict(carrying('report.json', of('%PDF-1.7\n')))).toBe('pdf-attachment');
  expect(verdict(carrying('report.json', of('\ufeff \n%PDF-1.7\n')))).toBe('pdf-attachment');
  expect(verdict(carrying('report.json', of('about %PDF-1.7')))).toBe('ok');
});

type Carried = {
  readonly names: string;
  readonly specification?: string;
  readonly content?: string;
  readonly body?: Uint8Array;
};

/** A file with one attachment, one detail of which is otherwise. */
const crafted = ({ names, specification, content, body = deflateSync(of('{}')) }: Carried): Uint8Array =>
  rawPdf([
    plain(1, '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>'),
    PAGES,
    plain(3, `<</Kids[4 0 R]>>`),
    plain(4, names),
    plain(5, specification ?? '<</Type/Filespec/F(report.json)/UF(report.json)/EF<</F 6 0 R/UF 6 0 R>>>>'),
    stream(6, content ?? '/Type/EmbeddedFile/Params<</Size 2>>/Filter/FlateDecode', body),
  ]);
const LEAF = '<</Names[(report.json)5 0 R]/Limits[(report.json)(report.json)]>>';

test('one put together by hand is read', () => {
  expect(sentence(crafted({ names: LEAF }))).toBe('');
});

describe('refused', () => {
  const spec = (text: string) => ({ names: LEAF, specification: `<</Type/Filespec${text}>>` });
  const holding = (text: string, body?: Uint8Array) => ({
    names: LEAF,
    content: `/Type/EmbeddedFile${text}`,
    ...(body === undefined ? {} : { body }),
  });
  const size = (bytes: number) => `/Params<</Size ${bytes}>>/Filter/FlateDecode`;
  test.each<[string, Carried]>([
    [
      'a name twice',
      { names: '<</Names[(report.json)5 0 R(report.json)5 0 R]/Limits[(report.json)(report.json)]>>' },
    ],
    [
      'names out of order',
      { names: '<</Names[(report.json)5 0 R(inputs_a.yaml)5 0 R]/Limits[(report.json)(inputs_a.yaml)]>>' },
    ],
    ['limits that lie', { names: '<</Names[(report.json)5 0 R]/Limits[(a)(z)]>>' }],
    ['a name without a file', { names: '<</Names[(report.json)]/Limits[(report.json)(report.json)]>>' }],
    [
      'a file that is not there',
      { names: '<</Names[(report.json)9 0 R]/Limits[(report.json)(report.json)]>>' },
    ],
    ['an empty list', { names: '<</Names[]/Limits[()()]>>' }],
    ['a list that contains itself', { names: '<</Kids[4 0 R]>>' }],
    ['another name in the description', spec('/F(report.json)/UF(x.json)/EF<</F 6 0 R/UF 6 0 R>>')],
    ['two contents', spec('/F(report.json)/UF(report.json)/EF<</F 6 0 R/UF 2 0 R>>')],
    ['a further content', spec('/F(report.json)/UF(report.json)/EF<</F 6 0 R/UF 6 0 R/Mac 6 0 R>>')],
    ['content that is no stream', spec('/F(report.json)/UF(report.json)/EF<</F 2 0 R/UF 2 0 R>>')],
    ['related files', spec('/F(report.json)/UF(report.json)/RF<<>>/EF<</F 6 0 R/UF 6 0 R>>')],
    ['a size that is too small', holding(size(1))],
    ['a size that is too large', holding(size(3))],
    ['no size', holding('/Filter/FlateDecode')],
    ['no filter', holding('/Params<</Size 2>>', of('{}'))],
    ['what cannot be unpacked', holding(size(2), of('{}'))],
    ['something behind what is packed', holding(size(2), Buffer.concat([deflateSync(of('{}')), of('more')]))],
  ])('%s', (_, carried) => {
    expect(verdict(crafted(carried))).toBe('pdf-attachment');
  });
  test('a file that is listed nowhere', () => {
    const hidden = (write: (put: (text: string) => void) => void) =>
      tinyPdfOf([asAttachment(['report.json', of('{}')])], (store) => {
        write((text) => store.put(store.newId(), text));
        return [];
      });
    expect(verdict(hidden(() => undefined))).toBe('ok');
    expect(verdict(hidden((put) => put('<</Type/Filespec/F(x)>>')))).toBe('pdf-attachment');
    expect(verdict(hidden((put) => put('[<</EF<<>>>>]')))).toBe('pdf-attachment');
    const stray = tinyPdfOf([], (store) => {
      store.putStream(store.newId(), { Type: 'EmbeddedFile' }, of('x'));
      return [];
    });
    expect(verdict(stray)).toBe('pdf-attachment');
  });
  test('what bursts', () => {
    const huge = 65 * 1024 * 1024;
    expect(verdict(crafted(holding(size(huge))))).toBe('pdf-too-large');
    expect(verdict(carrying('report.json', new Uint8Array(1_000_000)))).toBe('ok');
    const dense = deflateSync(new Uint8Array(3_000_000), { level: 9 });
    expect(verdict(crafted(holding(size(3_000_000), dense)))).toBe('pdf-too-large');
    const lying = holding(size(2), deflateSync(new Uint8Array(50_000_000)));
    const start = performance.now();
    expect(verdict(crafted(lying))).toBe('pdf-attachment');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
