// The place that a seal is given in the file: what is signed is known to the byte before anybody signs.

import { expect, test } from 'vitest';
import type { ElementNode, SealPlace } from '../../../src/model/document.ts';
import { Failure } from '../../../src/problem.ts';
import { writePdf } from '../../../src/write/pdf/index.ts';
import { having, readFile } from './file.ts';
import { doc, edges, el, line, p } from './tree.ts';

const SEAL: SealPlace = {
  field: 'seal',
  lines: ['Sealed by Example Bank', '2026-10-09 08:30 UTC'],
  name: 'Example Bank',
  reason: 'Seal of the organisation',
  at: '2026-10-09T08:30:00Z',
  reserve: 64,
  timestamped: false,
};
const field = (over: Parameters<typeof el>[1] = { minHeight: 60 }, name = 'seal'): ElementNode =>
  el('div', over, [], { attributes: { 'data-seal': name } });
const sealed = (seal: Partial<SealPlace> = {}, body: readonly ElementNode[] = [p('before'), field()]) =>
  writePdf(doc(body), [], { ...SEAL, ...seal });

/** The content stream of the field's appearance. */
function lookOf(bytes: Uint8Array): string {
  const file = readFile(bytes);
  const [widget = ''] = having(file, '/Subtype/Widget');
  return file.streams.get(Number(/\/AP<<\/N (\d+) 0 R/.exec(widget)?.[1])) ?? '';
}
const sizesIn = (look: string): readonly number[] =>
  [...look.matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));

test('the field has a signature, plain in the file, whose range is all of the file but the contents', async () => {
  const bytes = await sealed();
  const text = Buffer.from(bytes).toString('latin1');
  const [, id] = /\/Subtype\/Widget\/FT\/Sig.*\/V (\d+) 0 R/.exec(text) ?? [];
  const found = new RegExp(`\\n${id} 0 obj\\n(<</Type/Sig.*>>)\\nendobj\\n`).exec(text)?.[1] ?? '';
  const shape =
    /^<<\/Type\/Sig\/Filter\/Adobe\.PPKLite\/SubFilter\/ETSI\.CAdES\.detached\/M\(D:20261009083000Z\)\/Name\(Example Bank\)\/Reason\(Seal of the organisation\)\/CSGN_Timestamp false\/ByteRange\[(.{34})\]\/Contents<(0+)>>>$/.exec(
      found,
    );
  const [zero, first = 0, second = 0, rest = 0] = (shape?.[1] ?? '').trim().split(/ +/).map(Number);
  expect(shape?.[2]).toHaveLength(128);
  expect(zero).toBe(0);
  expect(text.slice(first, second)).toBe(`<${shape?.[2]}>`);
  expect(second + rest).toBe(bytes.length);
  expect(having(readFile(bytes), '/Type/Catalog')[0]).toMatch(
    /\/AcroForm<<\/Fields\[\d+ 0 R\]\/SigFlags 3>>/,
  );
});

test('the same seal gives the same bytes, another one others, and none those of a file without', async () => {
  expect(Buffer.compare(await sealed(), await sealed())).toBe(0);
  expect(Buffer.compare(await sealed(), await sealed({ timestamped: true }))).not.toBe(0);
  const body = [p('before'), field()];
  const bare = await writePdf(doc(body), []);
  expect(Buffer.compare(bare, await writePdf(doc(body), [], null))).toBe(0);
  expect(Buffer.from(bare).toString('latin1')).not.toContain('/ByteRange');
});

test('only the field that is named is filled', async () => {
  const file = readFile(
    await sealed({ field: 'b' }, [field({ minHeight: 40 }, 'a'), field({ minHeight: 40 }, 'b')]),
  );
  const widgets = having(file, '/Subtype/Widget');
  expect(widgets.map((widget) => [/\/T\((.)\)/.exec(widget)?.[1], widget.includes('/V ')])).toEqual([
    ['a', false],
    ['b', true],
  ]);
});

test('it shows a solid frame and each line, smaller when the field is too small for them', async () => {
  const roomy = lookOf(await sealed());
  expect(roomy).toContain('0.5 w [] 0 d');
  expect(roomy.match(/TJ/g)).toHaveLength(2);
  expect(sizesIn(roomy)).toEqual([10]);
  const [low = 0] = sizesIn(lookOf(await sealed({}, [field({ minHeight: 20 })])));
  expect(low).toBeCloseTo((10 * (20 - 6)) / 28);
  const [narrow = 0] = sizesIn(lookOf(await sealed({ lines: ['wide '.repeat(40)] })));
  expect(narrow).toBeGreaterThan(1);
  expect(narrow).toBeLessThan(6);
});

test('a character that no font has does not stop the report', async () => {
  const strange = lookOf(await sealed({ lines: ['a\u{1F980}b\n\ud800', ''] }));
  expect(strange).toBe(lookOf(await sealed({ lines: ['a?b \ufffd', ''] })));
});

test('a field with content or a border of its own shows them and not the lines', async () => {
  const attributes = { 'data-seal': 'seal' };
  const own = el('div', { border: edges(line(1)) }, [p('Sealed by')], { attributes });
  expect(lookOf(await sealed({}, [own]))).not.toMatch(/TJ|S$/m);
});

test('a seal without its field is refused and says what to add', async () => {
  const caught: unknown = await sealed({ field: 'approver' }).catch((error: unknown) => error);
  expect(caught).toBeInstanceOf(Failure);
  if (!(caught instanceof Failure)) return;
  expect(caught.code).toBe('template-invalid');
  expect(caught.diagnostics.map(({ code, sentence }) => [code, sentence])).toEqual([
    ['seal-field', 'The document has no seal field “approver” for its seal.'],
  ]);
  expect(caught.diagnostics[0]?.hint).toContain('<div data-seal="approver"></div>');
});
