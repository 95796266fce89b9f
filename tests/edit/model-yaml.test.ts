// A model written as YAML is read back as the same model, whatever its texts hold.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeModelYaml } from '../../src/edit/model-yaml.ts';
import type { Model } from '../../src/model/model.ts';
import { readModel } from '../../src/read/index.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const model = (text: string): Model => ({
  format: 'countersign/model@1',
  id: 'lantern',
  title: text,
  provider: { id: 'nimbus', name: text },
  revision: '2026-03-31',
  text: 'verbatim',
  source: { title: 'T', file: 'lantern.md', sha256: DIGEST },
  delegates: [{ to: 'harbour', line: 3, note: text }],
  areas: [
    {
      code: 'A',
      title: 'Area',
      line: 1,
      allocation: 'shared',
      scope: { line: 2, shared: text, digest: DIGEST },
      delegates: [],
      resources: [
        {
          code: 'A-01',
          title: text,
          line: 4,
          allocation: 'customer',
          delegates: [],
          raci: { provider: 'RA', customer: '' },
          provider: [],
          customer: [{ id: 'A-01-C1', line: 4, text, digest: DIGEST }],
        },
      ],
    },
  ],
  retired: [{ id: 'A-01-C2', revision: '2026-01-01' }],
});

const readBack = (text: string) =>
  readModel({ name: 'm', bytes: new TextEncoder().encode(writeModelYaml(model(text))) });

describe('YAML of a model', () => {
  it.each([
    ['see #12 and: more'],
    ['- a'],
    ['no'],
    ['2026-01-01'],
    ['0x1F'],
    ['*a'],
    ['&a'],
    ['!t'],
    ['null'],
    ['"quoted"'],
    ["it's"],
    ['  spaces  '],
    ['two\nlines\n'],
    ['word '.repeat(100)],
    ['w'.repeat(400)],
    ['\u4e16\u754c \u05d0\u05d1 \ud83d\ude00'],
  ])('keeps the text %j', (text) => {
    const { value, diagnostics } = readBack(text);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual(model(text));
  });

  it('keeps any text', () => {
    const printable = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((text) => /\S/.test(text) && text.isWellFormed() && !/[\p{Cc}\ufffe\uffff]/u.test(text));
    fc.assert(
      fc.property(printable, (text) => {
        expect(readBack(text).value).toEqual(model(text));
      }),
    );
  });

  it('begins with the line for editors when a schema is given', () => {
    const text = writeModelYaml(model('a'), '../../schemas/model.schema.json');
    expect(text.split('\n').slice(0, 2)).toEqual([
      '# yaml-language-server: $schema=../../schemas/model.schema.json',
      'format: countersign/model@1',
    ]);
  });

  it('leaves empty lists out and keeps days as text', () => {
    const text = writeModelYaml(model('a'));
    expect(text).not.toContain('[]');
    expect(text).toContain('revision: "2026-03-31"');
  });
});
