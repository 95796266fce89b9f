// Pages are handed over as they are finished, while the children of the body are still being taken out one by one.

import { expect, test } from 'vitest';
import type { Document, ElementNode } from '../../../src/model/document.ts';
import { typefacesOf } from '../../../src/write/pdf/fonts/typeface.ts';
import { layOut, streamPages } from '../../../src/write/pdf/layout.ts';
import { layOutRepeatedly } from './repeated-passes.ts';
import { inOrder, shown } from './shown.ts';
import { doc, edges, el, generated, pageOf } from './tree.ts';
import { lineTexts } from './words.ts';

/** What a sink is told, in order, while the children of the body are taken out one by one. */
function told(children: readonly ElementNode[]): {
  readonly events: readonly string[];
  readonly passes: number;
} {
  const events: string[] = [];
  let passes = 0;
  function* taken(): Generator<ElementNode> {
    for (const [index, child] of children.entries()) {
      events.push(`take ${index}`);
      yield child;
    }
  }
  const document = onSmall([]);
  const body = { ...document.body, children: { [Symbol.iterator]: taken } };
  streamPages({ ...document, body }, typefacesOf(document.fonts), () => {
    passes += 1;
    return {
      paintPage: (index) => events.push(`page ${index}`),
      paintFurniture: (index) => events.push(`margins ${index}`),
      closeStructure: ({ role }) => events.push(`close ${role}`),
    };
  });
  return { events, passes };
}

// Lines are 14 points high: a page holds six of them.
const onSmall = (body: readonly ElementNode[]): Document => {
  const rule = pageOf(200, 100, 8);
  return doc(body, { pages: { '': { first: rule, other: rule } } });
};
const chapter = (id: string, lines = 5): ElementNode =>
  el(
    'section',
    { breakBefore: 'page' },
    Array.from({ length: lines }, (_, index) => el('p', {}, [`${id}${index}`])),
    { id },
  );
const entry = (id: string): ElementNode =>
  el('p', {}, [
    generated([
      { kind: 'leader', fill: '.' },
      { kind: 'target-page', id, style: 'decimal' },
    ]),
  ]);

test('a page is handed over when a part begins on the next, and what ended on it is closed', () => {
  const { events } = told(['a', 'b', 'c', 'd'].map((id) => chapter(id, 2)));
  expect(events.slice(0, 10)).toEqual([
    ...['take 0', 'take 1', 'page 0', 'close P', 'close P', 'close Sect'],
    ...['take 2', 'page 1', 'close P', 'close P'],
  ]);
  expect(events.slice(-5)).toEqual([0, 1, 2, 3].map((page) => `margins ${page}`).concat('close Document'));
});

test('pages are let go in the middle of a chapter, which is closed last', () => {
  const { events } = told([chapter('a', 30), chapter('b', 1)]);
  expect(events.slice(0, 2)).toEqual(['take 0', 'page 0']);
  expect(events.indexOf('page 3')).toBeLessThan(events.indexOf('take 1'));
  expect(events.indexOf('close Sect')).toBeGreaterThan(events.indexOf('page 4'));
});

test('contents are painted when what they speak of is there, in the same pass', () => {
  const { events, passes } = told([
    el('section', {}, ['a', 'b'].map(entry)),
    ...['a', 'b'].map((id) => chapter(id)),
  ]);
  expect(passes).toBe(1);
  expect(events.filter((event) => event.startsWith('page'))).toEqual(['page 1', 'page 0', 'page 2']);
  expect(lineTexts(layOut(onSmall([...['a', 'b'].map(entry), chapter('a'), chapter('b')])))[0]).toEqual([
    '2',
    '3',
  ]);
});

test('text that speaks of pages before it is painted as it comes', () => {
  const { events } = told([chapter('a'), chapter('b'), entry('a'), chapter('c'), chapter('d'), chapter('e')]);
  expect(events.indexOf('page 1')).toBeLessThan(events.indexOf('take 5'));
});

test('a number too long for the room it was given moves the document, in a further pass', () => {
  const long = (id: string) =>
    el('p', { padding: edges(0, 0, 0, 18) }, [
      'word '.repeat(6),
      generated([{ kind: 'target-page', id, style: 'decimal' }]),
    ]);
  const chapters = Array.from({ length: 100 }, (_, index) => chapter(`c${index}`, 1));
  const parts = [...Array.from({ length: 6 }, () => long('c99')), ...chapters];
  const { passes } = told(parts);
  expect(passes).toBeGreaterThan(1);
  const expected = layOutRepeatedly(onSmall(parts));
  expect(layOut(onSmall(parts)).pages.map(shown)).toEqual(expected?.map(inOrder).map(shown));
});
