// Seal fields: a widget that is empty, visible, tagged, and easy to find for who signs; and what cannot be one.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElementNode } from '../../../src/model/document.ts';
import { Failure } from '../../../src/problem.ts';
import { writePdf } from '../../../src/write/pdf/index.ts';
import { having, readFile } from './file.ts';
import { doc, edges, el, line, p } from './tree.ts';

const seal = (
  name: string,
  over: Parameters<typeof el>[1] = { minHeight: 40 },
  title?: string,
): ElementNode =>
  el('div', over, [], { attributes: { 'data-seal': name, ...(title === undefined ? {} : { title }) } });

test('the field stands where its block does, with a name for people and an appearance', async () => {
  const bytes = await writePdf(
    doc([p('before'), seal('approver', { minHeight: 40 }, 'Seal of the approver')]),
    [],
  );
  const file = readFile(bytes);
  const [widget = ''] = having(file, '/Subtype/Widget');
  expect(widget).toContain('/FT/Sig/T(approver)/TU(Seal of the approver)/Rect[30 310 270 350]/F 132/P ');
  expect(widget).not.toContain('/V');
  const [catalog = ''] = having(file, '/Type/Catalog');
  const id = [...file.objects].find(([, text]) => text === widget)?.[0];
  expect(catalog).toContain(`/AcroForm<</Fields[${id} 0 R]/SigFlags 3>>`);
  const [form = ''] = having(file, '/S/Form/');
  expect(form).toMatch(new RegExp(`/K<</Type/OBJR/Pg \\d+ 0 R/Obj ${id} 0 R>>`));
  const look = Number(/\/AP<<\/N (\d+) 0 R/.exec(widget)?.[1]);
  expect(file.objects.get(look)).toContain('/Subtype/Form/BBox[0 0 240 40]/Resources ');
  expect(file.streams.get(look)).toMatch(/\[3 2\] 0 d[\s\S]* re S\nBT [\s\S]*TJ/);
  expect(having(file, '/Type/Page/')[0]).toContain('/Tabs/S');
});

test('field and catalogue stand unpacked, for an update that signs to find', async () => {
  const text = Buffer.from(await writePdf(doc([seal('a')]), [])).toString('latin1');
  expect(text).toMatch(/\n\d+ 0 obj\n<<\/Type\/Annot\/Subtype\/Widget\/FT\/Sig.*>>\nendobj\n/);
  expect(text).toMatch(/\n\d+ 0 obj\n<<\/Type\/Catalog.*>>\nendobj\n/);
});

test('a block with a border and content of its own shows them and no label', async () => {
  const own = el('div', { border: edges(line(1)) }, [p('Sealed by')], { attributes: { 'data-seal': 'a' } });
  const file = readFile(await writePdf(doc([own]), []));
  const [widget = ''] = having(file, '/Subtype/Widget');
  expect(widget).toContain('/TU(Sealed by)');
  const look = Number(/\/AP<<\/N (\d+) 0 R/.exec(widget)?.[1]);
  expect(file.streams.get(look)).not.toMatch(/TJ|S$/m);
});

async function faults(...body: readonly ElementNode[]): Promise<readonly string[]> {
  const caught: unknown = await writePdf(doc(body), []).catch((error: unknown) => error);
  if (!(caught instanceof Failure)) return [];
  return caught.diagnostics.filter(({ code }) => code === 'seal-field').map(({ sentence }) => sentence);
}

test('a field twice, in a repeated header, on no block, without height or with no name is refused', async () => {
  const cell = el('th', {}, [seal('a')]);
  const table = el('table', {}, [
    el('thead', {}, [el('tr', {}, [cell])]),
    el('tbody', {}, [el('tr', {}, [el('td', {}, ['x'])])]),
  ]);
  const inline = p(el('span', {}, ['x'], { attributes: { 'data-seal': 'a' } }));
  expect(await faults(seal('a'), seal('b'))).toEqual([]);
  expect(await faults(seal('a'), seal('a'))).toEqual(['The seal field “a” comes twice.']);
  expect(await faults(table)).toEqual(['The seal field “a” stands in the header of a table.']);
  expect(await faults(inline)).toEqual(['The seal field “a” is no block.']);
  expect(await faults(seal('a', {}))).toEqual(['The seal field “a” has no height.']);
  expect(await faults(seal('a.b'))).toEqual(['The seal field “a.b” has a name that no field can have.']);
});

test('a field lies on its page, wherever its block comes to stand', async () => {
  const heights = fc.record({
    before: fc.integer({ min: 0, max: 900 }),
    own: fc.integer({ min: 1, max: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(heights, async ({ before, own }) => {
      const file = readFile(
        await writePdf(doc([el('div', { minHeight: before }, []), seal('a', { minHeight: own })]), []),
      );
      const [widget = ''] = having(file, '/Subtype/Widget');
      const [, bottom = Number.NaN, , top = Number.NaN] = (/Rect\[(.*?)\]/.exec(widget)?.[1] ?? '')
        .split(' ')
        .map(Number);
      expect(bottom).toBeGreaterThanOrEqual(29.99);
      expect(top).toBeLessThanOrEqual(370.01);
      expect(top).toBeGreaterThan(bottom);
    }),
    { numRuns: 60 },
  );
});
