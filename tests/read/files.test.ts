// The other files of ours: models, policies, assurance, names, and the JSON ones.
import { describe, expect, it } from 'vitest';
import {
  joinNames,
  readAssurance,
  readFacts,
  readLock,
  readManifest,
  readModel,
  readNames,
  readPolicy,
  readReport,
} from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom, told } from './support.ts';

const DIGEST = `sha256:${'0'.repeat(64)}`;

describe('a model', () => {
  const model = (areas: string): string =>
    `format: countersign/model@1\nid: lantern\ntitle: Lantern\nprovider: { id: p, name: P }\nrevision: "2026-03-31"\ntext: paraphrase\nsource: { title: T, sha256: ${DIGEST} }\nareas:\n${areas}`;
  const duty = (id: string): string => `{ id: ${id}, line: 3, text: Light it., digest: ${DIGEST} }`;
  const area = (code: string, resource: string, customer: string): string =>
    `  - { code: ${code}, title: A, line: 1, allocation: shared, resources: [{ code: ${resource}, title: R, line: 2, allocation: customer, customer: [${customer}] }] }\n`;

  it('is read, its lines as numbers', () => {
    const { value, diagnostics } = readModel(fileOf(model(area('A', 'A-01', duty('A-01-C1')))));
    expect(diagnostics).toEqual([]);
    expect(value?.areas[0]?.resources[0]?.customer[0]).toEqual({
      id: 'A-01-C1',
      line: 3,
      text: 'Light it.',
      digest: DIGEST,
    });
  });

  it('gives no id twice', () => {
    const text = model(
      area('A', 'A-01', `${duty('A-01-C1')}, ${duty('A-01-C1')}`) + area('A', 'A-02', duty('A-02-C1')),
    );
    expect(readModel(fileOf(text)).diagnostics.map(({ code }) => code)).toEqual([
      'id-duplicate',
      'id-duplicate',
    ]);
    const retired = `${model(area('A', 'A-01', duty('A-01-C1')))}retired: [{ id: A-01-C1, revision: 2026-01-01 }]\n`;
    expect(told(readModel(fileOf(retired)).diagnostics)).toEqual(['id-duplicate 10:17']);
  });

  it.each([
    ['B-01', 'B-01-C1'],
    ['A-01', 'A-02-C1'],
    ['A-01', 'A-01-P1'],
  ])('lets resource %s and duty %s not stand in the wrong place', (resource, id) => {
    const { diagnostics } = readModel(fileOf(model(area('A', resource, duty(id)))));
    expect(diagnostics.map(({ code }) => code)).toEqual(['value-invalid']);
  });
});

describe('an assurance file', () => {
  it('has a report for each bridge letter', () => {
    const report =
      '{ type: certificate, title: T, issuer: I, issued: 2026-01-01, covers: 2025-01-01/2025-12-31, opinion: unqualified, services: [s] }';
    const text = `format: countersign/assurance@1\nid: a\nprovider: { id: p, name: P }\nreports: { AS-01: ${report} }\nbridges: { AS-02: { extends: AS-10, covers: 2026-01-01/2026-03-31, issued: 2026-01-01, signed-by: S } }\n`;
    const { diagnostics } = readAssurance(fileOf(text));
    expect(told(diagnostics)).toEqual(['reference-unknown 5:30']);
    expect(diagnostics[0]?.hint).toContain('Did you mean `AS-01`?');
    expect(readAssurance(fileOf(text.replace('AS-10', 'AS-01'))).diagnostics).toEqual([]);
  });
});

describe('a policy', () => {
  it('is told apart from other files', () => {
    expect(told(readPolicy(fileOf('format: countersign/model@1')).diagnostics)).toEqual([
      'format-unknown 1:9',
    ]);
  });
});

describe('names', () => {
  it('have a service for each keyword that names one', () => {
    const text = new TextDecoder()
      .decode(fixture('lantern.names.yaml').bytes)
      .replace('service: nimbus-harbour', 'service: nimbus-harbor');
    expect(readNames(fileOf(text)).diagnostics[0]?.hint).toContain('Did you mean `nimbus-harbour`?');
  });

  it('put over others decide', () => {
    const base = namesFrom(fixture('lantern.names.yaml'));
    const more = { ...base, keywords: { lantern_short: { text: 'New Lantern' } }, services: {} };
    const joined = joinNames(base, more);
    expect(joined.keywords.lantern_short).toEqual({ text: 'New Lantern' });
    expect(joined.keywords.harbour_short).toEqual(base.keywords.harbour_short);
    expect(Object.keys(joined.services)).toEqual(['nimbus-lantern', 'nimbus-harbour']);
  });
});

describe('JSON files', () => {
  const lock = `{"format":"countersign/lock@1","duties":{"lantern/A-01-C1":"${DIGEST}"},"evidence":{"EV-01":{"file":"a","size":1,"sha256":"${DIGEST}"}}}`;

  it('are read', () => {
    expect(readLock(fileOf(lock)).value?.evidence['EV-01']?.size).toBe(1);
    const facts = `{"format":"countersign/facts@1","evidence":{"EV-01":{"present":false}}}`;
    expect(readFacts(fileOf(facts)).value?.evidence['EV-01']).toEqual({ present: false });
  });

  it.each([
    ['a broken text', lock.slice(0, -1), [`json-syntax 1:${lock.length}`]],
    [
      'a doubled key',
      lock.replace('"evidence"', '"duties":{},"evidence"'),
      [`key-duplicate 1:${lock.indexOf('"evidence"') + 1}`],
    ],
    ['deep nesting', '['.repeat(100_000), ['json-too-deep 1:65']],
    ['another format', lock.replace('lock@1', 'facts@1'), ['format-unknown']],
    ['a list', '[]', ['format-unknown']],
    ['an unknown key', lock.replace('"size"', '"sise"'), ['key-unknown']],
    ['a wrong type', lock.replace('"size":1', '"size":"1"'), ['value-invalid']],
    ['a wrong key', lock.replace('EV-01', 'EV-1'), ['key-unknown']],
    ['nothing', '', ['file-empty']],
  ])('with %s are refused', (_, text, expected) => {
    const { value, diagnostics } = readLock(fileOf(text));
    expect(value).toBeNull();
    expect(told(diagnostics)).toEqual(expected);
  });

  it('name the path of what is wrong in them', () => {
    const { diagnostics } = readLock(fileOf(lock.replace('"size":1', '"size":-1')));
    expect(diagnostics[0]?.sentence).toContain('`evidence.EV-01.size`');
  });

  it('are told apart', () => {
    for (const read of [readFacts, readReport, readManifest])
      expect(told(read(fileOf(lock)).diagnostics)).toEqual(['format-unknown']);
  });
});
