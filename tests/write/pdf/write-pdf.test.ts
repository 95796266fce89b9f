// The file itself: same bytes for the same document, tags, attachments, and what makes it refuse.

import { expect, test } from 'vitest';
import type { Attachment, Document, ShapePaint } from '../../../src/model/document.ts';
import { Failure } from '../../../src/problem.ts';
import { writePdf } from '../../../src/write/pdf/index.ts';
import { plainText } from './file.ts';
import { doc, drawing, el, generated, p } from './tree.ts';

const attachment: Attachment = {
  name: 'inputs/attestation.yaml',
  mime: 'application/yaml',
  description: 'Input',
  relationship: 'Source',
  data: Buffer.from('format: x\n'),
};
const PLAIN: ShapePaint = {
  fill: null,
  fillRule: 'nonzero',
  stroke: null,
  strokeWidth: 0,
  lineCap: 'butt',
  lineJoin: 'miter',
  dashes: [],
  transform: null,
};
const sample = (): Document =>
  doc([
    el('h1', { bookmarkLevel: 1 }, ['Heading'], { id: 'top' }),
    p(
      'Text with a ',
      el('a', {}, ['link inside'], { attributes: { href: '#top' } }),
      ' and ',
      el('a', {}, ['one out'], { attributes: { href: 'https://example.com/' } }),
      '.',
    ),
    p(
      drawing(10, 10, [{ kind: 'circle', cx: 5, cy: 5, r: 4, ...PLAIN, fill: '#00aa77' }], 'a mark'),
      ' drawn',
    ),
    el('table', {}, [
      el('tbody', {}, [
        el('tr', {}, [el('th', {}, ['Row'], { attributes: { scope: 'row' } }), el('td', {}, ['cell'])]),
      ]),
    ]),
  ]);

test('two runs and another time zone give the same bytes', async () => {
  const zone = process.env.TZ;
  const first = await writePdf(sample(), [attachment]);
  process.env.TZ = 'America/New_York';
  const second = await writePdf(sample(), [attachment]);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(Buffer.compare(first, second)).toBe(0);
});

test('what was written before does not show in the bytes', async () => {
  const first = await writePdf(sample(), []);
  await writePdf(doc([p('quite another text, with other letters: Zyxwv 98765')]), []);
  expect(Buffer.compare(await writePdf(sample(), []), first)).toBe(0);
});

test('the file carries tags, links with contents, its attachment and a well-formed title', async () => {
  const text = plainText(await writePdf(sample(), [attachment]));
  for (const role of ['Document', 'H1', 'P', 'Link', 'Figure', 'Table', 'TR', 'TH', 'TD'])
    expect(text).toContain(`/S/${role}/P `);
  expect(text.match(/\/Type\/OBJR/g)).toHaveLength(2);
  expect(text).toContain('/Contents(link inside)');
  expect(text).toContain('/Scope/Row');
  expect(text).toContain('/Alt(a mark)');
  expect(text).toContain('/AFRelationship/Source');
  expect(text).toContain('A test &amp; &lt;document&gt;');
  expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(text).toContain('/CreationDate');
  expect(text).not.toContain('Helvetica');
  expect(text.startsWith('%PDF-1.7')).toBe(true);
});

async function refused(document: Document): Promise<Failure> {
  const caught: unknown = await writePdf(document, []).catch((error: unknown) => error);
  if (!(caught instanceof Failure)) throw new Error('nothing was refused');
  return caught;
}

test('all characters no font has and all links that lead nowhere are refused together', async () => {
  const at = { template: 'report.hbs', line: 7, column: 3 };
  const failure = await refused(
    doc([
      el('p', {}, [{ kind: 'text', text: 'a \u6f22 b', at }]),
      el('a', {}, ['x'], { attributes: { href: '#gone' } }),
      p(generated([{ kind: 'target-page', id: 'lost', style: 'decimal' }])),
    ]),
  );
  expect(failure.code).toBe('template-invalid');
  expect(failure.diagnostics.map((one) => one.code).sort()).toEqual([
    'character-missing',
    'link-target-missing',
    'link-target-missing',
  ]);
  const missing = failure.diagnostics.find((one) => one.code === 'character-missing');
  expect(missing?.sentence).toContain('U+6F22');
  expect([missing?.file, missing?.place?.line]).toEqual(['report.hbs', 7]);
});

test('control characters and half surrogates show as U+FFFD', async () => {
  const { layOut } = await import('../../../src/write/pdf/layout.ts');
  const { wordsOf } = await import('./words.ts');
  const layout = layOut(doc([p('a\u0000b\u001bc\ud800d')]));
  expect(
    wordsOf(layout)
      .map((word) => word.text)
      .join(''),
  ).toBe('a\ufffdb\ufffdc\ufffdd');
  await expect(writePdf(doc([p('a\u0000b')]), [])).resolves.toBeInstanceOf(Uint8Array);
});
