// Of any table in any of these dialects: no text of a cell disappears, and a duty never changes its party when columns change places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './support.ts';

/** Texts that are all different and no party: what is found again can only have come from its cell. */
const word = fc.integer({ min: 0, max: 46655 }).map((n) => `q${n.toString(36).padStart(3, '0')}`);
const plain = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
const bullets = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((items) => items.map((one) => `- ${one}`).join(' \\n '));
const marked = word.map((one) => `**${one}** <br> [${one}](/x)`);
const nothing = fc.constantFrom('', 'None', 'N/A');
const free = fc.oneof({ weight: 4, arbitrary: plain }, bullets, marked, nothing);
const owner = fc.constantFrom('Nimbus', 'You', 'Shared', 'AWS', 'N/A', '', 'Nimbus and customer');
const letters = fc.constantFrom('R', 'A', 'RA', '**C**', 'I', 'CI', '', 'A/R');
const sentence = fc
  .tuple(fc.constantFrom('Nimbus owns', 'Client manages', 'Nobody likes'), word)
  .map((all) => `${all.join(' ')}.`);
const labelled = fc
  .tuple(word, word)
  .map(([a, b]) => `**Nimbus responsibilities:** \\n - ${a} \\n **Your responsibilities:** \\n - ${b}`);

type Kind = { readonly header: readonly string[]; readonly cells: readonly fc.Arbitrary<string>[] };
const KINDS: Readonly<Record<string, Kind>> = {
  'resource-table': {
    header: ['Task', 'Nimbus responsibilities', 'Your responsibilities', 'AWS responsibilities', 'Notes'],
    cells: [plain, free, free, free, free],
  },
  'ownership-matrix': {
    header: ['Resource', 'Lamp care', 'Paint', 'Oil'],
    cells: [plain, owner, owner, owner],
  },
  'owner-column': { header: ['Task', 'Description', 'Owner'], cells: [plain, free, owner] },
  'raci-table': {
    header: ['Activity', 'Customer role', 'Nimbus role', 'AWS'],
    cells: [plain, letters, letters, letters],
  },
  'described-ownership': { header: ['Resource', 'Lantern', 'Harbour'], cells: [plain, sentence, sentence] },
  'shared-cell': { header: ['Category', 'Responsibilities'], cells: [plain, fc.oneof(labelled, free)] },
};

const rowsOf = ({ cells }: Kind) => fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 6 });
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const wordsOf = (text: string): readonly string[] => text.match(/q[0-9a-z]{3}/g) ?? [];

/** Each party's words, whatever resource they stand under. */
const sides = (resources: readonly string[]) => {
  const halves = resources.map((one) => one.slice(one.indexOf(': ') + 2).split(' | '));
  return [0, 1].map((side) => halves.flatMap((half) => wordsOf(half[side] ?? '')).sort());
};

describe.each(Object.entries(KINDS))('%s', (_, kind) => {
  it('no text of a cell disappears', () => {
    fc.assert(
      fc.property(rowsOf(kind), fc.integer({ min: 0, max: 2 }), (rows, cut) => {
        const texts = rows.map((row, index) => line(index === 0 ? row.slice(0, row.length - cut) : row));
        const { resources, leftOut } = readTable([line(kind.header), ...texts]);
        const kept = new Set(wordsOf([...resources, ...leftOut].join(' ')));
        for (const one of wordsOf(texts.join(' '))) expect(kept).toContain(one);
      }),
      { numRuns: 150 },
    );
  });

  it('parties do not change with the order of columns', () => {
    const places = fc.shuffledSubarray(
      kind.header.slice(1).map((_one, index) => index + 1),
      { minLength: kind.header.length - 1 },
    );
    fc.assert(
      fc.property(rowsOf(kind), places, (rows, order) => {
        const put = (cells: readonly string[]): string =>
          line([0, ...order].map((column) => cells[column] ?? ''));
        const before = readTable([line(kind.header), ...rows.map(line)]);
        const after = readTable([put(kind.header), ...rows.map(put)]);
        expect(sides(after.resources)).toEqual(sides(before.resources));
        expect(after.leftOut.length).toBe(before.leftOut.length);
      }),
      { numRuns: 150 },
    );
  });
});
