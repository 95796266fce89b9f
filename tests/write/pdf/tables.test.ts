// Tables: what their structure says, feet, row groups that stay together, columns and numbers.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ElementNode, Style } from '../../../src/model/document.ts';
import type { Structure } from '../../../src/write/pdf/boxes/structure.ts';
import { layOut } from '../../../src/write/pdf/layout.ts';
import { outline, withRole } from './outline.ts';
import { doc, edges, el, line, p, pageOf } from './tree.ts';
import { lineTexts, wordsOf } from './words.ts';

type Attributes = Record<string, string>;
const th = (text: string, attributes: Attributes = {}, over: Partial<Style> = {}) =>
  el('th', over, [text], { attributes });
const td = (text: string, attributes: Attributes = {}, over: Partial<Style> = {}) =>
  el('td', over, [text], { attributes });
const tr = (...cells: readonly ElementNode[]) => el('tr', {}, cells);
const table = (...groups: readonly ElementNode[]) => el('table', {}, groups);
const small = pageOf(200, 100, 8);
const onSmall = { pages: { '': { first: small, other: small } } };

test('the foot comes last, wherever it was written, in the structure too', () => {
  const made = table(
    el('caption', {}, ['Caption']),
    el('thead', {}, [tr(th('h'))]),
    el('tfoot', {}, [tr(td('foot'))]),
    el('tbody', {}, [tr(td('a')), tr(td('b'))]),
    el('tbody', {}, [tr(td('c'))]),
  );
  const layout = layOut(doc([made]));
  expect(lineTexts(layout)[0]).toEqual(['Caption', 'h', 'a', 'b', 'c', 'foot']);
  expect(outline(layout)).toBe(
    'Table(Caption THead(TR(TH)) TBody(TR(TD) TR(TD)) TBody(TR(TD)) TFoot(TR(TD)))',
  );
});

test('a head or a foot without a body is a body', () => {
  const roles = (...groups: readonly ElementNode[]) => outline(layOut(doc([table(...groups)])));
  expect(roles(el('thead', {}, [tr(td('a'))]))).toBe('Table(TBody(TR(TD)))');
  expect(roles(el('thead', {}, [tr(td('a'))]), el('tfoot', {}, [tr(td('b'))]))).toBe(
    'Table(TBody(TR(TD)) TBody(TR(TD)))',
  );
});

test('header cells say what they head; an empty one is a cell', () => {
  const made = table(
    el('thead', {}, [tr(th(''), th('left'), th('right', { scope: 'col' }))]),
    el('tbody', {}, [tr(th('row'), td('1'), td('2')), tr(th('all'), th('of'), th('them'))]),
  );
  const layout = layOut(doc([made]));
  expect(outline(layout)).toBe('Table(THead(TR(TD TH TH)) TBody(TR(TH TD TD) TR(TH TH TH)))');
  expect(withRole(layout, 'TH').map((part) => part.attributes?.Scope)).toEqual([
    'Column',
    'Column',
    'Row',
    'Column',
    'Column',
    'Column',
  ]);
  expect([...withRole(layout, 'TH'), ...withRole(layout, 'TD')].map((part) => part.id)).not.toContain(
    expect.any(String),
  );
});

/** Texts of the header cells that each data cell names. */
function namedHeaders(made: ElementNode): readonly (readonly string[])[] {
  const layout = layOut(doc([made]));
  const headers = withRole(layout, 'TH');
  const texts = headers.map((_, index) => `h${index + 1}`);
  expect(headers.map((part) => part.id)).toEqual(texts);
  return withRole(layout, 'TD').map((part) => {
    const named = part.attributes?.Headers;
    return typeof named === 'object' ? named : [];
  });
}

test('cells below a header over several columns name all their headers', () => {
  const made = table(
    el('thead', {}, [
      tr(th('area', { rowspan: '2' }), th('duties', { colspan: '2' })),
      tr(th('met'), th('unmet')),
    ]),
    el('tbody', {}, [tr(th('network'), td('3'), td('1'))]),
  );
  expect(namedHeaders(made)).toEqual([
    ['h2', 'h3', 'h5'],
    ['h2', 'h4', 'h5'],
  ]);
});

test('cells of a row group name the row that heads the group, those of the next do not', () => {
  const group = (name: string, value: string) =>
    el('tbody', {}, [
      tr(th(name, { scope: 'rowgroup', colspan: '2' })),
      tr(th('row', { scope: 'row' }), td(value)),
    ]);
  const made = table(el('thead', {}, [tr(th('what'), th('count'))]), group('one', '1'), group('two', '2'));
  expect(namedHeaders(made)).toEqual([
    ['h2', 'h3', 'h4'],
    ['h2', 'h5', 'h6'],
  ]);
});

const spans = fc.record({ across: fc.integer({ min: 1, max: 4 }), down: fc.integer({ min: 1, max: 4 }) });
const rows = fc.array(fc.array(spans, { maxLength: 4 }), { minLength: 1, maxLength: 5 });

