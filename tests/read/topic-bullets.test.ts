// Prose bullets: each sentence goes to the party that it begins with.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { clausesOf, subjectOf } from '../../src/read/providers/subject.ts';
import { fileOf, fixture, lanternPage, leftOutOf, namesFrom, outline } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const options = { id: null, names, previous: null };
const read = (body: string) =>
  importPage(fileOf(lanternPage(`## Day two\n\n${body}`), 'lantern.md'), options);

describe('items that name a topic and who answers for it', () => {
  it.each([
    ['* Oil - You are responsible for oil.', '  Oil:  / You are responsible for oil.'],
    [
      '* **Oil**: {{site.data.keyword.nimbus}} is responsible for oil.',
      '  Oil: Nimbus is responsible for oil. / ',
    ],
    [
      '* **Oil** - Nimbus is responsible for oil; you burn it.',
      '  Oil: Nimbus is responsible for oil; / you burn it.',
    ],
    [
      '* Oil - Nimbus brings oil that you order. You are responsible for orders. For more information, see [Oil](/oil).',
      '  Oil: Nimbus brings oil that you order. / You are responsible for orders. For more information, see Oil.',
    ],
    [
      '* Oil – Customers are responsible for oil. Use any. If it is bad, customers return it.',
      '  Oil:  / Customers are responsible for oil. Use any. If it is bad, customers return it.',
    ],
    [
      '* Oil - Oil is dear, and you are responsible for thrift.',
      '  Oil:  / Oil is dear, and you are responsible for thrift.',
    ],
  ])('%s', (item, expected) => {
    expect(outline(read(item).value)).toEqual(['DT Day two', expected]);
    expect(leftOutOf(read(item).report)).toEqual([]);
  });

  it('leaves out by name what begins with neither party', () => {
    const { value, report } = read(
      '* Oil - Nimbus brings oil. It is dear. You are responsible for thrift.\n* Wicks - You are responsible for wicks.\n* The shelf holds all.\n* Glass - You and Nimbus are responsible for glass.\n* Nimbus sends news.\n',
    );
    expect(outline(value)).toEqual([
      'DT Day two',
      '  Oil: Nimbus brings oil. / You are responsible for thrift.',
      '  Wicks:  / You are responsible for wicks.',
      '  Day two: Nimbus sends news. / ',
    ]);
    expect(leftOutOf(report)).toEqual([
      '8 party-unclear It is dear.',
      '10 party-unclear The shelf holds all.',
      '11 party-unclear Glass - You and Nimbus are responsible for glass.',
    ]);
  });

  it('reads paragraphs that begin with a topic in bold, if there are several', () => {
    const body = '**Oil**: You are responsible for oil.\n\n**Wicks**: Nimbus is responsible for wicks.\n';
    expect(outline(read(body).value)).toEqual([
      'DT Day two',
      '  Oil:  / You are responsible for oil.',
      '  Wicks: Nimbus is responsible for wicks. / ',
    ]);
    expect(read('**Note**: You are responsible for oil.\n').value).toBeNull();
  });

  it.each([
    '* Oil - Buy it.\n* Wicks - You can trim them.\n',
    '* [Oil](/oil) - what you must know\n* Your lamp is not watched by Nimbus.\n',
    '* For the responsibilities of you and Nimbus, see [there](/there).\n',
  ])('takes nothing from %j', (list) => {
    const { value, report } = read(list);
    expect(value).toBeNull();
    expect(new Set(report?.leftOut.map(({ reason }) => reason))).toEqual(new Set(['no-responsibilities']));
  });
});

describe('the subject of a sentence', () => {
  it.each([
    ['You light lamps.', 'customer'],
    ['The customer lights lamps for Nimbus.', 'customer'],
    ['Your team lights lamps.', 'customer'],
    ['Nimbus lights lamps for you.', 'provider'],
    ['The provider does.', 'provider'],
    ['{{nimbus}} does.', 'provider'],
    ['If you ask, Nimbus lights lamps.', 'provider'],
    ['In addition, you light lamps.', 'customer'],
    ['You and Nimbus light lamps.', 'both'],
    ['Nimbus or the customer lights lamps.', 'both'],
    ['Nimbus fills lamps, and you light them.', 'both'],
    ['Your lamps are lit.', null],
    ['Nimbus-owned lamps are lit.', null],
    ['Nimbus’s lamps are lit.', null],
    ['Lamps are lit by you.', null],
    ['', null],
  ])('%s', (sentence, subject) => {
    expect(subjectOf(sentence, names)).toBe(subject);
  });

  it('clauses joined are the sentence', () => {
    const sentence = 'Nimbus fills, trims, and cleans lamps; you light them, and Nimbus looks on.';
    expect(clausesOf(sentence, names)).toEqual([
      'Nimbus fills, trims, and cleans lamps; ',
      'you light them, ',
      'and Nimbus looks on.',
    ]);
  });
});
