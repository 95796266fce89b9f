// What holds for every dialect reader in the list.
import { describe, expect, it } from 'vitest';
import { scanPage } from '../../src/read/page/scan.ts';
import { sectionsOf } from '../../src/read/page/section.ts';
import { DIALECT_READERS } from '../../src/read/providers/index.ts';
import { fixture, namesFrom } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
/** Labels, topics and bullets in whatever order, some with nothing in them. */
const LISTS =
  '# T\n## Care\n**You**\n- a\n  - **b**:\n    - c\n\n**Oil**\n\nNimbus is responsible for:\n- <br>\n- d\n\n## You\n\ne\n\n* Oil - You are responsible for it. f; Nimbus is.\n';
const pages = [
  '',
  '# T\n',
  '# T\n\ntext\n',
  LISTS,
  new TextDecoder().decode(fixture('lantern.md').bytes),
].map((text) => sectionsOf(scanPage(text)));

it('each has a name of its own', () => {
  expect(new Set(DIALECT_READERS.map(({ name }) => name)).size).toBe(DIALECT_READERS.length);
});

describe.each(DIALECT_READERS)('$name', (reader) => {
  it('claims only what it is given, each block once, and gives no text that is blank', () => {
    for (const sections of pages)
      for (const section of sections) {
        const claims = reader.read(section, { names, title: 'T', sections });
        const blocks = claims.flatMap((claim) => claim.blocks);
        expect(new Set(blocks).size).toBe(blocks.length);
        for (const block of blocks) expect(section.blocks).toContain(block);
        for (const { title, provider, customer } of claims.flatMap(({ resources }) => resources))
          for (const one of [title, ...provider, ...customer]) {
            if (one === null) continue;
            expect(one.text).toMatch(/\S/);
            expect(one.line).toBeGreaterThan(0);
          }
      }
  });
});
