// What a page leaves to other services: names in plain words, links, abbreviations, and what only looks like one.
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/read/index.ts';
import { serviceNamed } from '../../src/read/service-title.ts';
import { fileOf, namesFrom } from './support.ts';

const names = namesFrom(
  fileOf(`format: countersign/names@1
provider: { id: nimbus, name: Nimbus }
services:
  nimbus-lantern: { title: Nimbus Lantern, subcollection: lantern }
  nimbus-harbour: { title: Nimbus Cloud Harbour, subcollection: harbour, abbreviations: [HBR] }
  nimbus-keys: { title: Nimbus Key Vault for Nimbus Cloud, subcollection: keys }
  nimbus-beacon: { title: Nimbus Deep Beacon }
  nimbus-beacon-relay: { title: Nimbus Deep Beacon Relay }
keywords:
  nimbus: { text: Nimbus }
  cloud: { text: Nimbus Cloud }
  lantern: { text: Nimbus Lantern, service: nimbus-lantern }
  harbour: { text: Harbour, service: nimbus-harbour }
  keys_short: { text: Key Vault, service: nimbus-keys }
  block: { text: Block Storage, service: nimbus-beacon }
`),
);

const edgesOf = (body: string) => {
  const page = `---\nlastupdated: "2026-03-31"\nsubcollection: lantern\n---\n# Responsibilities for {{site.data.keyword.lantern}}\n\n${body}\n`;
  const { value } = importPage(fileOf(page, 'p.md'), { id: null, names, previous: null });
  return [
    ...(value?.delegates ?? []).map(({ to }) => `page ${to}`),
    ...(value?.areas ?? []).flatMap((area) => [
      ...area.delegates.map(({ to }) => `area ${to}`),
      ...area.resources.flatMap((one) => one.delegates.map(({ to }) => `${one.title} ${to}`)),
    ]),
  ];
};
const inRow = (duty: string, intro = ''): readonly string[] =>
  edgesOf(
    `## Care\n\n${intro}\n\n| Task | Nimbus responsibilities | Your responsibilities |\n|---|---|---|\n| Wick | Trim. | ${duty} |\n`,
  );

describe('a service named in plain words', () => {
  it.each([
    ['Moor in Nimbus Cloud® Harbour.', ['Wick nimbus-harbour']],
    ['Moor in {{site.data.keyword.cloud}} Harbour.', ['Wick nimbus-harbour']],
    ['Moor in Cloud Harbour(R).', ['Wick nimbus-harbour']],
    ['Turn it with Key Vault.', ['Wick nimbus-keys']],
    ['Relay by Deep Beacon Relay.', ['Wick nimbus-beacon-relay']],
    ['Order Block Storage.', []],
    ['Turn the key vault.', []],
  ])('%s', (duty, expected) => {
    expect(inRow(duty)).toEqual(expected);
  });

  it('in the introduction of an area', () => {
    expect(inRow('Fill.', 'For Nimbus Cloud® Harbour responsibilities, consult its documentation.')).toEqual([
      'area nimbus-harbour',
    ]);
  });
});

describe('an abbreviation', () => {
  it.each([
    'Tell the HBR.',
    'Use HBR to moor.',
    'Moor by using HBR.',
    'Secure any HBR bucket.',
    'Use Cloud HBR access policies.',
    'HBR responsibilities are told there.',
    'Use Nimbus services (for example HBR).',
  ])('names the service: %s', (duty) => {
    expect(inRow(duty)).toEqual(['Wick nimbus-harbour']);
  });

  it.each([
    'Document the least HBR access requirements.',
    'Provide HBR keys.',
    'Build ships in HBR.',
    'Connect it to the ships in the HBR.',
    'Make subnets for both HBR and classic.',
    'Rules for classic or HBR.',
    'Answer for HBR controls.',
  ])('speaks of a thing: %s', (duty) => {
    expect(inRow(duty)).toEqual([]);
  });
});

describe('a link', () => {
  it('into another service’s documentation names it, whatever it shows', () => {
    expect(inRow('See [who does what there](/docs/harbour?topic=harbour-x).')).toEqual([
      'Wick nimbus-harbour',
    ]);
    expect(
      inRow('Read [that](https://nimbus.example/docs/keys?topic=keys-shared-responsibilities).'),
    ).toEqual(['Wick nimbus-keys']);
    expect(inRow('Read [that](/docs/unheard-of?topic=x).')).toEqual([]);
  });

  it('into the page’s own documentation names none by what it shows', () => {
    expect(
      inRow('Fill. For more information about HBR, see [Harbour and Key Vault](/docs/lantern?topic=x).'),
    ).toEqual([]);
    expect(inRow('Send to [{{site.data.keyword.harbour}}](/docs/lantern?topic=x).')).toEqual([
      'Wick nimbus-harbour',
    ]);
  });

  it('in a list counts where it leads to a page about responsibilities', () => {
    const list =
      '* [Theirs](/docs/harbour?topic=harbour-responsibilities)\n* [More](/docs/keys?topic=keys-start)';
    const table = '## Care\n\n| Task | Nimbus | You |\n|---|---|---|\n| Wick | Trim. | Fill. |\n';
    expect(edgesOf(`${list}\n\n${table}`)).toEqual(['page nimbus-harbour']);
    expect(edgesOf(`${table}\n${list}`)).toEqual(['area nimbus-harbour']);
  });
});

describe('the service that a title names', () => {
  it.each([
    ['Understanding your responsibilities when using {{lantern}}', 'nimbus-lantern'],
    ['Responsibilities for Nimbus Lantern', 'nimbus-lantern'],
    ['Nimbus Lantern responsibilities', 'nimbus-lantern'],
    ['Your Responsibilities When Using HBR', 'nimbus-harbour'],
    ['Responsibilities for Deep Beacon Relay', 'nimbus-beacon-relay'],
    ['Responsibilities for {{lantern}} serverless instances', 'nimbus-lantern'],
    ['Responsibilities for Great Ship with HBR landing zone', null],
    ['Responsibilities for Great Ship with {{harbour}}', null],
    ['Responsibilities for {{great_ship}} on HBR', null],
    ['Responsibilities for Key Vault for Great Ships', null],
    ['Responsibilities for HBR deployable architecture', null],
    ['Responsibilities for Old HBR', null],
    ['Responsibilities for HBR Ferries', null],
  ])('%s', (title, service) => {
    expect(serviceNamed(title, names)).toBe(service);
  });
});
