// The structure tree as objects: every piece of marked content belongs to one element and is named by it, elements are
// written as they close, and what is alike is written once.

import { expect, test } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { typefacesOf } from '../../../src/write/pdf/fonts/typeface.ts';
import { writePdf } from '../../../src/write/pdf/index.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { openPainter } from '../../../src/write/pdf/paint/painter.ts';
import {
  closeMarked,
  closeText,
  newTextState,
  openMarked,
  openText,
  takeOperators,
} from '../../../src/write/pdf/paint/text-objects.ts';
import { having, type ReadFile, readFile } from './file.ts';
import { doc, edges, el, line, p } from './tree.ts';

const sample = (rows: number): Document =>
  doc([
    el('h1', {}, ['Heading']),
    p(
      'A paragraph with ',
      el('a', {}, ['a link'], { attributes: { href: 'https://example.com/' } }),
      ' in it.',
    ),
    el('table', {}, [
      el('thead', {}, [el('tr', {}, [el('th', {}, ['One']), el('th', {}, ['Two'])])]),
      el(
        'tbody',
        {},
        Array.from({ length: rows }, (_, index) =>
          el('tr', {}, [el('td', { border: edges(line(1)) }, [`cell ${index}`]), el('td', {}, [])]),
        ),
      ),
    ]),
  ]);

const number = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);

/** Entries of a number tree whose values are references. */
function entriesBelow(file: ReadFile, id: number): readonly (readonly [number, number])[] {
  const node = file.objects.get(id) ?? '';
  const [, kids = ''] = /\/Kids\[([^\]]*)\]/.exec(node) ?? [];
  const [, nums = ''] = /\/Nums\[([^\]]*)\]/.exec(node) ?? [];
  return [
    ...[...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => entriesBelow(file, Number(kid))),
    ...[...nums.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, value]) => [Number(key), Number(value)] as const),
  ];
}

/** `page/number` of the marked content that an element names. */
function markedBy(element: string): readonly string[] {
  const page = number(element, /\/Pg (\d+) 0 R/);
  const kids = /\/K( \d+>>|\[.*?\](?=\/|>>)| \d+(?=\/))/.exec(element)?.[1] ?? '';
  const others = [...kids.matchAll(/\/Type\/MCR\/Pg (\d+) 0 R\/MCID (\d+)/g)].map(
    ([, on, id]) => `${on}/${id}`,
  );
  const own = [
    ...kids
      .replace(/<<.*?>>/g, ' ')
      .replace(/\d+ 0 R/g, ' ')
      .matchAll(/\d+/g),
  ];
  return [...own.map(([id]) => `${page}/${id}`), ...others];
}

