// Marks that are not part of what a page says: footnotes, emoji by name, bullets of titles; and labels that part the bullets of a cell.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { explainsNone } from '../../src/read/no-duty.ts';
import { cellItems } from '../../src/read/page/cell.ts';
import { plainText } from '../../src/read/page/markup.ts';
import { fileOf, fixture, lanternPage, leftOutOf, namesFrom, outline } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const read = (body: string) =>
  importPage(fileOf(lanternPage(body), 'p.md'), { id: null, names, previous: null });

describe('a mark of a footnote', () => {
  it.each([
    ['Trim the wick[^wick1] daily.', 'Trim the wick daily.'],
    ['[^wick1]: Only by day.', 'Only by day.'],
    ['Rows ^[1]^ ^[2]^', 'Rows'],
    ['Recover the lamp. `[*]`', 'Recover the lamp.'],
    ['Recover the lamp [*]', 'Recover the lamp'],
    ['Recover the lamp<sup>1</sup>', 'Recover the lamp'],
    ['Recover the lamp¹.', 'Recover the lamp.'],
  ])('goes: %s', (raw, shown) => {
    expect(plainText(raw)).toBe(shown);
  });

  it.each([
    ['Keep 10<sup>2</sup> m² free', 'Keep 102 m² free'],
    ['Read `lamps[*].oil`', 'Read lamps[*].oil'],
    ['See [*](/x)', 'See *'],
  ])('is none: %s', (raw, shown) => {
    expect(plainText(raw)).toBe(shown);
  });
});

it('signs for the eye go from titles and stay in duties', () => {
  const table = '| Task | Nimbus | You |\n|---|---|---|\n| • Wick<br>• Glass | Trim :soon: it. | Fill. |\n';
  expect(outline(read(`## :lock: Care\n\n${table}`).value)).toEqual([
    'C Care',
    '  Wick; Glass: Trim :soon: it. / Fill.',
  ]);
});

describe('labels in bold that part the bullets of a cell', () => {
  it('begin each of their bullets', () => {
    expect(cellItems('**Day**:<br>• Trim<br>• Fill<br><br>**Night:**<br>• Light')).toEqual([
      'Day: Trim',
      'Day: Fill',
      'Night: Light',
    ]);
  });

  it('are a beginning of the first where there is one alone', () => {
    expect(cellItems('**Day**:<br>• Trim<br>• Fill')).toEqual(['Day: Trim', 'Fill']);
  });
});

describe('a denial behind None', () => {
  const row = (text: string) =>
    read(`## Care\n\n| Task | Nimbus | You |\n|---|---|---|\n| Wick | ${text} | Fill. |\n`);

  it('is left out, whatever is denied', () => {
    const { value, report } = row('None, Nimbus does not polish the glass.');
    expect(outline(value)).toEqual(['C Care', '  Wick:  / Fill.']);
    expect(leftOutOf(report)).toEqual(['10 negative None, Nimbus does not polish the glass.']);
  });

  it('is none where something is done after all', () => {
    expect(explainsNone('Nimbus does not polish the glass but wipes it.', names)).toBe(false);
    expect(explainsNone('Nimbus polishes the glass.', names)).toBe(false);
    expect(outline(row('Nimbus does not polish the glass.').value)).toContain(
      '  Wick: Nimbus does not polish the glass. / Fill.',
    );
  });
});
