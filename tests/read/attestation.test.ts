// An attestation holds together: what it names it defines, and evidence lies where a pack can take it from.
import { describe, expect, it } from 'vitest';
import { readAttestation } from '../../src/read/index.ts';
import { fileOf, fixture, told } from './support.ts';

const whole = new TextDecoder().decode(fixture('team.attestation.yaml').bytes);
const lineOf = (part: string): number => whole.split('\n').findIndex((line) => line.includes(part)) + 1;
const changed = (from: string, to: string) => {
  expect(whole).toContain(from);
  return readAttestation(fileOf(whole.replace(from, to))).diagnostics;
};

describe('a whole file', () => {
  const { value, diagnostics, placeOf } = readAttestation(fixture('team.attestation.yaml'));

  it('is read without a word', () => {
    expect(diagnostics).toEqual([]);
    expect(value?.duties['nimbus-lantern']?.['OCL-01-C1']).toEqual({
      status: 'implemented',
      owner: 'lead',
      statement: 'Lamps are lit at dusk: see #12.',
      evidence: ['EV-01'],
      tests: [
        {
          method: 'examine',
          by: 'mate',
          on: '2026-10-01',
          of: 'logs',
          population: 10,
          sample: 3,
          deviations: [],
        },
      ],
      except: {},
    });
  });

  it('takes a key with nothing behind it for absent', () => {
    expect(Object.keys(value?.duties['nimbus-lantern'] ?? {})).toEqual(['OCL-01-C1', 'OCL-02-C1', 'OPC-02']);
  });

  it('can be pointed at afterwards: a text at itself, a mapping at its key', () => {
    const status = lineOf('status: implemented');
    expect(placeOf(['duties', 'nimbus-lantern', 'OCL-01-C1', 'status'])).toEqual({
      place: { line: status, column: 15, length: 11 },
      excerpt: '      status: implemented',
    });
    expect(placeOf(['duties', 'nimbus-lantern', 'OCL-01-C1'])?.place).toEqual({
      line: status - 1,
      column: 5,
      length: 9,
    });
    expect(placeOf(['models', 0, 'id'])?.place).toEqual({ line: lineOf('models:'), column: 16, length: 14 });
    expect(placeOf(['duties', 'nimbus-lantern', 'OCL-99-C1'])).toBeNull();
  });
});

describe('ids that are named and not defined', () => {
  it.each([
    ['owner: lead\n      statement', 'owner: laed\n      statement', 'laed', 'lead'],
    ['by: mate', 'by: mite', 'mite', 'mate'],
    ['evidence: [EV-01]', 'evidence: [EV-10]', 'EV-10', 'EV-01'],
    ['north: { status', 'nroth: { status', 'nroth', 'north'],
    ['remediation: RM-01 } }', 'remediation: RM-10 } }', 'RM-10', 'RM-01'],
    ['waiver:\n', 'waiver: WV-11\n', 'WV-11', 'WV-01'],
    ['accepted-by: lead', 'accepted-by: laed', 'laed', 'lead'],
    ['proof: EV-01', 'proof: EV-02', 'EV-02', 'EV-01'],
    ['owner: mate\n    opened', 'owner: maet\n    opened', 'maet', 'mate'],
    ['person: lead', 'person: laed', 'laed', 'lead'],
    ['at: 2026-10-01, by: lead', 'at: 2026-10-01, by: laed', 'laed', 'lead'],
  ])('%s', (from, to, id, meant) => {
    const diagnostics = changed(from, to);
    expect(diagnostics.map(({ code }) => code)).toEqual(['reference-unknown']);
    expect(diagnostics[0]?.hint).toContain(`Did you mean \`${meant}\`?`);
    const lines = whole.replace(from, to).split('\n');
    const line = lines.findIndex((one) => one.includes(id));
    expect(diagnostics[0]?.place).toEqual({
      line: line + 1,
      column: (lines[line] ?? '').indexOf(id) + 1,
      length: id.length,
    });
  });

  it('are found in an own part of an inherited duty', () => {
    const diagnostics = changed(
      'ours: none',
      'ours: { status: implemented, owner: nobody, evidence: [EV-77] }',
    );
    expect(diagnostics.map(({ sentence }) => sentence)).toEqual([
      '`duties.nimbus-lantern.OCL-02-C1.inherited.ours.owner` names a person `nobody`, and there is none of that id.',
      '`duties.nimbus-lantern.OCL-02-C1.inherited.ours.evidence[0]` names evidence `EV-77`, and there is none of that id.',
    ]);
  });

  it('are told together with wrong words, in the order of lines', () => {
    const text = whole
      .replace('status: implemented', 'status: done')
      .replace('person: lead', 'person: leed')
      .replace('owner: lead', 'owner: laed');
    expect(told(readAttestation(fileOf(text)).diagnostics).map((one) => one.split(' ')[0])).toEqual([
      'word-unknown',
      'reference-unknown',
      'reference-unknown',
    ]);
  });

  it('say so when nothing is defined at all', () => {
    const text = whole.replace(/remediations:[\s\S]*(?=approvals)/, '');
    expect(readAttestation(fileOf(text)).diagnostics[0]?.hint).toBe(
      'Nothing stands under `remediations` yet.',
    );
  });
});

describe('evidence', () => {
  it.each([
    ['/etc/passwd', 'is absolute'],
    ['../log.csv', 'climbs out of its folder'],
    ['evidence/../../log.csv', 'climbs out of its folder'],
    ['C:/log.csv', 'names a drive'],
    ['evidence\\log.csv', 'holds a backslash'],
    ['https://example.com/log.csv', 'is an address and no path'],
    ['evidence//log.csv', 'has an empty part'],
  ])('may not lie at %s', (path, why) => {
    const diagnostics = changed('evidence/log.csv', path);
    expect(told(diagnostics)).toEqual([`path-leaves-folder ${lineOf('evidence/log.csv')}:49`]);
    expect(diagnostics[0]?.sentence).toContain(why);
  });

  it('may not hide a NUL in its path', () => {
    expect(changed('evidence/log.csv', '"log\\0.csv"').map(({ code }) => code)).toContain('value-invalid');
  });

  it('is a file or has a location', () => {
    const diagnostics = changed('file: evidence/log.csv, ', '');
    expect(told(diagnostics)).toEqual([`key-missing ${lineOf('EV-01: {')}:3`]);
    expect(changed('file: evidence/log.csv', 'location: Vault 4')).toEqual([]);
  });
});

describe('models', () => {
  it('name every service that has answers', () => {
    const diagnostics = changed('id: nimbus-lantern, rev', 'id: nimbus-lantren, rev');
    expect(told(diagnostics)).toEqual([`reference-unknown ${lineOf('  nimbus-lantern:')}:3`]);
    expect(diagnostics[0]?.hint).toContain('Did you mean `nimbus-lantren`?');
  });

  it('are named once', () => {
    const twice = 'models: [{ id: nimbus-lantern, revision: "2025-01-01" }, ';
    expect(told(changed('models: [', twice))).toEqual([`id-duplicate ${lineOf('models:')}:64`]);
  });
});
