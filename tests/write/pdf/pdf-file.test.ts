// The file as a whole: every object is where the file says it is, names are in order, pages in theirs, and what it says of itself.

import { expect, test } from 'vitest';
import type { Attachment, Document } from '../../../src/model/document.ts';
import { typefacesOf } from '../../../src/write/pdf/fonts/typeface.ts';
import { writePdf } from '../../../src/write/pdf/index.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { openPainter } from '../../../src/write/pdf/paint/painter.ts';
import { having, plainText, readFile } from './file.ts';
import { doc, edges, el, line, p } from './tree.ts';

const attachment = (name: string): Attachment => ({
  name,
  mime: 'application/yaml',
  description: '',
  relationship: 'Source',
  data: Buffer.from(`name: ${name}\n`),
});

/** So many chapters, each on a page of its own. */
const chapters = (count: number): Document =>
  doc(
    Array.from({ length: count }, (_, index) =>
      el('section', { breakBefore: 'page' }, [
        el('h1', { bookmarkLevel: 1 }, [`Chapter ${index + 1}`], { id: `c${index + 1}` }),
        el('h2', { bookmarkLevel: 2 }, ['Part'], {}),
        p('See ', el('a', {}, ['the last'], { attributes: { href: `#c${count}` } }), '.'),
      ]),
    ),
  );

test('every object stands where the cross-reference stream says, and every reference leads to one', async () => {
  const bytes = await writePdf(chapters(70), [attachment('b.yaml'), attachment('a.yaml')]);
  const { objects, trailer } = readFile(bytes);
  expect(Number(/\/Size (\d+)/.exec(trailer)?.[1])).toBe(Math.max(...objects.keys()) + 1);
  const wanted = [trailer, ...objects.values()].flatMap((text) =>
    text.startsWith('<<') || text.startsWith('[')
      ? [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
      : [],
  );
  expect(wanted.filter((id) => !objects.has(id))).toEqual([]);
});

test('the file tells what it is of: language, title, labels, output intent', async () => {
  const file = readFile(await writePdf(chapters(1), []));
  const [catalog = ''] = having(file, '/Type/Catalog');
  for (const entry of [
    '/Lang(en-GB)',
    '/ViewerPreferences<</DisplayDocTitle true>>',
    '/MarkInfo<</Marked true>>',
    '/PageLabels<</Nums[0<</S/D>>]>>',
    '/PageMode/UseOutlines',
  ])
    expect(catalog).toContain(entry);
  expect(having(file, '/S/GTS_PDFA1')).toHaveLength(1);
  expect(having(file, '/CreationDate(D:20261009000000Z)')).toHaveLength(1);
});

test('names are in the order of their bytes, which is no order of letters', async () => {
  const names = ['z', 'B', 'a', 'é', '-1'];
  const body = names.map((id) => el('p', {}, [id], { id }));
  const file = readFile(await writePdf(doc(body), ['b.yaml', 'B.yaml', 'a.yaml'].map(attachment)));
  const [places = ''] = having(file, '/Names[(-1)');
  expect([...places.matchAll(/\(([^)]*)\) \[\d/g)].map(([, name]) => name)).toEqual([
    '-1',
    'B',
    'a',
    'z',
    'Ã©',
  ]);
  const [files = ''] = having(file, '/Names[(B.yaml)');
  expect([...files.matchAll(/\(([^)]*)\) \d/g)].map(([, name]) => name)).toEqual([
    'B.yaml',
    'a.yaml',
    'b.yaml',
  ]);
});

/** Paints the laid-out pages in this order. */
async function paintedIn(
  document: Document,
  order: (pages: number) => readonly number[],
): Promise<Uint8Array> {
  const { pages, structure } = layOut(document);
  const painter = openPainter(document, typefacesOf(document.fonts));
  for (const index of order(pages.length)) {
    const page = pages[index];
    if (page !== undefined) painter.paintPage(index, page);
  }
  for (const [index, page] of pages.entries()) painter.paintFurniture(index, page.furniture);
  painter.closeStructure(structure);
  return painter.finish([]);
}

