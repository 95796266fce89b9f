// Tables that a browser sorts and filters: what they must be, and that whatever keeps them from it is told with its place.
import { describe, expect, test } from 'vitest';
import { bodyFaults, documentOf, first, page, workbookOf } from './tiny.ts';

const FILTER = 'data-filter-label="Filter teams" data-count-label="{shown} of {all}"';
const table = (attributes: string, body: string, head = '<tr><th>A</th><th>B</th></tr>'): string =>
  `<table ${attributes}><thead>${head}</thead>${body}</table>`;
const ROWS = '<tbody><tr><td>1</td><td>2</td></tr></tbody>';

describe('interactive tables that are fine', () => {
  test.each([
    ['sorted and filtered', table(`data-interactive="sort filter" ${FILTER}`, ROWS)],
    ['sorted alone', table('data-interactive="sort"', ROWS)],
    [
      'with a list of words',
      table(
        `data-interactive="filter" ${FILTER}`,
        ROWS,
        '<tr><th data-choices="All">A</th><th><a href="https://example.com">B</a></th></tr>',
      ),
    ],
    [
      'in groups with headings and a foot',
      table(
        'data-interactive="sort"',
        `<tbody><tr><th scope="rowgroup" colspan="2">Group</th></tr><tr><td>1</td><td>2</td></tr></tbody>${ROWS}<tfoot><tr><td colspan="2">all</td></tr></tfoot>`,
      ),
    ],
    ['without rows', table('data-interactive="sort"', '<tbody></tbody>')],
    ['not asked for, with spans', table('', '<tbody><tr><td colspan="2" rowspan="2">1</td></tr></tbody>')],
  ])('%s', (_, body) => {
    const document = documentOf({ 'report.hbs': page(`<div>${body}</div>`) });
    expect(first(document, 'table').tag).toBe('table');
  });
});

describe('interactive tables that are refused', () => {
  test.each([
    ['an unknown wish', table('data-interactive="sort hide"', ROWS), '2:8 markup-attribute'],
    ['on something else', '<div data-interactive="sort"></div>', '2:6 markup-attribute'],
    ['a count that counts nothing', table('data-count-label="rows"', ROWS), '2:8 markup-attribute'],
    [
      'a label without a filter',
      table('data-interactive="sort" data-filter-label="F"', ROWS),
      '2:32 markup-attribute',
    ],
    [
      'a list of words without a filter',
      table('', ROWS, '<tr><th data-choices="All">A</th><th>B</th></tr>'),
      '2:24 markup-attribute',
    ],
    [
      'a filter without labels',
      table('data-interactive="filter"', ROWS),
      ['2:2 markup-attribute', '2:2 markup-attribute'],
    ],
    ['no header', `<table data-interactive="sort">${ROWS}</table>`, '2:2 markup-structure'],
    [
      'two rows of headers',
      table('data-interactive="sort"', ROWS, '<tr><th>A</th></tr><tr><th>B</th></tr>'),
      '2:59 markup-structure',
    ],
    [
      'a header over two columns',
      table('data-interactive="sort"', ROWS, '<tr><th colspan="2">A</th></tr>'),
      '2:40 markup-structure',
    ],
    [
      'a link in a header that sorts',
      table(
        'data-interactive="sort"',
        ROWS,
        '<tr><th>A</th><th><a href="https://example.com">B</a></th></tr>',
      ),
      '2:58 markup-structure',
    ],
    [
      'a cell over two rows',
      table(
        'data-interactive="sort"',
        '<tbody><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></tbody>',
      ),
      ['2:91 markup-structure', '2:125 markup-structure'],
    ],
    [
      'a heading that is not the first of its group',
      table(
        'data-interactive="sort"',
        '<tbody><tr><td>1</td><td>2</td></tr><tr><th scope="rowgroup" colspan="2">G</th></tr></tbody>',
      ),
      '2:113 markup-structure',
    ],
    [
      'a row that is too short',
      table('data-interactive="sort"', '<tbody><tr><td>1</td></tr></tbody>'),
      '2:84 markup-structure',
    ],
  ])('%s', (_, body, faults) => {
    // One place may have two faults of one kind; each is told once.
    expect(bodyFaults(body)).toEqual([faults].flat().map((fault) => `report.hbs:${fault}`));
  });
});

test('a workbook passes over what is for browsers', () => {
  const sheet = `<table data-sheet="S" data-interactive="sort filter" ${FILTER}><thead><tr><th data-choices="All">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>`;
  const markup = (text: string) => ({
    'workbook.hbs': `<html lang="en"><head><title>T</title></head><body>${text}</body></html>`,
  });
  const bare =
    '<table data-sheet="S"><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
  // Where something stands in the template is all that may differ.
  const told = (text: string): string =>
    JSON.stringify(workbookOf(markup(text)).sheets, (key, value: unknown) => (key === 'at' ? null : value));
  expect(told(sheet)).toBe(told(bare));
});
