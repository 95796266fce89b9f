// Models are written line by line, and come out as the package `yaml` would write them: to the letter, whatever their texts hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, isMap, isScalar, visit } from 'yaml';
import { hardLines } from '../../../src/edit/model/hard-lines.ts';
import { plainText } from '../../../src/edit/model/plain-text.ts';
import { writeModelYaml } from '../../../src/edit/model-yaml.ts';
import type { Model } from '../../../src/model/model.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

/** As the package alone would write it. */
const byPackage = (model: Model): string => {
  const document = new Document(filled(model));
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'revision' && isScalar(value)) value.type = 'QUOTE_DOUBLE';
      if (isScalar(key) && ['provider', 'raci'].includes(String(key.value)) && isMap(value))
        value.flow = true;
    },
  });
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
};

const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, member]) => key === 'areas' || !(Array.isArray(member) && member.length === 0),
  );
  return Object.fromEntries(kept.map(([key, member]) => [key, filled(member)]));
};

const model = (texts: readonly string[]): Model => {
  const text = (index: number): string => texts[index % texts.length] ?? 'a';
  return {
    format: 'countersign/model@1',
    id: 'lantern',
    title: text(0),
    provider: { id: 'nimbus', name: text(1) },
    revision: '2026-03-31',
    text: 'verbatim',
    source: { title: text(2), url: text(3), sha256: DIGEST },
    delegates: [{ to: 'harbour', line: 3, note: text(4) }],
    areas: [
      {
        code: 'A',
        title: text(5),
        line: 1,
        allocation: 'shared',
        scope: { line: 2, shared: text(6), digest: DIGEST },
        delegates: [],
        resources: [
          {
            code: 'A-01',
            title: text(7),
            line: 4,
            allocation: 'customer',
            delegates: [{ to: 'harbour', note: text(8) }],
            raci: { provider: 'RA', customer: '' },
            provider: [],
            customer: [{ id: 'A-01-C1', line: 4, text: text(9), digest: DIGEST }],
          },
        ],
      },
    ],
    retired: [{ id: 'A-01-C2', revision: '2026-01-01' }],
  };
};

/** Words, and what gives them another look in YAML. */
const PIECES = [
  ...['word', 'a', 'Longer', 'sentences', 'w'.repeat(60), 'w'.repeat(130), 'ünï', '世界', '🔑'],
  ...[
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    ': ',
    ':',
    ' #',
    '#',
    '"',
    "'",
    '\\',
    ', ',
    '[',
    '}',
    '- ',
    '? ',
  ],
  ...[
    'null',
    'True',
    '12',
    '0x1F',
    '~',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '---',
    '{{site.x}}',
    '(',
    '\u2028',
  ],
];
const sentence = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 60 })
  .map((all) => all.join(''));
const prose = fc
  .array(fc.constantFrom('word', 'Longer', 'a', 'w'.repeat(40), '(so)'), { minLength: 1, maxLength: 60 })
  .map((all) => all.join(' '));

describe('as the package writes it', () => {
  test('any texts', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sentence, prose), { minLength: 1, maxLength: 10 }), (texts) => {
        expect(writeModelYaml(model(texts))).toBe(byPackage(model(texts)));
      }),
      { numRuns: 300 },
    );
  });

  test('a page of nothing', () => {
    const empty = { ...model(['a']), areas: [], delegates: [], retired: [] };
    expect(writeModelYaml(empty)).toBe(byPackage(empty));
  });
});

describe('without the package', () => {
  test.each([
    ['Configure backups (daily), and keep them', 'Configure backups (daily), and keep them'],
    ['If subscribed: do it', '"If subscribed: do it"'],
    ['True', '"True"'],
    ['- a', null],
    ['two\nlines', null],
    ['so: "this"', null],
  ])('%j', (text, written) => {
    expect(plainText(text, { indent: 10, start: 6 })).toBe(written);
  });

  test('and with it where it takes more', () => {
    expect(hardLines('text', '- a', 4)).toEqual(['    text: "- a"']);
  });
});
