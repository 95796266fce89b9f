// Coverage of provider duties: days counted by hand, every reason, and the best of several reports.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/index.ts';
import type { Assurance } from '../../src/model/assurance.ts';
import { aModel, anAssurance, aReport, aResource, inputsOf } from './builders.ts';

const bridge = (covers: string, to = 'AS-01') => ({
  extends: to,
  covers,
  issued: '2026-10-02',
  'signed-by': 'Acme',
});

/** Coverage, reason and sources of the only provider duty. */
const seen = (assurance: Assurance | null, asOf = '2026-10-09'): readonly unknown[] => {
  const [verdict] = evaluate(inputsOf({ assurance, asOf })).provider;
  return [verdict?.coverage, verdict?.why, verdict?.by.join(' ')];
};
const days = (assurance: Assurance, asOf = '2026-10-09'): unknown =>
  evaluate(inputsOf({ assurance, asOf })).assurance[0]?.days;
const report = (more: Partial<typeof aReport>, bridges = {}) =>
  anAssurance({ 'AS-01': { ...aReport, ...more } }, bridges);

describe('days of the period', () => {
  it('are those of the quarter up to the as-of day', () => {
    expect(days(report({}))).toEqual({ of: 92, reported: 92, bridged: 0, open: 0 });
    expect(days(report({}), '2026-07-31')).toEqual({ of: 31, reported: 31, bridged: 0, open: 0 });
    expect(days(report({}), '2026-01-01')).toEqual({ of: 1, reported: 1, bridged: 0, open: 0 });
  });

  it('are reported, bridged or open, each once', () => {
    const covers = '2025-08-01/2026-07-31';
    expect(days(report({ covers }))).toEqual({ of: 92, reported: 31, bridged: 0, open: 61 });
    const letters = { 'AS-02': bridge('2026-07-15/2026-08-31'), 'AS-03': bridge('2026-08-10/2026-09-10') };
    expect(days(report({ covers }, letters))).toEqual({ of: 92, reported: 31, bridged: 41, open: 20 });
  });

  it('are not bridged by a letter that is too long, nor by another report’s', () => {
    const covers = '2025-07-01/2026-06-30';
    expect(days(report({ covers }, { 'AS-02': bridge('2026-07-01/2026-10-01') }))).toMatchObject({
      bridged: 0,
      open: 92,
    });
    expect(days(report({ covers }, { 'AS-02': bridge('2026-07-01/2026-09-30') }))).toMatchObject({
      bridged: 92,
      open: 0,
    });
    expect(days(report({ covers }, { 'AS-02': bridge('2026-07-01/2026-09-30', 'AS-07') }))).toMatchObject({
      bridged: 0,
    });
  });
});

describe('a provider duty', () => {
  const short = '2025-08-01/2026-08-31';
  const letter = { 'AS-02': bridge('2026-09-01/2026-09-30') };
  it('is covered as far as its report goes', () => {
    expect(seen(null)).toEqual(['not-covered', 'no-assurance', '']);
    expect(seen(report({}))).toEqual(['covered', 'covered', 'AS-01']);
    expect(seen(report({ services: ['acme-store'] }))).toEqual(['not-covered', 'service-not-named', '']);
    expect(seen(report({ opinion: 'qualified' }))).toEqual(['partly-covered', 'qualified', 'AS-01']);
    expect(seen(report({ opinion: 'adverse' }))).toEqual(['not-covered', 'opinion-adverse', 'AS-01']);
    expect(seen(report({ opinion: 'disclaimer' }))).toEqual(['not-covered', 'opinion-adverse', 'AS-01']);
    expect(seen(report({ covers: short }))).toEqual(['not-covered', 'period-not-spanned', 'AS-01']);
    expect(seen(report({ covers: short }), '2026-08-31')).toEqual(['covered', 'covered', 'AS-01']);
    expect(seen(report({ covers: short }, letter))).toEqual(['partly-covered', 'bridged', 'AS-01 AS-02']);
    expect(seen(report({ covers: short, opinion: 'qualified' }, letter))).toEqual([
      'partly-covered',
      'qualified',
      'AS-01 AS-02',
    ]);
    const long = { 'AS-02': bridge('2026-09-01/2026-12-31') };
    expect(seen(report({ covers: short }, long))).toEqual(['not-covered', 'bridge-too-long', 'AS-01 AS-02']);
    expect(seen(report({ covers: short }, { 'AS-02': bridge('2026-09-02/2026-09-30') }))).toEqual([
      'not-covered',
      'period-not-spanned',
      'AS-01 AS-02',
    ]);
  });

  it('is carved out by duty, resource or area', () => {
    for (const code of ['OPS-01-P1', 'OPS-01', 'OPS']) {
      const carved = report({ 'carve-outs': [{ what: 'Buildings', duties: { 'acme-run': [code] } }] });
      expect(seen(carved)).toEqual(['not-covered', 'carved-out', 'AS-01']);
    }
    const two = aModel([aResource('OPS-01', 2, 2)]);
    const carved = report({ 'carve-outs': [{ what: 'Buildings', duties: { 'acme-run': ['OPS-01-P2'] } }] });
    expect(evaluate(inputsOf({ models: [two], assurance: carved })).provider.map(({ why }) => why)).toEqual([
      'covered',
      'carved-out',
    ]);
  });

  it('takes the best of several reports', () => {
    const qualified = { ...aReport, opinion: 'qualified' as const };
    expect(seen(anAssurance({ 'AS-01': qualified, 'AS-02': aReport }))).toEqual([
      'covered',
      'covered',
      'AS-02',
    ]);
    expect(seen(anAssurance({ 'AS-02': aReport, 'AS-01': aReport }))).toEqual([
      'covered',
      'covered',
      'AS-01 AS-02',
    ]);
    const bridged = anAssurance({ 'AS-01': { ...aReport, covers: short }, 'AS-03': qualified }, letter);
    expect(seen(bridged)).toEqual(['partly-covered', 'bridged', 'AS-01 AS-02']);
  });
});
