// The previous pack's report and manifest: read for what movement needs, whoever wrote them, and refused where they are not of one pack.
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import { readPrevious } from '../../src/read/index.ts';

const ID = `sha256:${'a'.repeat(64)}`;
const DUTY = {
  ...{ id: 'svc/AA-01-C1', text: 'Sets it up', digest: ID, status: 'planned', statement: null, reason: null },
  ...{ exceptions: [], result: 'unsupported', 'of-another-version': 1 },
};
const report = (more: object = {}, duties: readonly object[] = [DUTY]) => ({
  format: 'countersign/report@1',
  rules: 7,
  'pack-id': ID,
  edition: { state: 'final', version: 1, supersedes: null, more: true },
  team: { id: 'pay', name: 'Pay' },
  system: { id: 'sys' },
  period: { label: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
  'as-of': '2026-07-09',
  services: [{ id: 'svc', areas: [{ code: 'AA', resources: [{ code: 'AA-01', customer: duties }] }] }],
  remediations: [],
  'nobody-knows': { this: 'yet' },
  ...more,
});
const file = (name: string, value: unknown) => ({
  name,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});
const read = (said: object, other: object = {}) => {
  const written = file('report.json', said);
  const manifest = {
    ...{ format: 'countersign/manifest@1', 'pack-id': ID, team: 'pay', system: 'sys', period: '2026-Q2' },
    ...{ 'as-of': '2026-07-09', state: 'final', version: 1, later: 'more' },
    members: [{ path: 'report.json', size: 1, sha256: sha256(written.bytes) }],
    ...other,
  };
  return readPrevious({ report: written, manifest: file('manifest.json', manifest) });
};
const sentence = (said: object, other: object = {}) => {
  const { value, diagnostics } = read(said, other);
  expect(value).toBeNull();
  return diagnostics[0]?.sentence;
};

describe('a previous pack', () => {
  it('is read though another version of the program wrote it, with keys nobody here knows and some that are not there', () => {
    expect(read(report())).toMatchObject({
      diagnostics: [],
      value: { packId: ID, team: 'pay', state: 'final', version: 1, standings: [], asOf: '2026-07-09' },
    });
    expect(read(report({ movement: null })).value?.standings).toEqual([]);
    expect(read(report()).value?.duties.map(({ id, result }) => [id, result])).toEqual([
      ['svc/AA-01-C1', 'unsupported'],
    ]);
  });

  it('takes over what it took over itself', () => {
    const row = { id: 'svc/AA-01-C1', 'open-since': '2026-04-09', 'opened-before': true, unchanged: 2 };
    expect(read(report({ movement: { duties: [{ ...row, more: 1 }] } })).value?.standings).toEqual([row]);
  });

  it.each([
    ['another pack id', { 'pack-id': `sha256:${'b'.repeat(64)}` }, 'pack id'],
    ['another team', { team: 'other' }, 'team'],
    ['another period', { period: '2026-Q1' }, 'period'],
    ['another state', { state: 'draft', version: null }, 'state'],
  ])('is refused when the manifest names %s', (_name, other, what) => {
    expect(sentence(report(), other)).toContain(
      `The previous report.json and manifest.json name another ${what}:`,
    );
  });

  it('is refused when the manifest lists another report, or none', () => {
    const said = 'The previous report.json is not the one that its manifest.json lists.';
    expect(sentence(report(), { members: [{ path: 'report.json', sha256: ID }] })).toBe(said);
    expect(sentence(report(), { members: [] })).toBe(said);
  });

  it('is refused when a duty stands in it twice', () => {
    expect(sentence(report({}, [DUTY, DUTY]))).toBe('The previous report.json has svc/AA-01-C1 twice.');
  });

  it('is refused when what movement needs is not there or has no meaning here', () => {
    expect(sentence(report({}, [{ ...DUTY, result: 'splendid' }]))).toContain('result');
    expect(sentence(report({ services: undefined }))).toContain('services');
    expect(sentence(report({ format: 'countersign/rollup@1' }))).toContain('countersign/rollup@1');
  });
});
