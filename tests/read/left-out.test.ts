// What the report shows of a text that is left out, and areas of which a page says that they have nothing.
import { expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { fileOf, fixture, lanternPage, leftOutOf, namesFrom, outline } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const read = (body: string) =>
  importPage(fileOf(lanternPage(body), 'p.md'), { id: null, names, previous: null });
const FINE = '## Care\n\n| Task | Nimbus | You |\n|---|---|---|\n| Wick | Trim. | Fill. |\n\n';

it('a text shows names in place of keys, and ends with a word', () => {
  const key = '{{site.data.keyword.harbour_full}}';
  const item = `${key} and {{site.data.keyword.unheard}}: ${'a walk along the quay '.repeat(6)}${key.repeat(20)}`;
  expect(leftOutOf(read(`${FINE}### Walks\n\n- ${item}\n`).report)).toEqual([
    '14 no-responsibilities Nimbus Harbour and unheard: a walk along the quay a walk along the quay a walk…',
  ]);
});

it('an area without responsibilities is told by its title', () => {
  const { value, report } = read(
    `${FINE}## Colours\n\nThis lantern does not identify specific responsibilities in this area.\n`,
  );
  expect(outline(value)).toEqual(['C Care', '  Wick: Trim. / Fill.']);
  expect(leftOutOf(report)).toEqual([
    '14 says-nothing Colours: This lantern does not identify specific responsibilities in this area.',
  ]);
});

it('text below a title alone, or beside duties, is no such area', () => {
  const said = 'Nimbus does not have responsibilities for ships.';
  expect(leftOutOf(read(`${said}\n\n${FINE}${said}\n`).report)).toEqual([]);
});
