// Whether a team has to be built: every kind of change says yes, and no change says no. Drawing is played, everything else is real.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { diskWorld } from '../../../src/cli/disk-world.ts';
import { openWorkshop } from '../../../src/cli/workshop.ts';
import type { World } from '../../../src/cli/world.ts';
import { makeTeam } from '../../../src/pipeline/team/make-team.ts';
import type { TeamResult } from '../../../src/pipeline/team/result.ts';
import { standingOf, upToDate } from '../../../src/pipeline/team/up-to-date.ts';
import type { TeamWishes, Workshop } from '../../../src/pipeline/team/workshop.ts';
import { modelText, POLICY } from '../sample-files.ts';

const base = mkdtempSync(join(tmpdir(), 'countersign-trace-'));
afterAll(() => rmSync(base, { recursive: true }));
const home = join(base, 'now');
const PATH = join(home, 'team/pay.attestation.yaml');
const OUT = join(home, 'out');
const DRAFT = join(OUT, '2026-Q3/payments.checkout/draft');

const ATTESTATION = `format: countersign/attestation@1
team: { id: payments, name: Payments }
system: { id: checkout, name: Checkout }
period: 2026-Q3
as-of: 2026-10-09
policy: ../bank.policy.yaml
assurance: ../bank.assurance.yaml
models: [{ id: svc, revision: "2026-01-01" }]
people: { lead: { name: Robin Example, role: Lead }, head: { name: Sam Mockup, role: Head } }
duties:
  svc:
    AA-01-C1: { status: implemented, owner: lead, statement: Done., evidence: [EV-01] }
evidence:
  EV-01: { type: record, title: Leavers, file: evidence/leavers.csv, covers: 2026-07-01/2026-09-30, by: lead }
approvals: []
`;

const FILES: Readonly<Record<string, string>> = {
  'team/pay.attestation.yaml': ATTESTATION,
  'team/models/svc.model.yaml': modelText('svc', '2026-01-01'),
  'team/evidence/leavers.csv': 'ann,2026-08-31\n',
  'bank.policy.yaml': POLICY.replace('roles: []', 'roles: [approver]'),
  'bank.assurance.yaml':
    'format: countersign/assurance@1\nid: own\nprovider: { id: prov, name: P }\nreports: {}\n',
  'template/report.hbs': 'one',
  'template/theme.css': 'two',
};

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(home, name)), { recursive: true });
  writeFileSync(join(home, name), text);
};
const edit = (name: string, from: string, to: string): void => {
  const text = readFileSync(join(home, name), 'utf8');
  expect(text).toContain(from);
  write(name, text.replace(from, to));
};

const WISHES: TeamWishes = {
  ...{ out: OUT, policy: null, asOf: null, today: '2026-10-10', amend: null, failAt: null },
  ...{ language: 'en', paper: 'a4', zip: false, force: false, sealed: false, timestamp: null, pss: false },
  ...{ previous: null, inPlace: false },
};

const bench: { world: World | null; calls: number } = { world: null, calls: 0 };

const workshopOf = (change: Partial<Workshop> = {}): Workshop => {
  if (bench.world === null) throw new Error('The world is not there yet.');
  const { workshop } = openWorkshop(
    bench.world,
    join(home, 'template'),
    async () => null,
    () => undefined,
  );
  const bytes = new TextEncoder().encode('drawn');
  return { ...workshop, draw: async () => ({ pdf: bytes, xlsx: bytes }), ...change };
};

const check = async (wishes: Partial<TeamWishes> = {}, change: Partial<Workshop> = {}) => {
  const all = { ...WISHES, ...wishes };
  const workshop = workshopOf(change);
  return upToDate(workshop, all, await standingOf(workshop, all), PATH);
};

const build = async (
  wishes: Partial<TeamWishes> = {},
  change: Partial<Workshop> = {},
): Promise<TeamResult> => {
  const all = { ...WISHES, ...wishes };
  const workshop = workshopOf(change);
  return makeTeam(workshop, all, await standingOf(workshop, all), PATH);
};

beforeAll(async () => {
  bench.world = await diskWorld(() => undefined);
  for (const [name, text] of Object.entries(FILES)) write(name, text);
  expect(await check()).toBeNull();
  await build();
  cpSync(home, join(base, 'built'), { recursive: true });
});
beforeEach(() => {
  rmSync(home, { recursive: true });
  cpSync(join(base, 'built'), home, { recursive: true });
});

