// Tables as hands and converters leave them: lists closed too early, headers of plain cells, rows in pieces.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../../src/read/index.ts';
import { fileOf, fixture, namesFrom, outline } from '../support.ts';
import { read, readTable } from './support.ts';

const options = {
  ...{ id: null, previous: null, providerGiven: true },
  ...{ names: namesFrom(fixture('lantern.names.yaml')), revision: '2026-03-31' },
};
const areasOf = (text: string, name = 'care-of_lamps.md'): readonly string[] =>
  outline(importPage(fileOf(text, name), options).value);

describe('a table under no heading', () => {
  const table =
    '| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n| Oil | Fill. | Burn. |\n';

  it('is an area by the title above the page', () => {
    expect(areasOf(`---\ntitle: Lamps\n---\n${table}\n# References\n\n- [Oil](o.md)\n`)).toEqual([
      'L Lamps',
      '  Oil: Fill. / Burn.',
    ]);
  });

  it('is one by the name of the file where the page has no title', () => {
    const expected = ['CL care of lamps', '  Oil: Fill. / Burn.'];
    expect(areasOf(`Hello.\n\n${table}`)).toEqual(expected);
    expect(areasOf(`${table}\n### References\n\n- [Oil](o.md)\n`)).toEqual(expected);
  });
});

describe('HTML', () => {
  const row = (...cells: string[]): string =>
    `<tr>\n${cells.map((text) => `<td>${text}\n</td>`).join('\n')}\n</tr>`;
  const table = (...rows: string[]): string => `# T\n## Lamps\n\n<table>\n${rows.join('\n')}\n</table>\n`;

  it('two companies that are only named together are one party', () => {
    const head = row(
      '<strong>Resource</strong>',
      '<strong>Umbra and AWS responsibilities</strong>',
      '<strong>Customer responsibilities</strong>',
    );
    const page = table(head, row('Oil', '<ul>\n\n<li>Fill.\n\n<li>Store.\n</ul>', 'Burn.')).replaceAll(
      'Umbra',
      'Microsoft',
    );
    expect(read(page)).toMatchObject({
      provider: 'Microsoft and AWS',
      resources: ['Oil: Fill.; Store. | Burn.'],
    });
  });

  it('text behind a list that was closed within a sentence goes on from its last item', () => {
    const items =
      '<ul><li>Keep the oil and</li></ul>wicks dry.<ul><li>Use lamps such as</li></ul>Harbour lamps.<br>Clean them.';
    expect(read(table(row('**Task**', '**Nimbus**', '**You**'), row('Oil', items, 'Burn.')))).toMatchObject({
      resources: ['Oil: Keep the oil and wicks dry.; Use lamps such as Harbour lamps.; Clean them. | Burn.'],
    });
  });
});

describe('a column of the provider and somebody else', () => {
  const HEADER = '| Task | Nimbus and AWS | Customer responsibilities |';

  it('is told apart by labels in each cell', () => {
    const rows = [
      '| Oil | **Nimbus** <br> - Fill. <br> **AWS** <br> - Ship. | Burn. |',
      '| Wick | **AWS:** Cut. | - Trim. |',
    ];
    expect(readTable([HEADER, ...rows])).toMatchObject({
      resources: ['Oil: Fill. | Burn.', 'Wick:  | Trim.'],
      leftOut: ['third-party 6: Ship.', 'third-party 7: Cut.'],
    });
  });

  it('is unclear where a cell has none', () => {
    const rows = ['| Oil | **Nimbus** <br> - Fill. | Burn. |', '| Wick | Cut. | Trim. |'];
    expect(readTable([HEADER, ...rows]).resources).toEqual([]);
  });
});
