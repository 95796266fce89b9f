// What holds for every dialect reader in the list.
import { describe, expect, it } from 'vitest';
import { scanPage } from '../../src/read/page/scan.ts';
import { PAGE_READERS } from '../../src/read/providers/index.ts';
import { fixture, namesFrom } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const pages = ['', '# T\n', '# T\n\ntext\n', new TextDecoder().decode(fixture('lantern.md').bytes)].map(
  scanPage,
);

it('each has a name of its own', () => {
  expect(new Set(PAGE_READERS.map(({ name }) => name)).size).toBe(PAGE_READERS.length);
});

describe.each(PAGE_READERS)('$name', (reader) => {
  it('reads no page without duties, and any page when asked', () => {
    for (const page of pages) {
      const { areas } = reader.read(page, names);
      const duties = areas.flatMap(({ resources }) =>
        resources.flatMap((one) => [...one.provider, ...one.customer]),
      );
      expect(duties.length > 0).toBe(reader.reads(page, names));
    }
  });

  it('gives no area without a resource, and no text that is blank', () => {
    for (const page of pages)
      for (const { resources, intro, notes } of reader.read(page, names).areas) {
        expect(resources.length).toBeGreaterThan(0);
        const texts = [
          ...intro,
          ...notes,
          ...resources.flatMap((one) => [one.title, ...one.provider, ...one.customer]),
        ];
        for (const { text, line } of texts) {
          expect(text).toMatch(/\S/);
          expect(line).toBeGreaterThan(0);
        }
      }
  });
});
