// Answers are held against the model they speak of: only an id that no revision can explain is a diagnostic.
import { expect, it } from 'vitest';
import type { Model } from '../../src/model/model.ts';
import { checkDuties, importPage, readAttestation } from '../../src/read/index.ts';
import { fileOf, fixture, namesFrom, told } from './support.ts';

const names = namesFrom(fixture('lantern.names.yaml'));
const { value } = importPage(fixture('lantern.md'), { id: null, names, previous: null });
if (value === null) throw new Error('the fixture must import');
const model: Model = value;

const check = (duties: string, over: Partial<Model> = {}) => {
  const text = `format: countersign/attestation@1\nteam: { id: a, name: A }\nsystem: { id: s, name: S }\nperiod: 2026\nmodels: [{ id: nimbus-lantern, revision: "2026-03-31" }]\nduties:\n  nimbus-lantern:\n${duties}`;
  const reading = readAttestation(fileOf(text));
  expect(reading.diagnostics).toEqual([]);
  return checkDuties(reading, 'a.yaml', { 'nimbus-lantern': { ...model, ...over } });
};

it('accepts duties and resources of the model', () => {
  expect(check('    OCL-01-C1: {}\n    OPC-02: {}\n    OCL-01-P2: {}\n')).toEqual([]);
});

it('tells an unknown id with its place and the id that was meant', () => {
  const diagnostics = check('    OCL-01-C1: {}\n    OLC-02-C1: {}\n    OCL-77: {}\n');
  expect(told(diagnostics)).toEqual(['reference-unknown 9:5', 'reference-unknown 10:5']);
  expect(diagnostics[0]?.hint).toContain('Did you mean `OCL-02-C1`?');
  expect(diagnostics[0]?.excerpt).toBe('    OLC-02-C1: {}');
});

it('leaves retired ids, other revisions and models that are not at hand to evaluation', () => {
  expect(check('    OCL-09-C1: {}\n', { retired: [{ id: 'OCL-09-C1', revision: '2026-01-01' }] })).toEqual(
    [],
  );
  expect(check('    OCL-09-C1: {}\n', { revision: '2026-06-30' })).toEqual([]);
  expect(check('    OCL-09-C1: {}\n', {})).toHaveLength(1);
  const reading = readAttestation(fixture('team.attestation.yaml'));
  expect(checkDuties(reading, 'a.yaml', {})).toEqual([]);
});
