// The notes in a new attestation file: what each section is for, with one example that shows every field people usually need.
import type { PeriodSpan } from '../model/period.ts';

/** The line that says of which period the file is; rolling it forward writes it anew. */
export const titleLine = ({ label, from, to }: PeriodSpan): string =>
  `# Management's self-attestation for ${label} (${from} to ${to}).`;

/** Who the file is for and how to go about it. */
export const header = (period: PeriodSpan): readonly string[] => [
  titleLine(period),
  '#',
  '# 1. Name the people, then answer the duties: each has its text above it. A duty left blank is not answered.',
  '#    status: implemented | partial | planned | alternative | not-implemented | not-applicable',
  '#    statement: what your team does, in words an auditor can check.',
  '#    reason: needed as well for alternative and not-applicable.',
  '#    One answer for all duties of a resource goes under the code of the resource:',
  '#      SRC-03: { status: not-applicable, owner: lead, reason: No fleets in any project. }',
  '# 2. List the evidence, put its files beside this file, and run: countersign lock THIS-FILE',
  '# 3. See what is still open: countersign check THIS-FILE',
  '',
];

export const SYSTEM_EXAMPLE: readonly string[] = [
  '  # instances:',
  '  #   prod-de: { region: eu-de, name: pay-prod-de }',
  '  # excluded:',
  '  #   - { what: Test project, why: Holds no customer data. }',
];

export const PEOPLE_EXAMPLE: readonly string[] = [
  '# Everybody who owns a duty, tests it, takes evidence, accepts a risk or approves.',
  'people:',
  '  # lead: { name: Full Name, role: Platform engineering lead, email: lead@example.com }',
];

export const EVIDENCE_EXAMPLE: readonly string[] = [
  '# What stands behind the answers. Files lie in the folder of this file or below it.',
  '# at: is the day it speaks of; or covers: 2026-07-01/2026-09-30. by: is who took it.',
  '# keep: reference leaves the file out of the pack; location: says where it lies instead.',
  '# type: configuration-export | log-export | ticket | record | document | screenshot | test-report |',
  '#       third-party-report | statement',
  'evidence:',
  '  # EV-01:',
  '  #   type: configuration-export',
  '  #   title: Scale settings of all apps',
  '  #   file: evidence/scale.json',
  '  #   at: 2026-10-02',
  '  #   by: lead',
  '  #   source: Code Engine, project pay-prod-de',
  '  #   complete: The export lists every app of the project.',
];

export const WAIVERS_EXAMPLE: readonly string[] = [
  '# Risks accepted until a day. A duty names one with waiver: WV-01 and stays unmet all the same.',
  'waivers:',
  '  # WV-01: { reason: Why it is not met, risk: What may happen, accepted-by: lead,',
  '  #          accepted: 2026-08-01, expires: 2026-12-31 }',
];

export const REMEDIATIONS_EXAMPLE: readonly string[] = [
  '# Plans to close a gap. A duty names one with remediation: RM-01.',
  'remediations:',
  '  # RM-01: { weakness: What is missing, severity: moderate, action: What will be done, owner: lead,',
  '  #          opened: 2026-08-01, original-due: 2026-11-30, due: 2026-11-30, status: open, ticket: OPS-123 }',
];

export const TAIL: readonly string[] = [
  '# What happened after the period, and what this attestation does not reach.',
  'assertion:',
  '  # subsequent-events: None known to 2026-10-09.',
  '  # limitations: [Sandbox projects are not looked at.]',
  '',
  '# Filled in last, one line each, in this order: preparer, reviewer, approver; three different people.',
  'approvals:',
  '  # - { role: preparer, person: lead, date: 2026-10-09, reference: OPS-456 }',
];
