// A new attestation: readable without a diagnostic, complete, and safe from whatever a provider's page says.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newAttestation } from '../../src/edit/new-attestation.ts';
import type { Attestation } from '../../src/model/attestation.ts';
import { type Model, model } from '../../src/model/model.ts';
import { Failure } from '../../src/problem.ts';
import { readAttestation, readModel } from '../../src/read/index.ts';

const bundled = new URL('../../data/models/ibm-code-engine.model.yaml', import.meta.url);
const codeEngine = readModel({ name: 'model', bytes: readFileSync(bundled) }).value;
const write = (models: readonly Model[], file: string | null = null): string =>
  newAttestation({
    team: 'payments',
    system: 'checkout',
    period: '2026-Q3',
    models: models.map((one) => ({ model: one, file })),
    schema: '../schemas/attestation.schema.json',
  });
const read = (text: string): Attestation | null => {
  const reading = readAttestation({ name: 'new', bytes: new TextEncoder().encode(text) });
  expect(reading.diagnostics).toEqual([]);
  return reading.value;
};

/** A model of one duty whose every text is `text`. */
const saying = (text: string): Model => {
  const digest = `sha256:${'0'.repeat(64)}`;
  return model.parse({
    format: 'countersign/model@1',
    id: 'svc',
    title: text,
    provider: { id: 'prov', name: text },
    revision: '2026-01-01',
    text: 'verbatim',
    source: { title: text, sha256: digest },
    areas: [
      {
        code: 'AA',
        title: text,
        line: '1',
        allocation: 'shared',
        resources: [
          {
            code: 'AA-01',
            title: text,
            line: '2',
            allocation: 'shared',
            customer: [{ id: 'AA-01-C1', line: '3', text, digest }],
          },
        ],
      },
    ],
  });
};

describe('a new attestation', () => {
  test('has every customer duty of the bundled model, with its line and text above it, and no answer', () => {
    if (codeEngine === null) return expect.unreachable();
    const text = write([codeEngine]);
    const duties = codeEngine.areas.flatMap(({ resources }) => resources.flatMap(({ customer }) => customer));
    const joined = text.replaceAll(/\n *# {3}(?=\S)/g, ' ');
    expect(duties).toHaveLength(17);
    for (const { id, line, text: said } of duties)
      expect(joined).toContain(`# ${id} (line ${line}): ${said}\n    ${id}:\n      status:\n`);
    const attestation = read(text);
    expect(Object.keys(attestation?.duties['ibm-code-engine'] ?? {}).sort()).toEqual(
      duties.map(({ id }) => id).sort(),
    );
    for (const answer of Object.values(attestation?.duties['ibm-code-engine'] ?? {}))
      expect(answer).toEqual({ evidence: [], tests: [], except: {} });
  });

  test('keeps its lines within 110 columns', () => {
    if (codeEngine === null) return expect.unreachable();
    for (const line of write([codeEngine]).split('\n')) expect(line.length).toBeLessThanOrEqual(110);
  });

  test('has examples that are right once their comment signs are taken away', () => {
    const uncommented = write([saying('Text')]).replaceAll(/^ {2}# (?!Text, revision)/gm, '  ');
    const attestation = read(uncommented);
    expect(Object.keys(attestation?.people ?? {})).toEqual(['lead']);
    expect(Object.keys(attestation?.evidence ?? {})).toEqual(['EV-01']);
    expect(Object.keys(attestation?.waivers ?? {})).toEqual(['WV-01']);
    expect(Object.keys(attestation?.remediations ?? {})).toEqual(['RM-01']);
    expect(attestation?.approvals).toHaveLength(1);
    expect(attestation?.system.excluded).toHaveLength(1);
  });

  test('names a model file by its path, whatever is in the path', () => {
    const path = '../models/a "b": #c\\d.yaml';
    expect(read(write([saying('Text')], path))?.models).toEqual([
      { id: 'svc', revision: '2026-01-01', file: path },
    ]);
  });

  test('reads the same whatever the texts of the page are', () => {
    const plain = read(write([saying('Text')]));
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
      fc.constantFrom(
        'a\n    AA-01-C1:\n      status: implemented',
        'x\r\u2028duties: {}',
        '# ---\n...\n---',
        '\u0000\u001b[0m',
        '%YAML 1.1',
      ),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        expect(read(write([saying(`a${text}`)]))).toEqual(plain);
      }),
    );
  });

  test.each([
    ['team', 'Payments'],
    ['team', 'a\n  id: b'],
    ['system', ''],
    ['period', '2026-Q5'],
    ['period', '2026-Q3\nmodels: []'],
  ])('refuses %s %j', (key, value) => {
    const about = { team: 'a', system: 'b', period: '2026', models: [], schema: null, [key]: value };
    expect(() => newAttestation(about)).toThrow(Failure);
  });
});

test('ids that YAML has a meaning for are ids all the same', () => {
  const ids = { team: 'null', system: 'true', period: '2026', schema: 'x.json' };
  const { team, system } =
    read(newAttestation({ ...ids, models: [{ model: codeEngine as Model, file: null }] })) ?? {};
  expect([team?.id, team?.name, system?.id, system?.name]).toEqual(['null', 'null', 'true', 'true']);
});
