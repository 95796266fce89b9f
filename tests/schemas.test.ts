// The published schemas are those of the sources, and an independent validator (ajv) agrees with what they say of real files.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../src/model/json-schema.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../${name}/`, import.meta.url));
const read = (path: string): string => readFileSync(folder('.') + path, 'utf8');
const published = (name: string): unknown => JSON.parse(read(`schemas/${name}.schema.json`));

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  formats: { date: /^\d{4}-\d{2}-\d{2}$/ },
});
const validators: Readonly<Record<string, ValidateFunction>> = Object.fromEntries(
  Object.keys(jsonSchemas()).map((name) => [name, ajv.compile(published(name) as object)]),
);

/** What an editor has to say of a value: `path: message`, sorted. */
const complaints = (name: string, value: unknown): readonly string[] => {
  const validate = validators[name];
  if (validate === undefined) throw new Error(`no schema ${name}`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`).sort();
};

describe('schemas/', () => {
  test('is what npm run schemas would write', () => {
    const files = Object.entries(jsonSchemas()).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]);
    expect(readdirSync(folder('schemas')).sort()).toEqual(files.map(([file]) => file).sort());
    for (const [file, text] of files) expect(read(`schemas/${file}`), `${file} is stale`).toBe(text);
  });

  test.each(Object.keys(jsonSchemas()))(
    '%s names itself and leaves no key for the generator behind',
    (name) => {
      expect(published(name)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `urn:countersign:${name}@1`,
      });
      expect(read(`schemas/${name}.schema.json`)).not.toContain('"editor"');
    },
  );
});

const bundled = readdirSync(folder('data'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .flatMap((path) => {
    const name = /\.(attestation|model|policy|assurance|names)\.yaml$/.exec(path)?.[1];
    if (path.endsWith('.lock.json'))
      return [{ path, name: 'lock', value: JSON.parse(read(`data/${path}`)) as unknown }];
    return name === undefined ? [] : [{ path, name, value: parse(read(`data/${path}`)) as unknown }];
  });

describe('the bundled data, parsed as an editor parses it', () => {
  test('has a file of every format that is kept in it', () => {
    expect([...new Set(bundled.map(({ name }) => name))].sort()).toEqual([
      'assurance',
      'attestation',
      'lock',
      'model',
      'names',
      'policy',
    ]);
  });

  test.each(bundled)('$path keeps its schema', ({ name, value }) => {
    expect(complaints(name, value)).toEqual([]);
  });
});

const ATTESTATION = `
format: countersign/attestation@1
team: { id: payments, name: Payments }
system: { id: checkout, name: 2048 }
period: 2026
models: [{ id: ibm-code-engine, revision: 2025-12-02 }]
duties:
  ibm-code-engine:
    IOM-01-C1: { status: implemented, owner: lead, evidence: [EV-01] }
    SRC-03: { status: not-applicable, reason: No fleets. }
    IOM-02-C2: { inherited: { from: observability, ours: none } }
evidence:
  EV-01: { type: log-export, title: Alerts, file: evidence/alerts.json, at: 2026-10-02, records: 14 }
`;

describe('an attestation', () => {
  test('with numbers and days as people type them is valid', () => {
    expect(complaints('attestation', parse(ATTESTATION))).toEqual([]);
  });

  test.each([
    [
      'a status that is no status word',
      'status: implemented',
      'status: done',
      '/duties/ibm-code-engine/IOM-01-C1/status: must be equal to one of the allowed values',
    ],
    [
      'an unknown key',
      'owner: lead',
      'owners: lead',
      '/duties/ibm-code-engine/IOM-01-C1: must NOT have additional properties',
    ],
    [
      'a duty id in the wrong shape',
      'IOM-01-C1',
      'IOM-1-C1',
      '/duties/ibm-code-engine: property name must be valid',
    ],
    [
      'an evidence id in the wrong shape',
      '[EV-01]',
      '[EV-1]',
      '/duties/ibm-code-engine/IOM-01-C1/evidence/0: must match pattern "^EV-\\d{2,5}$"',
    ],
    ['a day that is none', '2026-10-02', 'October', '/evidence/EV-01/at: must match format "date"'],
    ['a count in words', 'records: 14', 'records: some', '/evidence/EV-01/records: must be integer'],
    ['a count below zero', 'records: 14', 'records: -1', '/evidence/EV-01/records: must be >= 0'],
    ['a blank title', 'title: Alerts', 'title: " "', '/evidence/EV-01/title: must match pattern "\\S"'],
    [
      'a list where text belongs',
      'name: 2048',
      'name: [checkout]',
      '/system/name: must be string,number,boolean',
    ],
    ['no team', 'team: { id: payments, name: Payments }', '', ": must have required property 'team'"],
    [
      'a quarter that is none',
      'period: 2026',
      'period: 2026-Q5',
      '/period: must match pattern "^\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$"',
    ],
    ['another format', 'attestation@1', 'attestation@9', '/format: must be equal to constant'],
  ])('with %s is not', (_, right, wrong, complaint) => {
    expect(ATTESTATION).toContain(right);
    expect(complaints('attestation', parse(ATTESTATION.replace(right, wrong)))).toContain(complaint);
  });
});

test.each([
  [
    'lock',
    {
      format: 'countersign/lock@1',
      duties: {},
      evidence: { 'EV-01': { file: 7, size: 1, sha256: `sha256:${'0'.repeat(64)}` } },
    },
    '/evidence/EV-01/file: must be string',
  ],
  [
    'lock',
    { format: 'countersign/lock@1', duties: { 'IOM-01-C1': `sha256:${'0'.repeat(64)}` }, evidence: {} },
    '/duties: property name must be valid',
  ],
  [
    'facts',
    { format: 'countersign/facts@1', evidence: { 'EV-01': { present: false, size: 1 } } },
    '/evidence/EV-01: must match a schema in anyOf',
  ],
  [
    'manifest',
    { format: 'countersign/manifest@1', state: 'finished' },
    '/state: must be equal to one of the allowed values',
  ],
  ['report', { format: 'countersign/report@1', rules: 2 }, '/rules: must be equal to constant'],
  [
    'policy',
    { format: 'countersign/policy@1', retention: '7 years' },
    '/retention: must match pattern "^P(?=\\d)(\\d{1,3}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$"',
  ],
  [
    'assurance',
    { format: 'countersign/assurance@1', reports: { 'AS-1': {} } },
    '/reports: property name must be valid',
  ],
  [
    'roster',
    { format: 'countersign/roster@1', teams: [{ team: { id: 'Pay' } }] },
    '/teams/0/team/id: must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"',
  ],
  [
    'names',
    { format: 'countersign/names@1', keywords: { 'a key': { text: 'Name' } } },
    '/keywords: property name must be valid',
  ],
  [
    'model',
    { format: 'countersign/model@1', areas: [{ allocation: 'both' }] },
    '/areas/0/allocation: must be equal to one of the allowed values',
  ],
])('a planted error in a %s is seen', (name, value, complaint) => {
  expect(complaints(name, value)).toContain(complaint);
});
