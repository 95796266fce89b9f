// The portfolio: what all packs of a period come to. The order in which packs were read makes no difference to it.
import { byCodeUnits, sortedUnique } from '../../model/lookup.ts';
import { PORTFOLIO_RULES, type Portfolio } from '../../model/portfolio.ts';
import type { PortfolioAsked } from './asked.ts';
import { beforeOf } from './before.ts';
import { missingOf } from './expected.ts';
import { findingsOver, overdueOver, waiversOver } from './registers.ts';
import { rollupIdOf } from './rollup-id.ts';
import { servicesOver } from './services.ts';
import { sumLines, sumMoved } from './sums.ts';

export type { PortfolioAsked, RosterFacts } from './asked.ts';
export { type EarlierPacks, earlierPack } from './before.ts';
export { type TeamFacts, teamFacts } from './team-facts.ts';

/** The same things in one order, whatever order they came in. */
const inOrder = (asked: PortfolioAsked): PortfolioAsked => ({
  ...asked,
  packs: asked.packs.toSorted((a, b) => byCodeUnits(a.line.name, b.line.name)),
  refused: asked.refused.toSorted((a, b) => byCodeUnits(a.name, b.name)),
  earlier:
    asked.earlier === null
      ? null
      : { ...asked.earlier, packs: asked.earlier.packs.toSorted((a, b) => byCodeUnits(a.name, b.name)) },
});

export const buildPortfolio = (given: PortfolioAsked): Portfolio => {
  const asked = inOrder(given);
  const { packs, refused, roster, earlier } = asked;
  const teams = packs.map(({ line }) => line);
  const there = new Set([...teams, ...refused].map(({ name }) => name));
  const missing = missingOf(there, roster?.teams ?? [], earlier?.packs ?? []);
  return {
    format: 'countersign/portfolio@1',
    rules: PORTFOLIO_RULES,
    'rollup-id': rollupIdOf(asked),
    edition: asked.edition,
    maker: asked.maker,
    organisations: [...sortedUnique(packs.map(({ organisation }) => organisation))],
    classifications: [...sortedUnique(packs.map(({ classification }) => classification))],
    period: asked.period,
    ...asOfOf(teams),
    packs: packCounts(teams, missing.length, refused.length),
    totals: sumLines(teams.map(({ totals }) => totals)),
    teams,
    services: servicesOver(packs),
    findings: findingsOver(packs),
    overdue: overdueOver(packs),
    waivers: waiversOver(packs),
    missing,
    refused,
    roster:
      roster === null ? null : { member: roster.member, sha256: roster.sha256, teams: roster.teams.length },
    movement: movementOver(teams),
    before: earlier === null ? null : beforeOf(teams, earlier),
  };
};

const asOfOf = (teams: Portfolio['teams']): Pick<Portfolio, 'as-of' | 'as-of-others'> => {
  const latest = sortedUnique(teams.map((line) => line['as-of'])).at(-1) ?? '';
  return { 'as-of': latest, 'as-of-others': teams.filter((line) => line['as-of'] !== latest).length };
};

const packCounts = (teams: Portfolio['teams'], missing: number, refused: number): Portfolio['packs'] => {
  const final = teams.filter(({ edition }) => edition.state === 'final').length;
  return {
    expected: teams.length + missing + refused,
    here: teams.length,
    final,
    draft: teams.length - final,
    sealed: teams.filter(({ sealed }) => sealed).length,
    complete: teams.filter(({ approvals }) => approvals.complete).length,
    ...{ missing, refused },
  };
};

const movementOver = (teams: Portfolio['teams']): Portfolio['movement'] => {
  const moved = teams.flatMap(({ movement }) => (movement === null ? [] : [movement]));
  return moved.length === 0 ? null : { teams: moved.length, ...sumMoved(moved) };
};

/** Whether a roll-up can be final: every pack is, and none is missing or refused. */
export const isComplete = ({ packs }: Pick<Portfolio, 'packs'>): boolean =>
  packs.here > 0 && packs.final === packs.expected;
