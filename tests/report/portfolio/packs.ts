// Reports and facts of teams, made in memory: the same small inputs under other names, with a movement where one is wanted.
import { sha256 } from '../../../src/codec/digest.ts';
import { evaluate } from '../../../src/evaluate/index.ts';
import type { Inputs } from '../../../src/model/inputs.ts';
import type { Portfolio } from '../../../src/model/portfolio.ts';
import type { Edition, Movement, Report } from '../../../src/model/report.ts';
import { buildReport } from '../../../src/report/index.ts';
import { type PortfolioAsked, type TeamFacts, teamFacts } from '../../../src/report/portfolio/index.ts';

const DRAFT: Edition = { state: 'draft', version: null, supersedes: null };
export const FINAL: Edition = { state: 'final', version: 1, supersedes: null };

const MAKER: Portfolio['maker'] = {
  tool: { name: 'countersign', version: '0.0.0' },
  template: { id: 'portfolio', language: 'en', paper: 'a4', digest: sha256('template') },
};

export type TeamMore = Partial<Pick<Report, 'edition' | 'movement' | 'period' | 'as-of'>>;

/** The report of `team.system` over the inputs given. */
export const reportFor = (name: string, inputs: Inputs, more: TeamMore = {}): Report => {
  const [team = '', system = ''] = name.split('.');
  const report = buildReport(inputs, evaluate(inputs), {
    edition: DRAFT,
    maker: { ...MAKER, 'as-of-from': 'option' },
    sources: [],
    members: {},
    diffs: {},
  });
  return {
    ...report,
    team: { ...report.team, id: team, name: `Team ${team}` },
    system: { ...report.system, id: system, name: `System ${system}` },
    ...more,
  };
};

export const factsFor = (report: Report): TeamFacts =>
  teamFacts(report, {
    path: `../../${report.team.id}.${report.system.id}/v1`,
    href: `../../${report.team.id}.${report.system.id}/v1/report.pdf`,
    manifest: sha256(`${report.team.id}.${report.system.id} ${report['pack-id']}`),
    sealed: false,
  });

export const PERIOD = { label: '2026-Q3', from: '2026-07-01', to: '2026-09-30' };

export const asked = (packs: readonly TeamFacts[], more: Partial<PortfolioAsked> = {}): PortfolioAsked => ({
  period: PERIOD,
  packs,
  refused: [],
  roster: null,
  earlier: null,
  edition: DRAFT,
  maker: MAKER,
  ...more,
});

const AGES = { 'to-30': 1, 'to-90': 0, 'to-180': 0, 'over-180': 0 };

/** A movement that reconciles: `counts` in the order opened, re-opened, added-open, closed, removed-open. */
export const movementOf = (
  open: number,
  counts: readonly [number, number, number, number, number],
): Movement => {
  const [opened, reopened, added, closed, removed] = counts;
  return {
    opening: {
      'pack-id': sha256('before'),
      manifest: sha256('manifest before'),
      period: { label: '2026-Q2', from: '2026-04-01', to: '2026-06-30' },
      'as-of': '2026-07-09',
      state: 'final',
      version: 1,
      totals: {
        ...{ of: open, 'in-scope': open, supported: 0, 'partly-supported': 0, unsupported: open },
        ...{ 'not-applicable': 0, 'not-answered': 0, 're-opened': 0 },
      },
      open,
    },
    counts: {
      ...{ opened, 're-opened': reopened, 'still-open': open - closed - removed, closed, 'still-met': 0 },
      ...{ 'added-open': added, 'added-met': 0, 'removed-open': removed, 'removed-met': 0 },
    },
    closing: { open: open + opened + reopened + added - closed - removed },
    ageing: { duties: AGES, remediations: AGES },
    'longest-open': [],
    'longest-unchanged': [],
    duties: [],
    remediations: [],
  };
};