test('page after page, marked content and elements name each other', async () => {
  const file = readFile(await writePdf(sample(80), []));
  const [root = ''] = having(file, '/Type/StructTreeRoot');
  const parents = new Map(entriesBelow(file, number(root, /\/ParentTree (\d+) 0 R/)));
  expect([...parents.keys()]).toEqual([...parents.keys()].map((_, index) => index));
  const pages = [...file.objects].filter(([, text]) => text.includes('/Type/Page/'));
  expect(pages.length).toBeGreaterThan(3);
  for (const [id, page] of pages) {
    const owners = file.objects.get(parents.get(number(page, /\/StructParents (\d+)/)) ?? 0) ?? '';
    const content = file.streams.get(number(page, /\/Contents\[?\s?(\d+)/)) ?? '';
    const marks = [...content.matchAll(/<<\/MCID (\d+)>>BDC/g)].map(([, mark]) => Number(mark));
    expect(marks).toEqual(marks.map((_, index) => index));
    const elements = [...owners.matchAll(/(\d+) 0 R/g)].map(
      ([, owner]) => file.objects.get(Number(owner)) ?? '',
    );
    expect(elements).toHaveLength(marks.length);
    for (const [mark, element] of elements.entries()) expect(markedBy(element)).toContain(`${id}/${mark}`);
  }
});

test('an element says no more than it must; what is alike is one object', async () => {
  const file = readFile(await writePdf(sample(3), []));
  const cells = [...file.objects.values()].filter((text) => text.startsWith('<</S/TD'));
  expect(cells).toHaveLength(6);
  expect(cells[0]).toMatch(/^<<\/S\/TD\/P \d+ 0 R\/Pg \d+ 0 R\/K \d+>>$/);
  const heads = [...file.objects.values()].filter((text) => text.startsWith('<</S/TH/'));
  const shared = heads.map((text) => number(text, /\/A (\d+) 0 R/));
  expect(new Set(shared).size).toBe(1);
  expect(file.objects.get(shared[0] ?? 0)).toBe('<</O/Table/Scope/Column>>');
});

test('an empty cell is there, a link names its annotation and the annotation the link', async () => {
  const file = readFile(await writePdf(sample(1), []));
  const empty = [...file.objects.values()].filter((text) => /^<<\/S\/TD\/P \d+ 0 R>>$/.test(text));
  expect(empty).toHaveLength(1);
  const [link = ''] = having(file, '/S/Link/');
  const annotation = file.objects.get(number(link, /\/Type\/OBJR\/Obj (\d+) 0 R/)) ?? '';
  expect(annotation).toContain('/Contents(a link)');
  const [root = ''] = having(file, '/Type/StructTreeRoot');
  const parents = new Map(entriesBelow(file, number(root, /\/ParentTree (\d+) 0 R/)));
  expect(file.objects.get(parents.get(number(annotation, /\/StructParent (\d+)/)) ?? 0)).toBe(link);
});

test('elements closed one by one are forgotten; nothing can be painted for them afterwards', async () => {
  const document = sample(40);
  const { pages, structure } = layOut(document);
  const painter = openPainter(document, typefacesOf(document.fonts));
  for (const [index, page] of pages.entries()) painter.paintPage(index, page);
  for (const child of [...structure.children]) if (child.kind === 'structure') painter.closeStructure(child);
  expect(structure.children.every((child) => child.kind === 'structure' && child.children.length === 0)).toBe(
    true,
  );
  const [last] = pages.slice(-1);
  expect(() => last !== undefined && painter.paintPage(pages.length, last)).toThrow('closed');
});

test('what is painted as text on a page is one text object where nothing comes between', async () => {
  const file = readFile(await writePdf(doc([p('one'), p('two'), p('three')]), []));
  const [page = ''] = having(file, '/Type/Page/');
  const content = file.streams.get(number(page, /\/Contents\[?\s?(\d+)/)) ?? '';
  expect(content.match(/BDC$/gm)).toHaveLength(3);
  expect(content.match(/^BT/gm)).toHaveLength(1);
});

test('text objects are joined over marked content that is text alone', () => {
  const stream = { operators: ['q'], text: newTextState() };
  const show = (x: number, y: number, what: string) => {
    openText(stream, x, y);
    stream.operators.push(what);
    closeText(stream);
  };
  const marked = (mark: string, content: () => void) => {
    openMarked(stream, mark);
    content();
    closeMarked(stream);
  };
  marked('/P BDC', () => {
    show(10, 20, 'a');
    show(13, 25, 'b');
  });
  marked('/Q BDC', () => show(10, 40.004, 'c'));
  marked('/Mixed BDC', () => {
    show(1, 2, 'd');
    stream.operators.push('re');
  });
  marked('/Late BDC', () => {
    stream.operators.push('re');
    show(1, 2, 'e');
  });
  marked('/R BDC', () => show(5, 6, 'f'));
  expect(takeOperators(stream)).toEqual([
    ...['q', 'BT', '/P BDC', '1 0 0 -1 10 20 Tm', 'a', '3 -5 Td', 'b', 'EMC'],
    ...['/Q BDC', '-3 -15 Td', 'c', 'EMC', 'ET'],
    ...['/Mixed BDC', 'BT 1 0 0 -1 1 2 Tm', 'd', 'ET', 're', 'EMC'],
    ...['/Late BDC', 're', 'BT 1 0 0 -1 1 2 Tm', 'e', 'ET', 'EMC'],
    ...['BT', '/R BDC', '1 0 0 -1 5 6 Tm', 'f', 'EMC', 'ET'],
  ]);
  expect(takeOperators(stream)).toEqual([]);
  show(1, 2, 'alone');
  expect(takeOperators(stream)).toEqual(['BT 1 0 0 -1 1 2 Tm', 'alone', 'ET']);
});
