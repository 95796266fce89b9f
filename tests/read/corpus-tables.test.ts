// Real pages whose duties stand in tables, counted by reading them, row by row, before any program did. Skipped without their folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/read/claims.ts';
import { importPage } from '../../src/read/index.ts';
import { scanPage } from '../../src/read/page/scan.ts';
import { sectionsOf } from '../../src/read/page/section.ts';
import { corpus, namesFrom } from './support.ts';

const names = namesFrom({
  name: 'ibm.names.yaml',
  bytes: readFileSync(new URL('../../data/names/ibm.names.yaml', import.meta.url)),
});
const bytesOf = (name: string) => readFileSync(join(corpus ?? '', `${name}.md`));
const read = (name: string) =>
  importPage({ name, bytes: bytesOf(name) }, { id: null, names, previous: null, revision: '2026-01-01' });
/** Of each area its anchor and, of each of its rows, the duties of provider and customer. */
const counts = (name: string) =>
  read(name).value?.areas.map(({ anchor, title, resources }) =>
    [anchor ?? title, ...resources.map((one) => `${one.provider.length}/${one.customer.length}`)].join(' '),
  );
const times = (many: number, count: string): string => Array(many).fill(count).join(' ');

const CODE_ENGINE = (security: string) => [
  'incident-and-ops 3/1 2/2',
  'change-management 1/1',
  'iam-responsibilities 1/1 1/1',
  `security-compliance ${security}`,
  'disaster-recovery 6/1',
];

const FACTS: Readonly<Record<string, readonly string[]>> = {
  'ibm-code-engine-2021-09-16': CODE_ENGINE('11/3 1/1'),
  'ibm-code-engine-2021-10-01': CODE_ENGINE('11/3 1/1'),
  'ibm-code-engine-2025-06-11': CODE_ENGINE('11/4 1/1'),
  'ibm-code-engine-2025-12-02': CODE_ENGINE('11/4 1/1 6/5'),
  monitoring: [
    'incident-and-ops 1/2 1/0 1/1 1/2 1/1',
    'change-management 1/0 1/1 1/1 1/1 0/1',
    'iam-responsibilities 1/1 1/1 1/1',
    'security-compliance 1/1',
    'disaster-recovery 1/0 0/1 0/1',
  ],
  'secrets-manager': [
    'incident-and-ops 1/1 1/1 1/1',
    'change-management 1/0',
    'iam-responsibilities 1/1',
    'security-compliance 1/0',
    'disaster-recovery 1/1',
  ],
  // Sentences about what the provider never does count here: whether they are duties is not for the reader of a table to say.
  'key-protect': [
    `incident-and-ops-kp ${times(3, '1/1')}`,
    `incident-and-ops-hpcs ${times(4, '1/1')}`,
    'change-management-kp 1/1',
    'change-management-hpcs 1/1',
    'iam-responsibilities-kp 1/1',
    `iam-responsibilities-hpcs ${times(3, '1/1')}`,
    'security-compliance-kp 1/1',
    // Four times the provider says what it never touches, and once the customer is told that there is nothing to do.
    `security-compliance-hpcs 1/1 ${times(4, '0/1')}`,
    'disaster-recovery-kp 1/0 1/1 1/1',
    `disaster-recovery-hpcs ${times(3, '1/1')}`,
  ],
  // Its duties stand under no resource: each area is one.
  'vpc-2020-02-19': [
    'mgmt-infrastructure 5/5',
    'app-orchestration 0/2',
    'vpc-workloads 1/1',
    'security-rich-environment 5/5',
  ],
  schematics: [
    `Schematics service 0/1 ${times(8, '1/0')}`,
    `Schematics agents 0/1 0/1 0/1 1/1 0/1 0/1 ${times(4, '1/1')}`,
  ],
  'cloud-temple-iaas-raci': [
    ['Define your requirements', times(5, '0/1')],
    ['Initial Implementation of Your Cloud Temple Tenants', times(9, '1/0'), times(3, '0/1'), '1/0 0/1'],
    ['Integrate your information system into your Cloud Temple environments', times(9, '0/1')],
    ['Access and Identity Management', '1/0 0/1 1/0 0/1 0/1'],
    [
      'Operational and Security Readiness Maintenance',
      times(3, '1/0'),
      '0/1',
      times(4, '1/0'),
      times(4, '0/1'),
    ],
    [
      'Change, Incident, Problem, and Capacity Management',
      times(5, '1/0'),
      '0/1 1/0 1/0 0/1',
      times(3, '1/0'),
      times(4, '0/1'),
      '1/0 0/1',
    ],
    ['Performance Management', '1/0 1/1 0/1'],
    [
      'Backup and Disaster Recovery Management on Integrated Backup',
      times(4, '1/0'),
      '1/1',
      times(10, '0/1'),
    ],
    [
      'Backup and Disaster Recovery Management for Third-Party Platforms within a Client Tenant',
      times(10, '0/1'),
    ],
    ['Documentation and Contract Management', '1/0 0/1 1/0 1/0 0/1 0/1'],
    ['Log Management', '1/0 0/1'],
    ['Client network connectivity (mpls, dedicated fiber, ipsec, ...)', times(5, '0/1')],
    ['Reversibility', times(3, '0/1'), '1/0 1/0'],
  ].map((parts) => parts.join(' ')),
};