/** Columns that each row covers by its own cells and by those that reach down into it; every place once. */
function coverage(made: Structure): readonly (readonly number[])[] {
  const found: number[][] = [];
  const lines = made.children.flatMap((group) => (group.kind === 'structure' ? group.children : []));
  for (const [index, row] of lines.entries()) {
    let column = 0;
    for (const cell of row.kind === 'structure' ? row.children : []) {
      if (cell.kind !== 'structure') continue;
      while (found[index]?.includes(column)) column += 1;
      const across = Number(cell.attributes?.ColSpan ?? 1);
      for (let below = 0; below < Number(cell.attributes?.RowSpan ?? 1); below += 1)
        for (let at = column; at < column + across; at += 1) {
          found[index + below] ??= [];
          found[index + below]?.push(at);
        }
      column += across;
    }
    found[index] ??= [];
  }
  return found.map((columns) => columns.sort((a, b) => a - b));
}

test('whatever the spans, each row of the structure has all columns, each once', () => {
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), (groups) => {
      const body = groups.map((group, at) =>
        el(
          at === 0 ? 'thead' : 'tbody',
          {},
          group.map((cells) =>
            tr(...cells.map(({ across, down }) => td('x', { colspan: `${across}`, rowspan: `${down}` }))),
          ),
        ),
      );
      const [made] = withRole(layOut(doc([table(...body, el('tbody', {}, [tr(td('x'))]))])), 'Table');
      if (made === undefined) throw new Error('no table');
      const covered = coverage(made);
      const columns = Math.max(...covered.map((row) => row.length));
      for (const row of covered) expect(row).toEqual(Array.from({ length: columns }, (_, at) => at));
    }),
    { numRuns: 300 },
  );
});

test('a row group that asks for it stays together, and breaks before a group are followed', () => {
  const group = (name: string, over: Partial<Style>) =>
    el(
      'tbody',
      over,
      [1, 2, 3].map((number) => tr(td(`${name}${number}`))),
    );
  const pages = (over: Partial<Style>) =>
    lineTexts(layOut(doc([table(group('a', {}), group('b', over))], onSmall))).map((found) => found.length);
  const before = el('p', {}, ['first']);
  const kept = layOut(doc([before, table(group('a', {}), group('b', { breakInside: 'avoid' }))], onSmall));
  expect(lineTexts(kept).map((found) => found.length)).toEqual([4, 3]);
  expect(pages({})).toEqual([6]);
  expect(pages({ breakBefore: 'page' })).toEqual([3, 3]);
});

test('the background of a row group shows behind its rows', () => {
  const made = table(
    el('tbody', { backgroundColor: '#eeeeee' }, [
      tr(td('a')),
      el('tr', { backgroundColor: '#dddddd' }, [td('b')]),
    ]),
  );
  const painted = layOut(doc([made])).pages[0]?.decorations.map((one) => one.style.backgroundColor);
  expect(painted).toEqual(['#eeeeee', '#dddddd']);
});

test('from right to left the first column is the right one', () => {
  const made = (direction: Style['direction']) =>
    el('table', { direction, width: 'auto' }, [
      el('tbody', { direction }, [
        el('tr', { direction }, [td('one', {}, { direction }), td('second', {}, { direction })]),
      ]),
    ]);
  const lefts = (direction: Style['direction']) =>
    wordsOf(layOut(doc([el('div', { direction }, [made(direction)])]))).map((word) => [word.text, word.left]);
  const [[, left] = [], [, right] = []] = lefts('ltr');
  expect(left).toBe(30);
  expect(Number(right)).toBeGreaterThan(30);
  const mirrored = wordsOf(layOut(doc([el('div', { direction: 'rtl' }, [made('rtl')])])));
  expect(mirrored[0]?.right).toBeCloseTo(270, 3);
  expect(mirrored[1]?.right).toBeCloseTo(mirrored[0]?.left ?? 0, 3);
});

test('numbers line up at their decimal point, and the column is wide enough for that', () => {
  const number = (text: string) => tr(td('of'), td(text, {}, { textAlign: 'decimal', padding: edges(0, 4) }));
  const layout = layOut(doc([table(el('tbody', {}, ['1.5', '1000', '12.25', '0.125', 'none'].map(number)))]));
  const found = wordsOf(layout).filter((word) => word.text !== 'of');
  const widthOf = (text: string) => {
    const [word] = wordsOf(layOut(doc([p(text)])));
    return (word?.right ?? 0) - (word?.left ?? 0);
  };
  const points = found.slice(0, 4).map((word) => word.left + widthOf(word.text.split('.')[0] ?? ''));
  for (const point of points) expect(point).toBeCloseTo(points[0] ?? 0, 1);
  const whole = widthOf('1000') + widthOf('0.125') - widthOf('0');
  expect(
    Math.max(...found.map((word) => word.right)) - Math.min(...found.map((word) => word.left)),
  ).toBeCloseTo(whole, 0);
});

test('a chain of rows that all stay with the next is reckoned once, not row by row', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    el('tr', { breakAfter: 'avoid' }, [td(`r${index}`, {}, { border: edges(line(1)) })]),
  );
  expect(wordsOf(layOut(doc([table(el('tbody', {}, many))])))).toHaveLength(3000);
});
