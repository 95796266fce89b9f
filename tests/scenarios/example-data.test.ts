// The example quarter that comes with the program: it reads without a word of complaint and shows every result there is.

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/codec/digest.ts';
import { diskShelf } from '../../src/io/shelf.ts';
import type { Evaluation } from '../../src/model/evaluation.ts';
import { RESULTS } from '../../src/model/report.ts';
import { gatherInputs } from '../../src/pipeline/gather.ts';
import { type Judged, judge } from '../../src/pipeline.ts';
import { readAssurance, readPolicy } from '../../src/read/index.ts';

const data = (path: string): string => fileURLToPath(new URL(`../../data/${path}`, import.meta.url));
const quarter = (path: string): string => data(`attestations/2026-Q3/${path}`);
const AS_OF = '2026-10-09';

const judged = async (team: string): Promise<Judged> => {
  const { raw } = await gatherInputs(diskShelf(), quarter(`${team}.attestation.yaml`), { policy: null });
  return judge(raw, AS_OF);
};

describe('the payments team', () => {
  let parsed: Judged;
  let evaluation: Evaluation;
  beforeAll(async () => {
    parsed = await judged('payments');
    evaluation = parsed.evaluation;
  });
  const short = (id: string): string => id.replace('ibm-code-engine/', '');
  const verdict = (duty: string) => evaluation.customer.find(({ row }) => short(row.id) === duty);
  const found = (rule: string): readonly string[] =>
    evaluation.findings
      .filter((finding) => finding.rule === rule)
      .flatMap(({ duties, refs }) => [...duties.map(short), ...refs]);

  test('reads without diagnostics', () => {
    expect(parsed.warnings).toEqual([]);
  });

  test('has the day it is judged at in its own file', () => {
    expect(parsed.inputs.attestation['as-of']).toBe(AS_OF);
  });

  test.each([
    ['IOM-01-C1', 'supported', 9],
    ['IOM-02-C1', 'partly-supported', 8],
    ['IOM-02-C2', 'supported', 4],
    ['CM-01-C1', 'partly-supported', 8],
    ['IAM-01-C1', 'supported', 9],
    ['IAM-02-C1', 'supported', 9],
    ['SRC-01-C1', 'supported', 9],
    ['SRC-01-C2', 'supported', 9],
    ['SRC-01-C3', 're-opened', 2],
    ['SRC-01-C4', 'unsupported', 6],
    ['SRC-02-C1', 'not-answered', 1],
    ['SRC-03-C1', 'not-applicable', 3],
    ['SRC-03-C5', 'not-applicable', 3],
    ['DR-01-C1', 'unsupported', 6],
  ])('%s is %s by line %d of the table', (duty, result, line) => {
    expect(verdict(duty)).toMatchObject({ result, line });
  });

  test('shows every result', () => {
    expect(new Set(evaluation.customer.map(({ result }) => result))).toEqual(new Set(RESULTS));
  });

  test.each([
    ['re-opened', ['SRC-01-C3']],
    ['not-answered', ['SRC-02-C1']],
    ['instance-worse', ['IOM-02-C1', 'prod-gb']],
    ['test-deviation-answered', ['CM-01-C1']],
    ['evidence-outside-period', ['SRC-01-C4', 'EV-13']],
    ['evidence-out-of-date', ['DR-01-C1']],
    ['waiver-expired', ['SRC-01-C4', 'WV-01']],
    ['remediation-overdue', ['SRC-01-C4', 'RM-02']],
    ['remediation-postponed', ['IOM-02-C1', 'RM-01']],
    ['assurance-carve-out', ['SRC-02-P1', 'AS-01', 'ibm-code-engine']],
    ['complementary-control-unanswered', ['SRC-02-C1', 'AS-01', 'CUEC-3']],
    ['status-partial', ['SRC-01-C4']],
    [
      'delegation-unresolved',
      [
        'ibm-cloud-activity-tracker',
        'ibm-cloud-container-registry',
        'ibm-cloud-iam',
        'ibm-cloud-internet-services',
      ].concat([...['ibm-cloud-logs', 'ibm-cloud-monitoring', 'ibm-cloud-object-storage', 'ibm-cloud-vpc']]),
    ],
  ])('is found: %s', (rule, about) => {
    expect(evaluation.findings.map((finding) => finding.rule)).toContain(rule);
    expect(found(rule)).toEqual(about);
  });

  test('is found: three sign-offs missing', () => {
    const missing = evaluation.findings.filter(({ rule }) => rule === 'approval-missing');
    expect(missing.map(({ sentence }) => sentence)).toEqual(
      ['approver', 'preparer', 'reviewer'].map((role) => `The ${role} has not signed.`),
    );
  });

  test('is found nothing else', () => {
    expect(evaluation.findings).toHaveLength(16);
  });

  test('takes two duties over from the platform team, one with a part of its own', () => {
    expect(verdict('IOM-02-C2')?.link).toMatchObject({
      from: 'observability',
      found: true,
      result: 'supported',
    });
    expect(verdict('IAM-02-C1')?.link).toMatchObject({
      from: 'observability',
      found: true,
      result: 'supported',
    });
  });

  test('has a waiver in force beside the expired one', () => {
    expect(evaluation.waivers.map(({ id, state }) => [id, state])).toEqual([
      ['WV-01', 'expired'],
      ['WV-02', 'in-force'],
    ]);
  });

  test('leans on a report for a third of the quarter and on a bridge letter for the rest', () => {
    // July has 31 days, August and September together 61.
    expect(evaluation.assurance[0]?.days).toEqual({ of: 92, reported: 31, bridged: 61, open: 0 });
    expect(evaluation.provider.filter(({ coverage }) => coverage === 'partly-covered')).toHaveLength(31);
    expect(evaluation.provider.find(({ coverage }) => coverage === 'not-covered')?.row.id).toBe(
      'ibm-code-engine/SRC-02-P1',
    );
  });

  test('keeps one item of evidence by reference only', () => {
    const kept = Object.entries(parsed.inputs.attestation.evidence).filter(
      ([, { keep }]) => keep === 'reference',
    );
    expect(kept.map(([id, { file }]) => [id, file])).toEqual([['EV-10', undefined]]);
  });

  test('is a draft: nobody has signed yet', () => {
    expect(evaluation.approvals).toMatchObject({
      missing: ['preparer', 'reviewer', 'approver'],
      complete: false,
    });
  });
});