/** What is left out, for each reason. */
const REASONS: Readonly<Record<string, object>> = {
  'ibm-code-engine-2025-12-02': {},
  apiconnect: { matrix: 11 },
  openshift: { matrix: 16 },
  'event-notifications': { 'no-responsibilities': 4 },
  'vpc-2020-02-19': { 'no-responsibilities': 7 },
  schematics: { 'no-responsibilities': 10, 'party-unclear': 4, 'says-nothing': 1 },
  'cloud-temple-iaas-raci': { legend: 4 },
};

describe.skipIf(corpus === null)('real tables (skipped unless COUNTERSIGN_CORPUS names their folder)', () => {
  it.each(Object.entries(FACTS))('%s has the duties that were counted', (name, facts) => {
    expect(counts(name)).toEqual(facts);
  });

  it.each(Object.entries(REASONS))('%s leaves out what was counted', (name, reasons) => {
    expect(read(name).report?.reasons).toEqual(reasons);
  });

  it('letters are kept, and the page’s own provider is found', () => {
    const { value } = read('cloud-temple-iaas-raci');
    expect(value?.provider).toEqual({ id: 'cloud-temple', name: 'Cloud Temple' });
    const letters = value?.areas.flatMap(({ resources }) => resources.map(({ raci }) => raci));
    expect(letters).toHaveLength(109);
    expect(letters?.[0]).toEqual({ provider: 'CI', customer: 'RA' });
    expect(letters?.filter((one) => one?.provider === 'RC' && one.customer === 'AI')).toHaveLength(1);
  });

  it('no page names its provider wrongly', () => {
    for (const name of Object.keys({ ...FACTS, ...REASONS }))
      if (name !== 'cloud-temple-iaas-raci') expect(read(name).value?.provider.name).toBe('IBM');
  });

  it('a page that only points elsewhere has no duty', () => {
    expect(read('planning-analytics').diagnostics[0]?.code).toBe('page-no-duties');
  });

  it('matrices have the words that were counted', () => {
    const words = (name: string) => {
      const sections = sectionsOf(scanPage(new TextDecoder().decode(bytesOf(name))));
      const { claimed } = claimsOf({ names, title: '', sections });
      const cells = claimed.flatMap(
        ({ matrix }) => matrix?.rows.flatMap(({ allocations }) => allocations) ?? [],
      );
      return ['customer', 'shared', 'provider'].map((one) => cells.filter((cell) => cell === one).length);
    };
    expect(words('openshift')).toEqual([10, 8, 62]);
    expect(words('apiconnect')).toEqual([5, 7, 32]);
  });

  it('HTML tables come to the same duties', ({ skip }) => {
    const name = 'mass-data-migration.excerpt';
    const { blocks } = scanPage(new TextDecoder().decode(bytesOf(name)));
    skip(!blocks.some(({ kind }) => kind === 'table'), 'tables in HTML are no blocks of a page');
    expect(counts(name)).toEqual([
      'incident-and-ops 2/5',
      'security-compliance 2/1',
      'disaster-recovery 0/1',
    ]);
  });
});