test('pages painted in any order come out in theirs, bookmarks and destinations too', async () => {
  const backwards = readFile(
    await paintedIn(chapters(130), (pages) => Array.from({ length: pages }, (_, index) => pages - 1 - index)),
  );
  const { objects } = backwards;
  const kidsOf = (text: string): readonly string[] =>
    [...(/\/Kids\[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
      ([, id]) => objects.get(Number(id)) ?? '',
    );
  const root = having(backwards, '/Type/Pages').find((text) => !text.includes('/Parent')) ?? '';
  const nodes = kidsOf(root);
  expect(nodes.map((node) => /\/Count (\d+)/.exec(node)?.[1])).toEqual(['64', '64', '2']);
  const pages = nodes.flatMap(kidsOf);
  expect(pages).toHaveLength(130);
  const titles = [...objects.values()].filter((text) => text.startsWith('<</Title(Chapter '));
  const linked = new Map(titles.map((text) => [/\((.*?)\)/.exec(text)?.[1], text]));
  const idOf = (index: number): string =>
    [...objects].find(([, text]) => text === pages[index])?.[0].toString() ?? '';
  expect(linked.get('Chapter 1')).toContain(`/Dest[${idOf(0)} 0 R/XYZ`);
  expect(linked.get('Chapter 130')).toContain(`/Dest[${idOf(129)} 0 R/XYZ`);
  const [outline = ''] = having(backwards, '/Type/Outlines');
  expect(outline).toContain('/Count 260');
  const first = objects.get(Number(/\/First (\d+)/.exec(outline)?.[1])) ?? '';
  expect(first).toContain('(Chapter 1)');
  expect(first).toContain('/Count 1');
});

test('the digest in the file is of what stands in it', async () => {
  const mark = (bytes: Uint8Array) => /\/ID\[(.*?)\]\/DecodeParms/s.exec(readFile(bytes).trailer)?.[1];
  const one = await writePdf(doc([p('one')]), []);
  expect(mark(one)).toBe(mark(await writePdf(doc([p('one')]), [])));
  expect(mark(one)).not.toBe(mark(await writePdf(doc([p('two')]), [])));
});

test('neighbours of one colour are one rectangle; what lies between is not covered', async () => {
  const cell = (color: string | null) => el('td', { backgroundColor: color, width: 50 }, ['x']);
  const row = (over: string | null, ...colors: readonly (string | null)[]) =>
    el('tr', { backgroundColor: over }, colors.map(cell));
  const table = (...rows: Parameters<typeof row>[]) =>
    doc([
      el('table', {}, [
        el(
          'tbody',
          {},
          rows.map((one) => row(...one)),
        ),
      ]),
    ]);
  const fills = async (document: Document) =>
    plainText(await writePdf(document, [])).match(/ re f$/gm)?.length ?? 0;
  expect(await fills(table([null, '#eeeeee', '#eeeeee'], [null, '#eeeeee', '#eeeeee']))).toBe(1);
  expect(await fills(table([null, '#eeeeee', '#dddddd']))).toBe(2);
  expect(await fills(table([null, '#eeeeee'], ['#ffffff', '#eeeeee']))).toBe(3);
});

test('corners are round where a box begins and ends, a border goes round in one line', async () => {
  const box = (border: ReturnType<typeof line>, more: Parameters<typeof el>[1] = {}) =>
    el('div', { border: edges(border), borderRadius: 4, ...more }, [p('x')]);
  const round = plainText(await writePdf(doc([box(line(1))]), []));
  expect(round.match(/^.* c h S$/gm)).toHaveLength(1);
  const mixed = box(line(1), { border: { ...edges(line(0)), left: line(3) }, backgroundColor: '#eeeeee' });
  const clipped = plainText(await writePdf(doc([mixed]), []));
  expect(clipped).toMatch(/^q .* c h W n$/m);
  expect(clipped).toMatch(/^.* c h f$/m);
});