describe('the platform team', () => {
  test('reads without diagnostics and supports all that is in scope', async () => {
    const { evaluation, warnings } = await judged('observability');
    const { customer } = evaluation;
    expect(warnings).toEqual([]);
    expect(new Set(customer.map(({ result }) => result))).toEqual(new Set(['supported', 'not-applicable']));
  });
});

describe('the files', () => {
  test.each(['default', 'bank'])('the %s policy reads without diagnostics', async (name) => {
    const file = { name, bytes: await readFile(data(`policies/${name}.policy.yaml`)) };
    expect(readPolicy(file).diagnostics).toEqual([]);
  });

  test('the assurance file reads without diagnostics and says that it is invented', async () => {
    const bytes = await readFile(data('assurance/ibm-2026.assurance.yaml'));
    expect(readAssurance({ name: 'ibm-2026', bytes }).diagnostics).toEqual([]);
    expect(bytes.toString().match(/invented/gi)?.length).toBeGreaterThanOrEqual(3);
  });

  test('each file under evidence/ is named by an attestation and is what the lock says', async () => {
    const locked = await Promise.all(
      ['payments', 'observability'].map(async (team) => (await judged(team)).inputs.lock?.evidence ?? {}),
    );
    const entries = locked.flatMap((evidence) => Object.values(evidence));
    const there = await readdir(quarter('evidence'), { recursive: true, withFileTypes: true });
    const files = there
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`);
    expect(entries.map(({ file }) => quarter(file)).toSorted()).toEqual(files.toSorted());
    for (const { file, size, sha256: digest } of entries) {
      const bytes = await readFile(quarter(file));
      expect([file, bytes.length, sha256(bytes)]).toEqual([file, size, digest]);
    }
  });

  test('what an answer counts is what its evidence holds', async () => {
    const rows = async (file: string): Promise<number> =>
      (await readFile(quarter(`evidence/${file}`), 'utf8')).trimEnd().split('\n').length - 1;
    const { inputs } = await judged('payments');
    const records = (id: string): number | undefined => inputs.attestation.evidence[id]?.records;
    expect([
      await rows('scaling-reviews.csv'),
      await rows('releases.csv'),
      await rows('image-scan.csv'),
    ]).toEqual([records('EV-02'), records('EV-04'), records('EV-11')]);
    expect([await rows('metadata-scan.csv'), await rows('risk-acceptances.csv')]).toEqual([
      records('EV-12'),
      records('EV-17'),
    ]);
  });
});