describe('a draft', () => {
  test('is up to date when nothing has changed, whatever the days of its files', async () => {
    utimesSync(join(home, 'team/evidence/leavers.csv'), 1, 1);
    expect(await check()).toMatchObject({ outcome: 'up-to-date', pack: DRAFT, state: 'draft', code: 0 });
  });

  test('is up to date from wherever the program is run, and has its exit code', async () => {
    expect(await check({ failAt: 'low' })).toMatchObject({ outcome: 'up-to-date', code: 1 });
    cpSync(home, join(base, 'moved'), { recursive: true });
    const workshop = workshopOf();
    const wishes = { ...WISHES, out: join(base, 'moved/out') };
    const path = join(base, 'moved/team/pay.attestation.yaml');
    expect(await upToDate(workshop, wishes, await standingOf(workshop, wishes), path)).not.toBeNull();
  });

  const damage = (name: string) => () => write(`out/2026-Q3/payments.checkout/draft/${name}`, 'other');
  test.each<[string, () => void]>([
    ['the attestation', () => edit('team/pay.attestation.yaml', 'Done.', 'Done!')],
    ['a comment in it', () => edit('team/pay.attestation.yaml', 'approvals', '# none\napprovals')],
    ['a lock', () => write('team/pay.lock.json', '{}')],
    ['sign-offs', () => write('team/pay.signoffs.jsonl', '')],
    ['the model', () => edit('team/models/svc.model.yaml', 'Runs it', 'Runs all')],
    ['a new model beside it', () => write('team/models/two.model.yaml', modelText('two', '2026-01-01'))],
    ['the policy', () => edit('bank.policy.yaml', 'Internal', 'Secret')],
    ['the assurance file', () => edit('bank.assurance.yaml', 'reports', '# same\nreports')],
    ['an evidence file', () => write('team/evidence/leavers.csv', 'bob\n')],
    ['a file of the template', () => write('template/report.hbs', 'uno')],
    ['a new file of the template', () => write('template/partials/new.hbs', '')],
    ['a member', damage('report.json')],
    ['a file that is none of its members', damage('notes.txt')],
    ['its manifest', damage('manifest.json')],
    ['another version of the pack', () => write('out/2026-Q3/payments.checkout/v1/manifest.json', '{}')],
    ['a trace that is torn', () => rmSync(join(OUT, '.countersign'), { recursive: true })],
    ['a member that is gone', () => rmSync(join(DRAFT, 'evidence'), { recursive: true })],
    ['an evidence file that is gone', () => rmSync(join(home, 'team/evidence/leavers.csv'))],
  ])('is built again for %s', async (_what, change) => {
    change();
    expect(await check()).toBeNull();
  });

  const font = { path: 'installed/x.ttf', read: async () => new Uint8Array() };
  test.each<[string, Partial<TeamWishes>, Partial<Workshop>]>([
    ['the day', { asOf: '2026-10-11' }, {}],
    ['who said the day', { asOf: '2026-10-09' }, {}],
    ['a policy of the command line', { policy: join(home, 'bank.policy.yaml') }, {}],
    ['the language', { language: 'de' }, {}],
    ['the paper', { paper: 'letter' }, {}],
    ['a zip file', { zip: true }, {}],
    ['a reason to amend', { amend: 'Why' }, {}],
    ['a seal', { sealed: true }, {}],
    ['force', { force: true }, {}],
    ['the program', {}, { tool: { name: 'countersign', version: '99' } }],
    ['a pack before', {}, { findPrevious: async () => join(home, 'bank.policy.yaml') }],
    ['a pack before that is named', { previous: join(home, 'bank.policy.yaml') }, {}],
    ['fonts', {}, { template: async () => ({ id: 'template', files: {}, installed: [font] }) }],
  ])('is built again for %s', async (_what, wishes, change) => {
    expect(await check(wishes, change)).toBeNull();
  });

  test('with a zip file is up to date until that is gone', async () => {
    const built = await build({ zip: true });
    const zip = built.outcome === 'built' ? built.zip : null;
    expect(await check({ zip: true })).not.toBeNull();
    expect(await check()).toBeNull();
    rmSync(zip ?? '');
    expect(await check({ zip: true })).toBeNull();
  });

  test('grows old where nobody named the day', async () => {
    edit('team/pay.attestation.yaml', 'as-of: 2026-10-09\n', '');
    await build();
    expect(await check()).not.toBeNull();
    expect(await check({ today: '2026-10-11' })).toBeNull();
  });

  test('is built all the same where no trace can be kept, and says so', async () => {
    rmSync(join(OUT, '.countersign'), { recursive: true });
    write('out/.countersign', 'a file');
    expect(await build()).toMatchObject({
      outcome: 'built',
      untraced: expect.stringContaining('.countersign'),
    });
  });
});

describe('a final pack', () => {
  const FINAL = 'out/2026-Q3/payments.checkout/v1';
  beforeEach(async () => {
    edit('team/pay.attestation.yaml', 'as-of: 2026-10-09\n', '');
    const approval = '{ role: approver, person: head, date: 2026-10-10, reference: T-1 }';
    edit('team/pay.attestation.yaml', 'approvals: []', `approvals: [${approval}]`);
    expect(await build()).toMatchObject({ outcome: 'built', pack: join(home, FINAL) });
  });

  test('does not grow old', async () => {
    expect(await check({ today: '2026-12-24' })).toMatchObject({ state: 'final', version: 1 });
  });

  test('is up to date without a trace too, which is then left', async () => {
    rmSync(join(OUT, '.countersign'), { recursive: true });
    expect(await check()).toBeNull();
    expect(await build({ force: true })).toMatchObject({ outcome: 'up-to-date', version: 1 });
    expect(await check()).not.toBeNull();
  });

  test('that is damaged is a failure that says so, and stays as it is', async () => {
    write(`${FINAL}/report.json`, '{}');
    expect(await check()).toBeNull();
    await expect(build()).rejects.toMatchObject({
      ...{ code: 'pack-final', message: expect.stringContaining('report.json') },
    });
    expect(readFileSync(join(home, FINAL, 'report.json'), 'utf8')).toBe('{}');
  });
});
